"""Who searches in the database with the terms of the site finds what the site finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from catalogue.edition import Edition, build
from catalogue.edition.full_text import FULL_TEXT
from search import Engine, PlainTerms, open_index, read_plain_terms
from tests.small_content import write_small_content

AS_TYPED = [
    "Baeume",
    "Bäume",
    "Strasse",
    "Straße",
    "Straßen",
    "Radweg",
    "Radwege",
    "Hochwasserwarnung",
    "Hochwasser",
    "Bürgerbeteiligung",
    "Buergerbeteiligung",
    "Parkplätze",
    "Parkplaetze",
    "Glasfaser",
    "Laterne",
    "Straßenlaternen",
    "Klimaanpassung",
    "Rufbus",
    "Rufbusse",
    "Dorfladen",
    "Ehrenamt",
    "Mülleimer",
    "Muelleimer",
    "Schule",
    "Schulen",
    "Seniorinnen",
    "Senioren",
    "Starkregen",
    "Bodenfeuchte",
    "LoRaWAN",
    "Chatbot",
    "Fahrrad",
    "Lastenrad",
    "Sensoren",
    "Verkehrszählung",
    "Verkehrszaehlung",
    "Jugendliche",
    "Coworking",
    "Luftqualität",
    "Wärmeplanung",
    "Waermeplanung",
    "Energiemonitoring",
    "Stadtwald",
    "Katastrophenschutz",
    "Bibliothek",
    "Büchereien",
    "Grünflächen",
    "Gruenflaechen",
    "Zwillinge",
    "Serious-Game",
    "Wasserzähler",
]

NOT_FOUND = 0.1
"""What the best ten hits of a word may lack: of those that only resemble it or are met by the words of a vocabulary."""


@pytest.fixture(scope="module")
def engine(real_edition: Edition) -> Iterator[Engine]:
    with closing(open_index(real_edition.index)) as engine:
        yield engine


@pytest.fixture(scope="module")
def terms(real_edition: Edition) -> PlainTerms:
    return read_plain_terms(real_edition.index)


def found(db: sqlite3.Connection, terms: PlainTerms, word: str) -> set[str]:
    sql = "SELECT id FROM measures WHERE rowid IN (SELECT rowid FROM measures_fts WHERE measures_fts MATCH ?)"
    return {row[0] for row in db.execute(sql, (terms.of_query(word),))}


def best(engine: Engine, word: str) -> list[str]:
    hits = engine.search(word, {"typ": ["measure"]}, page_size=10).hits
    return [hit.id for hit in hits if not hit.is_distant]


def test_what_the_site_shows_first_is_found(db, engine, terms):
    missing = {word: set(best(engine, word)) - found(db, terms, word) for word in AS_TYPED}
    shown = sum(len(best(engine, word)) for word in AS_TYPED)
    assert shown > 400
    assert sum(map(len, missing.values())) < NOT_FOUND * shown, missing


def test_little_is_found_that_the_site_does_not_find(db, engine, terms):
    everything, beyond = 0, 0
    for word in AS_TYPED:
        hits = engine.search(word, {"typ": ["measure"]}, page_size=1000).hits
        in_database = found(db, terms, word)
        everything += len(in_database)
        beyond += len(in_database - {hit.id for hit in hits})
    assert beyond < everything / 20


@pytest.mark.parametrize("word", ["Baeume", "Strasse", "Radweg", "Hochwasserwarnung"])
def test_none_of_the_first_ten_is_missed_of_words_that_once_found_nothing(db, engine, terms, word):
    assert len(best(engine, word)) == 10
    assert set(best(engine, word)) <= found(db, terms, word)


def test_two_ways_to_write_a_word_find_the_same(db, terms):
    for one, other in (("Baeume", "Bäume"), ("Strasse", "Straße"), ("Gruenflaechen", "Grünfläche")):
        assert found(db, terms, one) == found(db, terms, other) != set()


def test_places_and_what_people_type_are_found(db, terms):
    assert "zwoenitz-erzmobil" in found(db, terms, "Zwönitz")
    assert "zwoenitz-erzmobil" in found(db, terms, "Bus kommt nur auf Anruf")


def test_every_full_text_leads_to_rows_of_its_table(db):
    for table in FULL_TEXT:
        matched = db.execute(
            f"SELECT count(*) FROM {table}_fts WHERE {table}_fts MATCH 'die OR in'"
        ).fetchone()
        rows = f"SELECT count(*) FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH 'die OR in')"
        assert db.execute(rows).fetchone()[0] == matched[0]


def test_the_same_content_gives_the_same_full_text(tmp_path):
    content = write_small_content(tmp_path / "content")
    first = build(content, tmp_path / "one").edition.database.read_bytes()
    assert build(content, tmp_path / "other", jobs=2).edition.database.read_bytes() == first
