"""Matched words are marked, and the sentences that have most of them are shown."""

from __future__ import annotations

import pytest

from search import Document
from search.cut_texts import CutTexts, sentences
from search.german import German
from search.highlighting import Highlighter
from search.interpretation import Expansion, Interpretation, QueryTerm
from search.vocabulary import WordsByStem
from tests.search.conftest import LANGUAGE

GERMAN = German(LANGUAGE)
TEXT = (
    "Im Dorf fährt ein Rufbus. Sensoren zählen z. B. Busse. Der Bus auf dem Dorf ist ein On-Demand-Verkehr."
)


def highlighter(*terms: QueryTerm, text: str = TEXT) -> Highlighter:
    written = {word: GERMAN.tokens_of(word) for word in text.replace(".", " ").split()}
    return Highlighter(GERMAN, WordsByStem(written), Interpretation(list(terms)), CutTexts())


def by(field: str, term: str, how="word", weight: float = 1.0) -> QueryTerm:
    return QueryTerm(term, [Expansion(field, term, weight, how)])


def marked(*terms: QueryTerm, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end, _ in highlighter(*terms, text=text).spans(text)]


def test_a_word_is_marked_in_every_form() -> None:
    assert marked(by("words", "sensor")) == ["Sensoren"]


def test_names_of_a_concept_are_marked_also_those_of_several_words() -> None:
    assert marked(by("concepts", "rufbus", "concept")) == ["Rufbus", "Bus auf dem Dorf", "On-Demand-Verkehr"]


def test_what_is_only_near_is_not_marked() -> None:
    assert marked(by("concepts", "rufbus", "broader"), by("concepts", "rufbus", "related")) == []


def test_a_place_of_several_words_is_marked_as_one() -> None:
    text = "In Altstadt am Berg und am Berg"
    assert marked(by("places", "altstadt am berg", "place"), text=text) == ["Altstadt am Berg"]


def test_marks_do_not_overlap() -> None:
    assert marked(by("words", "bus"), by("concepts", "rufbus", "concept"))[-2:] == [
        "Bus auf dem Dorf",
        "On-Demand-Verkehr",
    ]


def test_the_pieces_are_the_whole_text() -> None:
    assert highlighter(by("words", "rufbus")).shown(Document("a", "measure", "Ein Rufbus.")).title == (
        ("Ein ", False),
        ("Rufbus", True),
        (".", False),
    )


def test_the_sentence_with_most_query_terms_is_shown() -> None:
    document = Document("a", "measure", "A", text="Ein Bus. Ein Sensor. Ein Dorf. Im Dorf fährt ein Bus.")
    shown = highlighter(by("words", "bus"), by("words", "dorf"), text=document.text).shown(document).snippets
    assert ["".join(text for text, _ in snippet) for snippet in shown] == [
        "Ein Bus.",
        "Im Dorf fährt ein Bus.",
    ]


def test_the_first_sentence_is_shown_if_none_matches() -> None:
    document = Document("a", "measure", "A", text="Ein Bus. Ein Sensor.")
    assert highlighter(text=document.text).shown(document).snippets == ((("Ein Bus.", False),),)
    assert highlighter().shown(Document("a", "measure", "A")).snippets == ()


def test_every_match_is_explained_once() -> None:
    document = Document("a", "measure", "Rufbus", text="Rufbus und Rufbus.")
    matches = highlighter(by("words", "rufbus"), text="Rufbus").explain(document)
    assert [(match.word, match.field, match.how) for match in matches] == [
        ("Rufbus", "title", "word"),
        ("Rufbus", "text", "word"),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Das ist z. B. so. Und so.", ["Das ist z. B. so.", "Und so."]),
        ("Am 1. Mai. Am 2. Mai!", ["Am 1. Mai.", "Am 2. Mai!"]),
        ("Wirklich? Ja … Gut", ["Wirklich?", "Ja …", "Gut"]),
        ("", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts
