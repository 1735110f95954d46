"""Words that people write differently are understood alike."""

import pytest

from search.german import German, fold, stem
from tests.search.conftest import LANGUAGE

GERMAN = German(LANGUAGE)


def stems(text: str) -> set[str]:
    return {s for word in GERMAN.words(text) for s in (word.stem, *word.parts, word.joined) if s}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bäume", "Baeume"),
        ("Bäume", "baume"),
        ("BÄUME", "ba\u0308ume"),
        ("Straße", "Strasse"),
        ("STRASSE", "Straßen"),
        ("Bürgerinnen", "Bürger"),
        ("Zählung", "Zählungen"),
    ],
)
def test_spellings_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


def test_two_letters_after_a_vowel_are_no_umlaut() -> None:
    assert fold("neue Quelle") == "neue quelle"


@pytest.mark.parametrize("text", ["On-Demand-Verkehr", "OnDemand-Verkehr", "on demand verkehr"])
def test_hyphens_and_capitals_do_not_matter(text: str) -> None:
    assert {"demand", "verkehr"} <= stems(text)


def test_the_whole_of_a_hyphenated_word_is_a_word_too() -> None:
    assert stem("ondemandverkehr") in stems("On-Demand-Verkehr")


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("Hochwasserfrühwarnsystem", ["hochwasser", "früh", "warn", "system"]),
        ("Bürgerbeteiligungsplattform", ["bürger", "beteiligung", "plattform"]),
        ("Bewässerungssteuerung", ["bewässerung", "steuerung"]),
        ("Straßenbäume", ["straße", "baum"]),
        ("Xantenplattformen", ["xanten", "plattform"]),
    ],
)
def test_compounds_are_cut_into_their_parts(compound: str, parts: list[str]) -> None:
    (word,) = GERMAN.words(compound)
    assert list(word.parts) == [stem(fold(part)) for part in parts]


def test_known_words_are_not_cut() -> None:
    (word,) = GERMAN.words("Hochwasser")
    assert not word.parts


def test_names_of_places_are_neither_cut_nor_stemmed() -> None:
    bachhausen, waldkirchen = GERMAN.words("Bachhausen Waldkirchen")
    assert (bachhausen.stem, bachhausen.parts) == ("bachhausen", ())
    assert waldkirchen.stem == "waldkirchen"


def test_a_place_of_several_words_is_one_place() -> None:
    (span,) = GERMAN.place_spans(GERMAN.words("Altstadt am Berg"))
    assert (span.first, span.last) == (0, 2)


def test_bürger_is_not_burg() -> None:
    assert stem(fold("Bürger")) != stem(fold("Burg"))


def test_gender_marks_are_no_words() -> None:
    assert stems("Bürger:innen") == stems("Bürger*innen") == stems("Bürger")


@pytest.mark.parametrize("text", ["C++", "C#", "CO2", "LoRaWAN", "IoT", "ÖPNV", "80 %"])
def test_names_of_techniques_stay_whole(text: str) -> None:
    assert len(GERMAN.words(text)) == 1


def test_names_of_several_words_are_found_with_stop_words_between() -> None:
    words = GERMAN.words("ein Bus auf dem Dorf")
    assert "rufbus" in {span.target for span in GERMAN.concept_spans(words)}


def test_concepts_are_found_within_compounds() -> None:
    words = GERMAN.words("Bewässerungssteuerung")
    assert "bewaesserung" in {span.target for span in GERMAN.concept_spans(words)}
