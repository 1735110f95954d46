"""Measures as CSV for spreadsheets and JSON for programs."""

from __future__ import annotations

import csv
import dataclasses
import io
import json

from catalogue.exports.records import csv_file, json_file, record


def rows_of(data):
    assert data.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its mark"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_a_table_has_a_row_a_measure_with_labels(chosen, label):
    rows = rows_of(csv_file(chosen("zwoenitz-erzmobil", "cottbus-cloudio"), label))
    assert [row["Kennung"] for row in rows] == ["zwoenitz-erzmobil", "cottbus-cloudio"]
    assert rows[0]["Handlungsfelder"].startswith("Mobilität")
    assert rows[0]["Wo"] == "Zwönitz"
    assert rows[0]["Quelloffen"] == "ja"
    assert rows[0]["Kosten in Euro"] == ""
    assert "https://smartcity-zwoenitz.de/erzmobil/ | https://" in rows[0]["Quellen"]


def test_no_cell_is_run_by_a_spreadsheet(chosen, label):
    (one,) = chosen("zwoenitz-erzmobil")
    hostile = dataclasses.replace(one, texts={**one.texts, "results": ['=HYPERLINK("x")']})
    assert rows_of(csv_file([hostile], label))[0]["Ergebnisse"] == '\'=HYPERLINK("x")'


def test_json_tells_ids_labels_sources_edition_and_licence(chosen, label):
    told = json.loads(json_file(chosen("zwoenitz-erzmobil"), label, "abc"))
    assert told["edition"] == "abc"
    assert told["licence"]["name"] == "CC-BY-4.0"
    (measure,) = told["measures"]
    assert measure["project"]["id"] == "zwoenitz"
    assert measure["status"] == {"id": "betrieb", "label": "im Betrieb"}
    assert measure["open_source"] is True
    assert measure["sources"][0]["url"] == "https://smartcity-zwoenitz.de/erzmobil/"
    assert measure["reuses"][0]["status"]["id"] == "geplant"


def test_every_fact_of_a_measure_is_in_its_record(db, chosen, label):
    (one,) = chosen("zwoenitz-erzmobil")
    columns = {row["name"] for row in db.execute("SELECT name FROM pragma_table_info('measures')")}
    flat = {"cost_amount_eur", "cost_note"}
    assert columns - flat <= set(record(one, label))
