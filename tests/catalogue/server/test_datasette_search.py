"""Datasette's search understands German as the site does, wherever it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.catalogue.server.asking import Asking, asking


@pytest.fixture(scope="module")
def ask(real_output) -> Iterator[Asking]:
    with asking(real_output) as questions:
        yield questions


def count(ask: Asking, path: str) -> int:
    answer = ask(f"{path}&_size=0&_nofacet=1")
    assert answer.status_code == 200, answer.text
    return answer.json()["filtered_table_rows_count"]


@pytest.mark.parametrize("word", ["Baeume", "Strasse", "Radweg", "Hochwasserwarnung", "Grünflächen"])
def test_a_table_its_view_and_sql_find_the_same(ask, word):
    table = count(ask, f"/daten/catalogue/measures.json?_search={quote(word)}")
    view = count(ask, f"/daten/catalogue/measures_overview.json?_search={quote(word)}")
    sql = "select count(*) as n from measures_fts where measures_fts match suche(:q)"
    own = ask(f"/daten/catalogue.json?sql={quote(sql)}&q={quote(word)}&_shape=array").json()[0]["n"]
    assert table == view == own > 20


def test_what_is_misspelt_by_sqlite_is_still_a_question(ask):
    assert count(ask, "/daten/catalogue/measures.json?_search=%22") == 0
    assert count(ask, "/daten/catalogue/measures.json?_search=AND+NOT+(") >= 0


def test_an_empty_field_of_the_form_asks_for_all(ask):
    everything = count(ask, "/daten/catalogue/measures.json?_sort=id")
    assert count(ask, "/daten/catalogue/measures.json?_search=") == everything
    assert count(ask, "/daten/catalogue/measures_overview.json?_search=") == everything


def test_who_asks_raw_gets_the_language_of_sqlite(ask):
    some = count(ask, "/daten/catalogue/measures.json?_searchmode=raw&_search=Fahrrad*")
    fewer = count(ask, "/daten/catalogue/measures.json?_searchmode=raw&_search=Fahrrad*+NOT+Sensor*")
    assert 0 < fewer < some


@pytest.mark.parametrize("view", ["measures_overview", "projects_overview", "transfers"])
def test_a_view_has_a_field_for_searching(ask, view):
    assert 'name="_search"' in ask(f"/daten/catalogue/{view}").text
