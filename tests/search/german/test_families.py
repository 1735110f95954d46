"""Words that derive from one another are one family."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.german import Families, fold, stem
from search.german.families import root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ausland", "ausländisch"),
        ("Ausland", "Ausländer"),
        ("Stadt", "Städtchen"),
        ("Arzt", "ärztlich"),
        ("übertragen", "Übertragbarkeit"),
        ("übertragen", "Übertragung"),
        ("barrierefrei", "Barrierefreiheit"),
        ("Gefahr", "gefährlich"),
        ("Nachbarn", "Nachbarschaft"),
        ("Freund", "freundlich"),
        ("Flucht", "Flüchtling"),
        ("erleben", "Erlebnis"),
        ("Europa", "europäisch"),
        ("Unfall", "Unfälle"),
    ],
)
def test_derived_words_have_one_root(one: str, other: str) -> None:
    assert root(stem(fold(one))) == root(stem(fold(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Schiff", "Schicht"), ("Busch", "Bus"), ("Rose", "Rosine"), ("Tisch", "Tafel"), ("Honig", "Hone")],
)
def test_words_that_only_look_alike_do_not(one: str, other: str) -> None:
    assert root(stem(fold(one))) != root(stem(fold(other)))


def test_a_family_is_told_without_the_word_itself() -> None:
    families = Families(["ausland", "auslandisch", "auslaufer", "b466"])
    assert families.of("auslandisch") == ["ausland"]
    assert families.of("auslander") == ["ausland", "auslandisch"]
    assert families.of("b466") == families.of("binnenland") == []


@given(st.from_regex(r"[a-z]{1,30}", fullmatch=True))
def test_the_root_of_a_root_is_itself_and_has_four_letters(word: str) -> None:
    assert root(root(word)) == root(word)
    assert word.startswith(root(word))
    assert len(root(word)) >= min(4, len(word))
