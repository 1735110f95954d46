"""The steps together: words that people write differently are understood alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.german import German, analyse_language, fold, stem
from tests.search.conftest import LANGUAGE

GERMAN = German(LANGUAGE)


def stems(text: str) -> set[str]:
    return {s for token in GERMAN.tokens(text) for s in (token.stem, *token.parts, token.joined) if s}


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
def test_a_compound_has_the_stems_of_its_parts(compound: str, parts: list[str]) -> None:
    (token,) = GERMAN.tokens(compound)
    assert list(token.parts) == [stem(fold(part)) for part in parts]


def test_names_of_concepts_are_not_cut_and_may_be_parts() -> None:
    (token,) = GERMAN.tokens("Dashboardsystem")
    assert list(token.parts) == [stem("dashboard"), stem("system")]


def test_names_of_places_are_neither_cut_nor_stemmed() -> None:
    bachhausen, waldkirchen = GERMAN.tokens("Bachhausen Waldkirchen")
    assert (bachhausen.stem, bachhausen.parts) == ("bachhausen", ())
    assert waldkirchen.stem == "waldkirchen"


GENDER_FORMS = (
    "Bürger:innen",
    "Bürger*innen",
    "Bürger_innen",
    "BürgerInnen",
    "Bürger/-innen",
    "Bürger(innen)",
    "Bürgerinnen",
)


@pytest.mark.parametrize("text", GENDER_FORMS)
def test_gender_forms_are_one_word(text: str) -> None:
    assert stems(text) == stems("Bürger")


@pytest.mark.parametrize(
    ("one", "other"), [("W-LAN", "WLAN"), ("E-Rezept", "erezept"), ("e-bike", "EBike"), ("U‑Bahn", "UBahn")]
)
def test_a_letter_with_a_hyphen_makes_one_word(one: str, other: str) -> None:
    (token,) = GERMAN.tokens(one)
    assert token.stem == stem(fold(other))


def test_what_follows_the_letter_is_a_part() -> None:
    (token,) = GERMAN.tokens("E-Bus")
    assert token.parts == ("bus",)


@pytest.mark.parametrize("text", ["1,5", "1.5"])
def test_a_decimal_comma_is_a_point(text: str) -> None:
    assert stems(text) == {"1.5"}


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in GERMAN.tokens(text):
        assert fold(text[token.start : token.end]) == token.folded


def test_what_was_analysed_before_spares_nothing_but_time() -> None:
    again = German(LANGUAGE, analyse_language(LANGUAGE), {"Rufbusse": GERMAN.tokens_of("Rufbusse")})
    text = "Rufbusse fahren zum Mobilen Bürgerbüro von Altstadt am Berg"
    assert again.tokens(text) == GERMAN.tokens(text)
    assert again.thesaurus.spans(again.tokens(text)) == GERMAN.thesaurus.spans(GERMAN.tokens(text))
