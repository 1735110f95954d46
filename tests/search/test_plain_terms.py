"""A full-text index that knows no German finds German words in all their forms, as its terms say them all."""

from __future__ import annotations

import sqlite3

import pytest

from search import Concept, Language, PlainTerms
from search.german import German
from search.plain_terms import MOST_LETTERS, NOTHING

LANGUAGE = Language(
    concepts=(
        Concept("radverkehr", "Radverkehr", synonyms=("Radweg", "Fahrrad")),
        Concept("lastenrad", "Lastenrad", broader=("radverkehr",)),
        Concept("digitaler-zwilling", "Digitaler Zwilling", english=("digital twin",)),
    ),
    compound_words=("hochwasser", "warnung", "spiel", "platz", "strasse", "baum", "schule", "weg"),
)
TEXTS = {
    "baum": "Die Stadt zählt ihre Bäume.",
    "strasse": "Sensoren messen auf der Hauptstraße den Verkehr.",
    "rad": "Neue Radwege am Fluss",
    "lastenrad": "Ein Lastenrad für alle",
    "warnung": "Wir warnen früh: eine Warnung vor Hochwasser",
    "zwilling": "Ein digital twin der Altstadt",
    "spiel": "Spielplätze melden Schäden",
    "schule": "Schulen und Schülerinnen",
}


@pytest.fixture(scope="module")
def terms() -> PlainTerms:
    return PlainTerms(German(LANGUAGE))


@pytest.fixture(scope="module")
def index(terms: PlainTerms) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE found USING fts5(name UNINDEXED, terms)")
    rows = [(name, terms.of_text(text)) for name, text in TEXTS.items()]
    database.executemany("INSERT INTO found VALUES (?, ?)", rows)
    return database


def found(index: sqlite3.Connection, terms: PlainTerms, query: str) -> set[str]:
    sql = "SELECT name FROM found WHERE found MATCH ?"
    return {name for (name,) in index.execute(sql, (terms.of_query(query),))}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Baeume", {"baum"}),
        ("Bäume", {"baum"}),
        ("BAUM", {"baum"}),
        ("Strasse", {"strasse"}),
        ("Straßen", {"strasse"}),
        ("Hauptstrasse", {"strasse"}),
        ("Radweg", {"rad", "lastenrad"}),
        ("Fahrrad", {"rad", "lastenrad"}),
        ("Lastenräder", {"lastenrad"}),
        ("Hochwasserwarnung", {"warnung"}),
        ("Hochwasserwarnungen", {"warnung"}),
        ("digitaler Zwilling", {"zwilling"}),
        ("digitale Zwillinge der Stadt", set()),
        ("Spielplatz", {"spiel"}),
        ("Schule", {"schule"}),
        ("Sensor Verkehr", {"strasse"}),
        ("Sensor Hochwasser", set()),
        ('"früh eine Warnung"', {"warnung"}),
        ('"Warnung früh"', set()),
        ("Raumschiff", set()),
    ],
)
def test_a_word_is_found_in_every_form(index, terms, query, expected):
    assert found(index, terms, query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        '""',
        '"""',
        "*",
        "a AND",
        "NOT x",
        "title:x",
        "(",
        "x OR (y",
        "^x",
        "NEAR(a b",
        "{a b}: c",
        "\0",
        "ä" * 5000,
        "x " * 3000,
        "'; drop table x",
        "der die das",
        "Straßenbahnhaltestellenbeleuchtungsanlagenwartung" * 50,
    ],
)
def test_whatever_is_typed_is_an_expression(index, terms, query):
    assert isinstance(found(index, terms, query), set)


def test_a_question_has_its_bounds(terms):
    assert terms.of_query("x" * (MOST_LETTERS + 100)) == terms.of_query("x" * MOST_LETTERS)
    assert terms.of_query("") == terms.of_query('""') == NOTHING
