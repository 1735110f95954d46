"""Words that must stand next to each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from search import Document, open_index, write_index
from tests.search.conftest import LANGUAGE

DOCUMENTS = (
    Document("a", "measure", "Offene Daten", text="Daten, offene und andere. Bürger:innen beteiligen."),
    Document(
        "b",
        "measure",
        "Daten",
        "Offene",
        text="Wir zeigen offene  DATEN-Sätze.",
        results=("Ein Bus", "fährt"),
    ),
    Document("c", "measure", "Anderes", text="In der Stadt und in dem Dorf"),
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("phrases")
    write_index(DOCUMENTS, LANGUAGE, folder)
    engine = open_index(folder)
    return lambda query: {hit.id for hit in engine.search(query).hits}


@pytest.mark.parametrize(
    ("phrase", "ids"),
    [
        ("offene Daten", {"a", "b"}),
        ("Daten offene", {"a"}),
        ("OFFENE daten", {"a", "b"}),
        ("offene Daten Sätze", {"b"}),
        ("Bus fährt", set()),  # one ends a text, the other begins the next
        ("in der", {"c"}),
        ("fene Daten", set()),  # no part of a word
        ("Bürgerinnen beteiligen", set()),
        ("Bürger:innen beteiligen", {"a"}),
        ("...", {"a", "b", "c"}),
    ],
)
def test_a_phrase_is_found_where_it_stands(found, phrase: str, ids: set[str]) -> None:
    assert found(f'"{phrase}"') == ids


def test_a_phrase_can_be_left_out(found) -> None:
    assert found('-"offene Daten"') == {"c"}
