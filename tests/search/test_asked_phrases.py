"""Entries are found by how people ask for them, and a phrase that meets the whole query tells more than scattered words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from search import Concept, Document, Engine, Language, open_index, write_index
from search.document_terms import MOST_PHRASES
from search.weights import WEIGHTS

LANGUAGE = Language(
    concepts=(Concept("rufbus", "Rufbus", ("Anruf-Sammel-Taxi",)),),
    compound_words=("müll", "tonne", "keller", "wasser", "hoch"),
)


def entry(id_: str, *asked_as: str, title: str = "Angebot", text: str = "", **more: str) -> Document:
    return Document(
        id_,
        "measure",
        title,
        text=text or f"Die Stadt erprobt {id_.upper()}.",
        asked_as=asked_as,
        order={"name": id_},
        **more,
    )


TONNEN = entry("tonnen", "Tonnen stinken im Sommer", "Wie merke ich, dass ein Container voll ist?")
KELLER = entry("keller", "Keller läuft bei Starkregen voll", "Wann kommt das Wasser?")
ZERSTREUT = entry("zerstreut", "Stinken die Autos?", "Markt mit Tonnen", "Konzerte am Abend im Sommer")
SENSOR = entry(
    "sensor", "Rufbus", text="Sensoren messen das Klima.", title_en="Heat map", one_liner_en="Where it is hot"
)
PHRASES = entry("viele", *(f"Frage nach Wort{chr(97 + n) * 4}" for n in range(MOST_PHRASES + 3)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    write_index((TONNEN, KELLER, ZERSTREUT, SENSOR, PHRASES), LANGUAGE, folder)
    return folder


@pytest.fixture(scope="module")
def engine(folder: Path) -> Engine:
    return open_index(folder)


def found(engine: Engine, query: str) -> list[str]:
    return [hit.id for hit in engine.search(query).hits]


def text_of(segments: tuple[tuple[str, bool], ...]) -> str:
    return "".join(text for text, _ in segments)


def marked(segments: tuple[tuple[str, bool], ...]) -> list[str]:
    return [text for text, is_marked in segments if is_marked]


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("stinkende Tonnen", "tonnen"),
        ("Ist der Container voll?", "tonnen"),
        ("Keller bei Starkregen", "keller"),
        ("Anruf-Sammel-Taxi", "sensor"),
    ],
)
def test_an_entry_is_found_by_words_that_only_its_phrases_have(engine, query, id_):
    assert found(engine, query)[0] == id_


def test_one_phrase_with_all_words_beats_several_with_one_each(engine, folder):
    query = "Sommer, stinken, Tonnen"
    assert found(engine, query)[:2] == ["tonnen", "zerstreut"]
    scores = {hit.id: hit.score for hit in engine.search(query).hits}
    without = open_index(folder, replace(WEIGHTS, whole_phrase=0)).search(query).hits
    gained = {hit.id: scores[hit.id] - hit.score for hit in without}
    assert gained["tonnen"] > 10 * gained["zerstreut"]


def test_fillers_of_a_question_find_nothing(engine):
    assert found(engine, "Wie merke ich, dass das Klima") == ["sensor"]


def test_more_phrases_than_are_told_apart_are_words_of_the_entry(engine):
    last = PHRASES.asked_as[-1]
    assert found(engine, last.split()[-1]) == ["viele"]


def test_a_hit_shows_the_phrase_that_it_is_met_by(engine):
    hit = engine.search("Container voll?").hits[0]
    assert text_of(hit.asked_as) == "Wie merke ich, dass ein Container voll ist?"
    assert marked(hit.asked_as) == ["Container", "voll"]


def test_no_phrase_is_shown_where_the_text_shows_as_much(engine):
    assert [hit.asked_as for hit in engine.search("Sensoren").hits] == [()]
    assert [hit.asked_as for hit in engine.search("TONNEN").hits if hit.id == "tonnen"] == [()]


def test_an_entry_is_found_and_shown_in_english(engine):
    hit = engine.search("hot map").hits[0]
    assert (hit.id, text_of(hit.title_en), text_of(hit.one_liner_en)) == (
        "sensor",
        "Heat map",
        "Where it is hot",
    )
    assert (marked(hit.title_en), marked(hit.one_liner_en)) == (["map"], ["hot"])


def test_who_types_the_whole_english_title_gets_the_entry_first(engine):
    assert found(engine, "heat map")[0] == "sensor"
    assert [suggestion.text for suggestion in engine.suggest("hea")] == ["Heat map"]


def test_an_entry_is_suggested_once_by_its_name_in_the_language_of_the_reader(tmp_path):
    both = entry("karte", title="Map für Hitze", title_en="Map of heat")
    other = entry("mappe", title="Mappe")
    write_index((both, other, entry("en", title="Atlas", title_en="Map of trees")), LANGUAGE, tmp_path)
    engine = open_index(tmp_path)
    assert [one.text for one in engine.suggest("map")] == ["Map für Hitze", "Mappe", "Map of trees"]
    assert [one.text for one in engine.suggest("map", language="en")] == [
        "Map of heat",
        "Map of trees",
        "Mappe",
    ]
