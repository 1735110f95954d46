"""What the words of a query may mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from search.german import German
from search.interpretation import Interpretation, Interpreter, QueryTerm
from search.postings import Postings
from search.salience import Salience
from search.spelling import Spelling
from search.stored import StoredIndex, read_analysed_words, read_lexicon
from search.vocabulary import WordsByStem
from search.weights import WEIGHTS, Weights
from tests.search.conftest import LANGUAGE


def interpreter(folder: Path, weights: Weights = WEIGHTS) -> Interpreter:
    words, german = read_analysed_words(folder), German(LANGUAGE, lexicon=read_lexicon(folder))
    spelling = Spelling(words.vocabulary.forms + Counter(words.language.vocabulary.keys()))
    by_stem = WordsByStem(words.written)
    salience = Salience(by_stem, words.vocabulary.written)
    return Interpreter(german, Postings(StoredIndex(folder)), spelling, salience, by_stem.stems, weights)


@pytest.fixture(scope="module")
def interpret(folder: Path):
    return interpreter(folder).interpret


def typed(terms: list[QueryTerm]) -> list[str]:
    return [term.typed for term in terms]


def met(interpretation: Interpretation, how: str) -> set[str]:
    expansions = (e for term in interpretation.terms for e in term.all_expansions())
    return {expansion.term for expansion in expansions if expansion.how == how}


def test_words_without_a_meaning_of_their_own_are_not_asked_for(interpret) -> None:
    assert typed(interpret("der Bus und die Kameras").terms) == ["bus", "kameras"]


@pytest.mark.parametrize(
    "text", ["das", "was ist das", "der die das", "für", "wie was wo", "und", "Wer oder was?"]
)
def test_only_such_words_say_nothing(interpret, text: str) -> None:
    asked = interpret(text, unfinished=True)
    assert asked.says_nothing
    assert not asked


@pytest.mark.parametrize("text", ["", "Bus", "in Waldkirchen", "was ist ein Bus", "?"])
def test_all_else_says_something_or_is_empty(interpret, text: str) -> None:
    assert not interpret(text).says_nothing


@pytest.mark.parametrize(
    ("text", "unmet"),
    [
        ("Schafstall", ("Schafstall",)),
        ("Bus für den Schafstall", ("Schafstall",)),
        ("Schafstall oder Taubenzüchter", ("Schafstall", "Taubenzüchter")),
        ("Bus", ()),
        ("der Bus", ()),
        ("Hochwaser", ()),
        ("Überschwemmung", ()),
        ("Waldkirchen", ()),
    ],
)
def test_words_that_nobody_wrote_are_named_as_they_were_typed(
    interpret, text: str, unmet: tuple[str, ...]
) -> None:
    assert interpret(text).not_found == unmet


@pytest.mark.parametrize("word", ["Buch", "Kamerad", "Sensoren", "Tonnen", "Regent", "Plattformen", "Rat"])
def test_words_of_the_dictionary_are_never_put_right(interpret, word: str) -> None:
    assert not interpret(word).corrections


def test_digits_are_never_joined_across_a_comma(interpret) -> None:
    for text in ("1,5 Kilometer", "1.5 Kilometer", "1, 5 Kilometer", "20 23"):
        terms = {e.term for term in interpret(text).terms for e in term.all_expansions()}
        assert not terms & {"15", "2023"}


def test_the_same_word_is_asked_for_once(interpret) -> None:
    assert typed(interpret("Bus Sensor Bus").terms) == ["bus", "sensor"]


def test_a_word_is_met_by_its_concept_and_those_near_it(interpret) -> None:
    asked = interpret("Rufbus")
    assert met(asked, "concept") == {"rufbus"}
    assert met(asked, "broader") == {"oepnv"}
    assert met(interpret("Nahverkehr"), "narrower") == {"rufbus"}


def test_a_compound_is_met_by_its_parts(interpret) -> None:
    (term,) = interpret("Baumsensoren").terms
    assert [part.typed for part in term.parts] == ["baum", "sensor"]


def test_a_misspelt_word_is_put_right_and_counts_less(interpret) -> None:
    asked = interpret("Hochwaser")
    assert asked.corrections == {"hochwaser": "hochwasser"}
    assert asked.terms[0].typed == "hochwaser"
    assert met(asked, "fuzzy") == {"hochwass"}
    assert all(e.weight < 1 for e in asked.terms[0].all_expansions())


def test_an_unfinished_word_is_met_by_what_it_may_become(interpret) -> None:
    assert "bodenfeucht" in met(interpret("Bodenfeu", unfinished=True), "prefix")
    assert not met(interpret("Bodenfeu"), "prefix")


def test_two_words_may_be_one(interpret) -> None:
    assert "verkehrszahl" in met(interpret("verkehrs zählung"), "word")


def test_places_are_no_words(interpret) -> None:
    asked = interpret("Bus in Altstadt am Berg")
    assert (typed(asked.terms), typed(asked.places)) == (["bus"], ["altstadt am berg"])


def test_a_place_without_documents_is_a_word(interpret) -> None:
    assert typed(interpret("Bus Waldkirchen").places) == ["waldkirchen"]
    assert typed(interpret("Bus Entenhausen").terms) == ["bus", "entenhausen"]


def test_nothing_typed_asks_for_nothing(interpret) -> None:
    assert not interpret("")
    assert interpret("Bus")


@pytest.mark.parametrize(
    ("part", "query", "how"),
    [
        ("thesaurus", "Rufbus", "concept"),
        ("loose", "Amt kommt ins Dorf", "concept"),
        ("compounds", "Baumsensoren", "part"),
        ("fuzzy", "Sensro", "fuzzy"),
        ("joined", "verkehrs zählung", "word"),
    ],
)
def test_every_part_can_be_switched_off_to_measure_it(folder: Path, part: str, query: str, how: str) -> None:
    less = interpreter(folder, replace(WEIGHTS, off=frozenset({part}))).interpret(query)
    assert met(interpreter(folder).interpret(query), how) - met(less, how)


@pytest.mark.parametrize("text", ["Pferdesteuerung", "Zirkusplattform", "Mondmessung"])
def test_a_compound_of_which_a_part_is_unknown_is_not_what_is_left_of_it(interpret, text: str) -> None:
    asked = interpret(text)
    assert not met(asked, "part")
    assert asked.not_found == (text,)


def test_a_compound_of_an_unknown_part_is_still_the_concept_that_another_part_names(interpret) -> None:
    assert "rufbus" in met(interpret("Elefantenrufbus"), "concept")


@pytest.mark.parametrize("text", ["Laubsauger", "Regenmantel", "Wasserflasche", "Baumstamm", "Dorfhund"])
def test_a_word_made_of_real_words_is_not_corrected(interpret, text: str) -> None:
    assert not interpret(text).corrections


@pytest.mark.parametrize(
    ("text", "is_about_places"),
    [
        ("Bachhausen", True),
        ("Ansprechpartner Bachhausen", True),
        ("was läuft in Bachhausen", True),
        ("Smart City Waldkirchen", True),
        ("Kosten und Förderung in Bayern", True),
        ("Rufbus Bachhausen", False),
        ("Ansprechpartner für den Rufbus in Bachhausen", False),
        ("Ansprechpartner", False),
    ],
)
def test_what_every_entry_tells_of_itself_asks_beside_a_place_for_what_runs_there(
    interpret, text: str, is_about_places: bool
) -> None:
    assert interpret(text).is_about_places == is_about_places


@pytest.mark.parametrize(("word", "family"), [("sensorisch", "sensor"), ("Bäumchen", "baum")])
def test_a_word_that_nobody_wrote_is_met_by_what_derives_from_the_same_one(
    interpret, word: str, family: str
) -> None:
    assert family in met(interpret(word), "family")
    assert interpret(word).not_found == ()


def test_a_word_that_is_met_itself_is_not_met_by_its_family(interpret) -> None:
    assert met(interpret("Sensor"), "family") == set()
