"""What tables and columns mean stands in German with them, and in English beside it, each once and none too many."""

from __future__ import annotations

import pytest

from catalogue.edition.database import all_tables
from catalogue.edition.descriptions import english, meaning_of_null, translations
from catalogue.edition.tables import DatabaseColumn
from catalogue.edition.views import VIEWS

TABLES = [table for table in all_tables({}) if table.group != "vocabularies"]
COLUMNS = [column for table in all_tables({}) for column in table.columns]
TEXTS = {
    *(table.description for table in TABLES),
    *(column.description for column in COLUMNS),
    *(meaning_of_null(column) for column in COLUMNS),
    *(text for view in VIEWS for text in (view.description, *view.columns.values())),
} - {""}


def test_every_description_has_an_english_one():
    missing = sorted(text for text in TEXTS if not english(text))
    assert missing == [], "add them to catalogue/edition/descriptions.po"


def test_no_translation_is_of_a_text_that_is_gone():
    listed = {text.partition(" – je Zeile ein Wert eines Eintrags in ")[0] for text in TEXTS}
    gone = {text for text in translations() if "{" not in text} - listed - TEXTS
    assert gone <= {"Kommt nicht vor", "Trifft nicht zu oder ist nicht bekannt"}


@pytest.mark.parametrize(
    ("german", "in_english"),
    [
        (
            "Stellen, die mitwirken – je Zeile ein Wert eines Eintrags in measures",
            "Organisations that take part – a value of an entry in measures a row",
        ),
        (
            "Erster Tag, den start meinen kann: 2023 → 2023-01-01",
            "First day that start can mean: 2023 → 2023-01-01",
        ),
        ("Kennung des Eintrags in solutions", "Id of the entry in solutions"),
        ("Das steht nirgends", ""),
    ],
)
def test_texts_with_names_in_them_follow_their_pattern(german, in_english):
    assert english(german) == in_english


def test_what_stands_always_has_no_meaning_of_its_absence():
    assert meaning_of_null(DatabaseColumn("id", str, "Kennung", required=True)) == ""
    assert meaning_of_null(DatabaseColumn("licence", str, "Lizenz")) == "Keine Quelle sagt es"
