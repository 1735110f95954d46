"""The hits of a search can be taken along: all of them, with labels and addresses."""

from __future__ import annotations

import csv
import io

import pytest

from catalogue.web.search_downloads import cell
from search import open_index


def rows(response):
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig")), delimiter=";"))


def test_csv_and_json_hold_every_hit_of_the_search_in_its_order(visitor):
    told = visitor.get("/suche.json?q=app&land=bayern").json
    table = rows(visitor.get("/suche.csv?q=app&land=bayern"))
    assert told["total"] == len(told["hits"]) == len(table) > 20
    assert [hit["id"] for hit in told["hits"]] == [row["Kennung"] for row in table]
    assert told["complete"]


def test_the_whole_catalogue_fits(visitor, real_edition):
    found = len(open_index(real_edition.index))
    assert len(rows(visitor.get("/suche.csv"))) == found


def test_terms_are_labels_and_every_hit_has_its_address(visitor):
    hit = visitor.get("/suche.json?q=erzmobil").json["hits"][0]
    assert hit["id"] == "zwoenitz-erzmobil"
    assert hit["fields"][0] == "Mobilität und Verkehr"
    assert hit["federal_states"] == ["Sachsen"]
    assert hit["address"] == "http://localhost/massnahmen/zwoenitz-erzmobil"


def test_an_entry_that_is_neither_measure_nor_project_is_saved_with_its_kind_and_page(visitor):
    hit = visitor.get("/suche.json?q=erzmobil&typ=solution").json["hits"][0]
    assert (hit["kind"], hit["address"]) == ("solution", "http://localhost/loesungen/erzmobil")
    studies = visitor.get("/suche.json?wissen=studien").json["hits"]
    assert {hit["address"].rpartition("/")[0] for hit in studies} == {"http://localhost/wissen/studien"}
    row = rows(visitor.get("/suche.csv?q=erzmobil&typ=solution"))[0]
    assert (row["Art des Eintrags"], row["Adresse"]) == ("Lösung", hit["address"])


def test_an_english_table_has_english_labels(visitor):
    row = rows(visitor.get("/en/suche.csv?q=erzmobil"))[0]
    assert row["Kind of entry"] == "Measure"
    assert row["Federal state"] == "Saxony"
    assert row["Address"].endswith("/en/massnahmen/zwoenitz-erzmobil")


def test_a_spreadsheet_opens_it_as_german_text(visitor):
    response = visitor.get("/suche.csv?q=rufbus")
    assert response.data.startswith(b"\xef\xbb\xbf")
    assert response.mimetype == "text/csv"
    assert "attachment" in response.headers["Content-Disposition"]


@pytest.mark.parametrize("formula", ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1"])
def test_no_cell_is_run_as_a_formula(formula):
    assert cell(formula) == f"'{formula}"


def test_yes_no_lists_and_unknown_are_told_in_words(visitor):
    with visitor.application.test_request_context("/"):
        assert [cell(v) for v in (True, False, None, ["a", "b"], 3)] == ["ja", "nein", "", "a, b", "3"]
