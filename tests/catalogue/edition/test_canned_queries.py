"""Every canned query answers on the real edition, fast, with and without its parameters."""

from __future__ import annotations

import re
import sqlite3
import time

import pytest

from catalogue.edition.canned_queries import CANNED_QUERIES, CannedQuery

MOST_MS = 200
BY_NAME = {query.name: query for query in CANNED_QUERIES}

every_query = pytest.mark.parametrize("query", CANNED_QUERIES, ids=lambda query: query.name)


def answer(db: sqlite3.Connection, query: CannedQuery, **given: str) -> list[tuple[object, ...]]:
    """What a query answers when these parameters are filled in and all others left empty, as Datasette asks."""
    empty = {parameter.name: "" for parameter in query.parameters}
    return [tuple(row) for row in db.execute(query.sql, empty | given)]


def test_there_are_at_least_thirty_each_with_a_name_and_a_title_of_its_own():
    assert len(BY_NAME) == len(CANNED_QUERIES) >= 30
    for language in ("de", "en"):
        assert len({getattr(query.title, language) for query in CANNED_QUERIES}) == len(CANNED_QUERIES)


@every_query
def test_it_gives_rows_in_time(query, db):
    taken = []
    for _ in range(3):
        started = time.thread_time()
        rows = answer(db, query)
        taken.append(1000 * (time.thread_time() - started))
    assert rows or ("field_changes" in query.sql and not db.execute("SELECT 1 FROM changes").fetchone())
    assert min(taken) < MOST_MS


@every_query
def test_its_name_is_part_of_an_address_and_it_says_what_it_answers(query):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", query.name)
    assert query.asked_on
    for text in (query.description.de, query.description.en):
        assert len(text.split()) > 5
        assert text.endswith(".")


@every_query
def test_it_asks_for_the_parameters_that_it_declares(query):
    in_sql = set(re.findall(r":([a-z_]+)\b", re.sub(r"'[^']*'", "", query.sql)))
    assert in_sql == {parameter.name for parameter in query.parameters}


@every_query
def test_its_columns_have_names_each_once(query, db):
    empty = {parameter.name: "" for parameter in query.parameters}
    columns = [column[0] for column in db.execute(query.sql, empty).description]
    assert len(set(columns)) == len(columns)
    assert all(re.fullmatch(r"[a-z_]+", column) for column in columns)


@every_query
def test_an_empty_parameter_is_its_default(query, db):
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    assert answer(db, query, **defaults) == answer(db, query)


@pytest.mark.parametrize(
    ("name", "parameter", "values"),
    [
        ("massnahmen-je-feld-und-land", "feld", ("mobilitaet", "Mobilität und Verkehr")),
        ("massnahmen-je-feld-und-land", "land", ("bayern", "Bayern", "Bavaria")),
        ("arten-nach-groesse", "art", ("app", "App")),
        ("massnahmen-eines-themas", "thema", ("drohne", "Drohne")),
        ("wer-von-wem", "art", ("uebernommen", "Übernahme")),
        ("kosten", "umfang", ("anschaffung",)),
        ("massnahmen-einer-kommune", "kommune", ("zwoenitz", "Zwönitz")),
        ("partner-ueber-projekte", "mindestens", ("3",)),
        ("quellen-nach-host", "mindestens", ("10",)),
    ],
)
def test_a_parameter_narrows_by_id_or_by_name(db, name, parameter, values):
    query = BY_NAME[name]
    found = [answer(db, query, **{parameter: value}) for value in values]
    assert 0 < len(found[0]) < len(answer(db, query))
    assert all(rows == found[0] for rows in found)
