"""Measures as CSV for spreadsheets."""

from __future__ import annotations

import csv
import dataclasses
import io

import pytest

from catalogue.exports.spreadsheet import guarded, measures_file
from catalogue.model.entries import Statement


def rows_of(data):
    assert data.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its mark"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_a_table_has_a_row_a_measure_with_labels(chosen, words):
    rows = rows_of(measures_file(chosen("zwoenitz-erzmobil", "cottbus-cloudio"), words))
    assert [row["Kennung"] for row in rows] == ["zwoenitz-erzmobil", "cottbus-cloudio"]
    assert rows[0]["Handlungsfelder"].startswith("Mobilität")
    assert rows[0]["Wo (laut Modellprojekt)"] == "Zwönitz"
    assert rows[0]["Quelloffen"] == "ja"
    assert rows[0]["Kosten in Euro"] == ""
    assert "https://smartcity-zwoenitz.de/erzmobil/ | https://" in rows[0]["Quellen"]


def test_no_cell_is_run_by_a_spreadsheet(chosen, words):
    (one,) = chosen("zwoenitz-erzmobil")
    measure = one.measure.model_copy(update={"results": [Statement(text='=HYPERLINK("x")')]})
    hostile = dataclasses.replace(one, measure=measure)
    assert rows_of(measures_file([hostile], words))[0]["Was daraus wurde"] == '\'=HYPERLINK("x")'


def test_places_that_only_the_project_names_stand_apart(db, chosen, words):
    (own,) = db.execute("SELECT measure FROM measures_municipalities LIMIT 1").fetchone()
    stated, inherited = rows_of(measures_file(chosen(own, "zwoenitz-erzmobil"), words))
    assert stated["Wo"]
    assert not stated["Wo (laut Modellprojekt)"]
    assert not inherited["Wo"]
    assert inherited["Wo (laut Modellprojekt)"]


@pytest.mark.parametrize("formula", ["=1+1", "+49 30", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_guarded(formula):
    assert guarded(formula) == f"'{formula}"


def test_amounts_and_dates_are_plain_and_what_is_not_told_is_empty(db, chosen, words):
    (costly,) = db.execute(
        "SELECT measure FROM costs WHERE position = 1 AND amount_eur > 1000 ORDER BY measure LIMIT 1"
    ).fetchone()
    row = rows_of(measures_file(chosen(costly), words))[0]
    assert row["Kosten in Euro"].isdigit()
    assert row["Erfasst"].startswith("20")
    assert [guarded(cell) for cell in (None, 3, -2, "-2.5", "-1,5e3")] == ["", "3", "-2", "-2.5", "-1,5e3"]
