"""A page and an organisation have one row each, however entries write them."""

from __future__ import annotations

import sqlite3

import pytest

from catalogue.edition import build
from tests.small_content import MEASURE, OTHER_MEASURE


@pytest.fixture
def database(folder, tmp_path):
    def database() -> sqlite3.Connection:
        return sqlite3.connect(build(folder.root, tmp_path / "build").edition.database)

    return database


def test_an_organisation_has_one_row_with_its_kind_under_any_of_its_spellings(folder, database):
    folder.write(
        "vocabulary/partners.yaml",
        "id: partners\norganisations:\n"
        "  - {name: TU Musterstadt, kind: hochschule, municipality: musterstadt, spellings: [Uni Musterstadt]}\n",
    )
    for place, name in ((MEASURE, "Uni Musterstadt"), (OTHER_MEASURE, "TU Musterstadt")):
        before, after = ("partners:\n", "") if place == MEASURE else ("recorded:", "recorded:")
        folder.replace(place, f"\n{before}", f"\npartners:\n  - name: {name}\n{after}")
    rows = database().execute(
        """
        SELECT p.name, p.kind, p.municipality, count(*) FROM partners p JOIN measures_partners l ON l.partner = p.id
         WHERE p.municipality IS NOT NULL GROUP BY p.id
        """
    )
    assert rows.fetchall() == [("TU Musterstadt", "hochschule", "musterstadt", 2)]


def test_a_page_has_one_row_with_its_date_whatever_its_scheme_and_host(folder, database):
    for place, address in (
        (MEASURE, "http://www.example.org/seite/"),
        (OTHER_MEASURE, "https://example.org/seite"),
    ):
        dated = "\n    date: 2024-05-01" if place == MEASURE else ""
        folder.replace(place, "\nsources:", f"\nsources:\n  - url: {address}\n    title: Die Seite{dated}")
    rows = database().execute(
        """
        SELECT s.url, s.title, s.date, count(*) FROM sources s JOIN measures_sources l ON l.source = s.id
         WHERE s.url LIKE '%example.org/seite%' GROUP BY s.id
        """
    )
    assert rows.fetchall() == [("http://www.example.org/seite/", "Die Seite", "2024-05-01", 2)]


def test_different_words_for_a_technology_stand_for_one_term(folder, database):
    term = "{id: lorawan, label: {de: LoRaWAN, en: LoRaWAN}, description: Funknetz, words: [LoRa-Funk]}"
    head = "id: technologies\nlabel: {de: Technik, en: Technology}\ndescription: Technik\nterms:\n"
    folder.write("vocabulary/technologies.yaml", f"{head}  - {term}\n")
    folder.replace(MEASURE, "\nrecorded:", "\ntechnologies: [LoRaWAN, Handarbeit]\nrecorded:")
    folder.replace(OTHER_MEASURE, "\nrecorded:", "\nstandards: [lora-funk]\nrecorded:")
    found = database()
    told = "SELECT text, term FROM measures_technologies UNION ALL SELECT text, term FROM measures_standards"
    assert sorted(found.execute(told), key=str) == [
        ("Handarbeit", None),
        ("LoRaWAN", "lorawan"),
        ("lora-funk", "lorawan"),
    ]


def test_words_that_several_entries_use_have_a_term(db):
    words = " UNION ALL ".join(
        f"SELECT lower(text) AS word, term FROM {kind}_{field}"
        for kind in ("measures", "solutions")
        for field in ("technologies", "standards", "interfaces")
    )
    recurring = db.execute(f"SELECT word, term FROM ({words}) GROUP BY word HAVING count(*) > 2").fetchall()
    assert len(recurring) > 80
    assert sum(term is not None for _, term in recurring) / len(recurring) > 0.95


def test_no_organisation_and_no_page_of_the_catalogue_stands_twice(db):
    for table, column in (("partners", "name"), ("sources", "url")):
        rows = [row[0].casefold() for row in db.execute(f"SELECT {column} FROM {table}")]
        assert len(set(rows)) == len(rows)
    assert (
        db.execute(
            "SELECT count(*) FROM partners WHERE kind = 'kommune' AND municipality IS NOT NULL"
        ).fetchone()[0]
        > 50
    )
