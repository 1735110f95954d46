"""Measures as CSV for spreadsheets."""

from __future__ import annotations

import csv
import dataclasses
import io

from catalogue.exports.spreadsheet import csv_file


def rows_of(data):
    assert data.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its mark"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_a_table_has_a_row_a_measure_with_labels(chosen, label):
    rows = rows_of(csv_file(chosen("zwoenitz-erzmobil", "cottbus-cloudio"), label))
    assert [row["Kennung"] for row in rows] == ["zwoenitz-erzmobil", "cottbus-cloudio"]
    assert rows[0]["Handlungsfelder"].startswith("Mobilität")
    assert rows[0]["Wo (laut Modellprojekt)"] == "Zwönitz"
    assert rows[0]["Quelloffen"] == "ja"
    assert rows[0]["Kosten in Euro"] == ""
    assert "https://smartcity-zwoenitz.de/erzmobil/ | https://" in rows[0]["Quellen"]


def test_no_cell_is_run_by_a_spreadsheet(chosen, label):
    (one,) = chosen("zwoenitz-erzmobil")
    measure = one.measure.model_copy(update={"results": ['=HYPERLINK("x")']})
    hostile = dataclasses.replace(one, measure=measure)
    assert rows_of(csv_file([hostile], label))[0]["Ergebnisse"] == '\'=HYPERLINK("x")'


def test_places_that_only_the_project_names_stand_apart(db, chosen, label):
    (own,) = db.execute("SELECT measure FROM measures_municipalities LIMIT 1").fetchone()
    stated, inherited = rows_of(csv_file(chosen(own, "zwoenitz-erzmobil"), label))
    assert stated["Wo"]
    assert not stated["Wo (laut Modellprojekt)"]
    assert not inherited["Wo"]
    assert inherited["Wo (laut Modellprojekt)"]
