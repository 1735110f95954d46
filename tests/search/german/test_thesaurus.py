"""Words that mean a concept."""

from dataclasses import replace

import pytest

from search import Concept, Language
from search.german import German
from tests.search.conftest import LANGUAGE

GERMAN = German(LANGUAGE)


def concepts(text: str) -> dict[str, float]:
    return {span.target: span.strength for span in GERMAN.thesaurus.spans(GERMAN.tokens(text))}


@pytest.mark.parametrize(
    "text", ["Rufbus", "Bus auf den Dörfern", "ein Bus auf dem Dorf", "On-Demand-Verkehr"]
)
def test_every_name_in_every_form_means_the_concept(text: str) -> None:
    assert "rufbus" in concepts(text)


def test_stop_words_may_stand_between_the_words_of_a_name_and_others_may_not() -> None:
    assert "rufbus" in concepts("Bus für das Dorf")
    assert "rufbus" not in concepts("Bus kleines Dorf")


def test_parts_of_compounds_mean_the_concept_less_surely() -> None:
    assert concepts("Bewässerungssteuerung")["bewaesserung"] < concepts("Bewässerung")["bewaesserung"] == 1


def test_everyday_words_mean_the_concept_less_surely() -> None:
    assert concepts("gießen")["bewaesserung"] < 1


def test_several_parts_of_a_compound_may_be_one_name() -> None:
    (token,) = GERMAN.tokens("Bodenfeuchtesensorsystem")
    assert "bewaesserung" in concepts("Bodenfeuchtesensorsystem")
    assert token.stem


def test_in_queries_the_words_of_a_name_may_stand_anywhere() -> None:
    tokens = GERMAN.tokens("Amt kommt ins Dorf")
    assert {span.target for span in GERMAN.thesaurus.loose_spans(tokens)} == {"mobiles-rathaus"}
    assert "mobiles-rathaus" not in concepts("Dorf hat Amt")


def test_of_a_saying_more_than_one_word_must_be_left() -> None:
    assert "mobiles-rathaus" not in concepts("Rädern")


def test_concepts_know_their_kinds() -> None:
    assert GERMAN.thesaurus.narrower("oepnv") == ["rufbus"]
    assert GERMAN.thesaurus.kinds_of_place == {"ort-klein"}


def test_an_everyday_word_means_nothing_as_a_part_of_a_compound() -> None:
    german = German(replace(LANGUAGE, compound_words=(*LANGUAGE.compound_words, "kanne")))
    (token,) = german.tokens("Gießkannensystem")
    assert token.parts
    assert not german.thesaurus.spans([token])


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("Leben auf dem Land", True),
        ("auf dem Land", True),
        ("Das Land fördert", False),
        ("Land", False),
        ("auf Land", False),
        ("Dem Land", False),
        ("wo ist was los", True),
        ("Losverfahren", False),
        ("los geht es", False),
        ("Suche-Biete", True),
        ("bieten wir an", False),
        ("Das Portal bietet viel", False),
    ],
)
def test_of_a_name_with_one_telling_word_the_fillers_count_too(text: str, is_meant: bool) -> None:
    concepts = (
        Concept("land", "Ländlicher Raum", everyday=("auf dem Land",)),
        Concept("fest", "Veranstaltung", everyday=("was los",)),
        Concept("boerse", "Tauschbörse", ("Suche-Biete",)),
    )
    german = German(Language(concepts))
    assert bool(german.thesaurus.spans(german.tokens(text))) == is_meant
