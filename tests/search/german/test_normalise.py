"""Spellings of a word become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.german.normalise import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bäume", "Baeume"),
        ("Bäume", "baume"),
        ("BÄUME", "ba\u0308ume"),
        ("Straße", "STRASSE"),
        ("Café", "cafe"),
        ("ＢＵＳ", "bus"),
    ],
)
def test_spellings_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_two_letters_after_a_vowel_are_no_umlaut() -> None:
    assert fold("neue Quelle") == "neue quelle"


@given(st.text())
def test_what_is_folded_has_no_capitals_and_no_accents(text: str) -> None:
    folded = fold(text)
    assert folded == folded.casefold()
    assert not set("äöüßéè") & set(folded)
