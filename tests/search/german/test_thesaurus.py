"""Words that mean a concept."""

import pytest

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
