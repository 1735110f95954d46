"""The hits of a search can be taken along: all of them, with labels and addresses."""

from __future__ import annotations

import csv
import io

from catalogue.editing.table_columns import keys_told_whole
from catalogue.exports.whole_edition import files_of
from catalogue.model.kinds import KINDS_BY_NAME
from search import open_index


def rows(response):
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig")), delimiter=";"))


def test_csv_and_json_hold_every_hit_of_the_search_in_its_order(visitor):
    told = visitor.get("/suche.json?q=app&land=bayern&umfang=alles").json
    table = rows(visitor.get("/suche.csv?q=app&land=bayern&umfang=alles"))
    assert told["total"] == len(told["hits"]) == len(table) > 20
    assert [hit["id"] for hit in told["hits"]] == [row["Kennung"] for row in table]
    assert told["complete"]


def test_the_whole_catalogue_fits(visitor, real_edition):
    found = len(open_index(real_edition.index))
    assert len(rows(visitor.get("/suche.csv"))) == found


def test_terms_are_labels_and_every_hit_has_its_address(visitor):
    hit = visitor.get("/suche.json?q=erzmobil&typ=measure").json["hits"][0]
    assert hit["id"] == "zwoenitz-erzmobil"
    assert hit["fields"][0] == {"id": "mobilitaet", "label": "Mobilität und Verkehr"}
    assert [state["label"] for state in hit["federal_states"]] == ["Sachsen"]
    assert hit["address"] == "http://localhost/massnahmen/zwoenitz-erzmobil"


def test_every_hit_has_its_whole_entry_as_the_model_of_its_kind_reads_it(visitor):
    hits = visitor.get("/suche.json").json["hits"]
    assert len({hit["kind"] for hit in hits}) > 4
    for hit in hits:
        entry = KINDS_BY_NAME[hit["kind"]].model.model_validate(hit["entry"])
        assert (entry.id, entry.kind) == (hit["id"], hit["kind"])


def test_an_entry_that_is_neither_measure_nor_project_is_saved_with_its_kind_and_page(visitor):
    hit = visitor.get("/suche.json?q=erzmobil&typ=solution").json["hits"][0]
    assert (hit["kind"], hit["address"]) == ("solution", "http://localhost/loesungen/erzmobil")
    studies = visitor.get("/suche.json?wissen=studien").json["hits"]
    assert {hit["address"].rpartition("/")[0] for hit in studies} == {"http://localhost/wissen/studien"}
    row = rows(visitor.get("/suche.csv?q=erzmobil&typ=solution"))[0]
    assert (row["Art des Eintrags"], row["Adresse"]) == ("Lösung", hit["address"])


def test_an_english_table_has_english_labels(visitor):
    row = rows(visitor.get("/en/suche.csv?q=erzmobil&typ=measure"))[0]
    assert row["Kind of entry"] == "Measure"
    assert row["Federal states"] == "Saxony"
    assert row["Address"].endswith("/en/massnahmen/zwoenitz-erzmobil")


def test_a_spreadsheet_opens_it_as_german_text(visitor):
    response = visitor.get("/suche.csv?q=rufbus")
    assert response.data.startswith(b"\xef\xbb\xbf")
    assert response.mimetype == "text/csv"
    assert "attachment" in response.headers["Content-Disposition"]


def test_a_measure_has_the_same_cells_as_in_the_table_of_all_measures(visitor, real_edition):
    exported = files_of(real_edition, "csv", [])[""].decode("utf-8-sig")
    of_all = {row["Kennung"]: row for row in csv.DictReader(io.StringIO(exported), delimiter=";")}
    to_read_back = keys_told_whole()
    found = {row["Kennung"]: row for row in rows(visitor.get("/suche.csv?typ=measure"))}
    assert found.keys() == of_all.keys()
    own = {"Art des Eintrags", "Adresse", "Nähe zur Suche"}
    for one, row in found.items():
        expected = {name: cell for name, cell in of_all[one].items() if name not in to_read_back}
        assert {name: cell for name, cell in row.items() if name not in own} == expected


def test_a_solution_fills_the_columns_that_it_shares_with_measures(visitor):
    row = rows(visitor.get("/suche.csv?q=dipas&typ=solution"))[0]
    assert (row["Kennung"], row["Quelloffen"], row["Art des Eintrags"]) == ("dipas", "ja", "Lösung")


def test_a_date_that_nobody_knows_is_told_in_the_language_of_the_table(visitor):
    tables = {
        root: visitor.get(f"{root}/suche.csv?q=app&typ=measure").data.decode("utf-8-sig")
        for root in ("", "/en")
    }
    assert ";unbekannt;" in tables[""]
    assert ";unbekannt;" not in tables["/en"]
    assert ";unknown;" in tables["/en"]
