"""Inflected forms become one, and different words stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.german import fold, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "Straßen"),
        ("Bürgerinnen", "Bürger"),
        ("Zählung", "Zählungen"),
        ("Messung", "messen"),
        ("misst", "gemessen"),
        ("Berg", "Bergs"),
        ("offene", "offenes"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Bürger", "Burg"), ("Laden", "Lade"), ("Bildung", "Bild"), ("Zeitung", "Zeit")]
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize("word", ["bus", "5g", "co2", "haus", "see"])
def test_short_words_and_codes_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_of_a_word_three_letters_or_all_are_left(word: str) -> None:
    assert len(stem(word)) >= min(3, len(word))
