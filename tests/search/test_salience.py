"""What a query is about, and what only goes with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from search import Document, Language, open_index, write_index
from search.german import German
from search.salience import Salience
from search.vocabulary import WordsByStem

WRITTEN = {
    "Regenschirm": 3, "Regenschirme": 2, "Schaukel": 4, "aufspannen": 3, "Aufspannen": 1, "trocken": 5,
    "gestern": 2, "Gestern": 1, "Problem": 6, "Alternative": 2, "Tipps": 2, "2023": 4, "Schirmständer": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def salience() -> tuple[Salience, German]:
    german = German(Language(compound_words=("regen", "schirm")))
    words = WordsByStem({word: german.tokens_of(word) for word in WRITTEN})
    return Salience(words, WRITTEN), german


@pytest.mark.parametrize("word", ["Regenschirm", "regenschirm", "Regenschirme", "schaukel", "unbekanntes"])
def test_a_noun_is_what_a_query_is_about(salience, word: str) -> None:
    tells, german = salience
    assert tells.names_thing(german.tokens(word)[0])


@pytest.mark.parametrize(
    "word",
    [
        "aufspannen",
        "trocken",
        "gestern",
        "Problem",
        "Probleme",
        "Problemen",
        "Alternativen",
        "tipps",
        "2023",
        "17",
    ],
)
def test_verbs_adverbs_numbers_and_vague_nouns_only_go_with_it(salience, word: str) -> None:
    tells, german = salience
    assert not tells.names_thing(german.tokens(word)[0])


@pytest.mark.parametrize(
    "query",
    [
        "Womit kann man Schaukeln kostenlos aufspannen",
        "schaukel kostenlos aufspannen",
        "Alternative zu Schaukeln",
        "Probleme mit der Schaukel, Tipps gesucht",
        "drei Schaukeln 1999",
    ],
)
def test_the_thing_outweighs_rarer_words_beside_it(tmp_path: Path, query: str) -> None:
    things = [
        Document(f"thing-{n}", "measure", "Angebot", text="Hier hängt eine Schaukel.") for n in range(12)
    ]
    beside = [
        Document(f"beside-{n}", "measure", "Angebot", text=text)
        for n, text in enumerate(
            (
                "Man kann das kostenlos aufspannen.",
                "Eine Alternative.",
                "Probleme und Tipps.",
                "Es waren drei, 1999.",
            )
        )
    ]
    others = [
        Document(f"other-{n}", "measure", "Anderes", text="Hier ist nichts dergleichen.") for n in range(150)
    ]
    write_index((*things, *beside, *others), Language(), tmp_path)
    found = [hit.id for hit in open_index(tmp_path).search(query).hits]
    assert all(id_.startswith("thing") for id_ in found[:12])
