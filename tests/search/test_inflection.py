"""Whatever the form in which a noun is typed, the same is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.edition import Edition
from search import Engine, open_index

PAIRS = [
    line.split(" ") for line in Path(__file__).with_name("noun-pairs.txt").read_text("utf-8").splitlines()
]
"""Singular and plural of nouns of which one stands in the content: drawn by lot from those of the German Wiktionary."""

OF_THE_FIELD = [
    ("Kita", "Kitas"),
    ("Café", "Cafés"),
    ("Bad", "Bäder"),
    ("Zentrum", "Zentren"),
    ("Zoo", "Zoos"),
    ("Bus", "Busse"),
    ("Praxis", "Praxen"),
    ("Konto", "Konten"),
    ("Thema", "Themen"),
    ("Jugendzentrum", "Jugendzentren"),
    ("Arzt", "Ärztin"),
    ("Seniorin", "Senioren"),
    ("Rad", "Rädern"),
    ("Amt", "Ämter"),
    ("Haus", "Häusern"),
    ("Straße", "Strassen"),
    ("Baum", "Baeume"),
]


@pytest.fixture(scope="module")
def real_engine(real_edition: Edition) -> Engine:
    return open_index(real_edition.index)


def first_ten(engine: Engine, query: str) -> list[str]:
    return [hit.id for hit in engine.search(query, page_size=10, facets=()).hits]


def test_singular_and_plural_find_the_same(real_engine: Engine) -> None:
    assert len(PAIRS) >= 400
    differ = [pair for pair in PAIRS if first_ten(real_engine, pair[0]) != first_ten(real_engine, pair[1])]
    assert len(differ) <= 0.02 * len(PAIRS), differ


@pytest.mark.parametrize(("one", "other"), OF_THE_FIELD)
def test_forms_of_the_words_of_the_field_find_the_same(real_engine: Engine, one: str, other: str) -> None:
    assert first_ten(real_engine, one) == first_ten(real_engine, other) != []
