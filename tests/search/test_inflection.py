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


def first_ten(engine: Engine, query: str) -> set[str]:
    return {hit.id for hit in engine.search(query, page_size=10, facets=()).hits}


def are_same(some: set[str], others: set[str]) -> bool:
    """Of few entries with a word those with the very form come first, so the order may differ and a list end earlier."""
    return bool(some) and (some <= others or others <= some)


def test_singular_and_plural_find_the_same(real_engine: Engine) -> None:
    assert len(PAIRS) >= 400
    found = {word: first_ten(real_engine, word) for pair in PAIRS for word in pair}
    differ = [pair for pair in PAIRS if not are_same(*(found[word] for word in pair))]
    assert len(differ) <= 0.02 * len(PAIRS), differ


@pytest.mark.parametrize(("one", "other"), OF_THE_FIELD)
def test_forms_of_the_words_of_the_field_find_the_same(real_engine: Engine, one: str, other: str) -> None:
    assert are_same(first_ten(real_engine, one), first_ten(real_engine, other))
