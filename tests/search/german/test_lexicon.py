"""What the dictionary knows of words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.german import Lexicon, fold
from search.german.lexicon import EMPTY
from search.stored import read_lexicon


@pytest.fixture(scope="module")
def lexicon(folder: Path) -> Lexicon:
    return read_lexicon(folder)


@pytest.mark.parametrize(
    ("form", "noun"),
    [
        ("Kitas", "Kita"),
        ("Cafés", "Café"),
        ("Zentren", "Zentrum"),
        ("Praxen", "Praxis"),
        ("Konten", "Konto"),
        ("Themen", "Thema"),
        ("Ergebnisse", "Ergebnis"),
        ("Ämter", "Amt"),
        ("Ärztin", "Arzt"),
        ("Kundinnen", "Kunde"),
        ("Seniorinnen", "Senior"),
        ("Jugendzentren", "Jugendzentrum"),
        ("Quartierszentren", "Quartierszentrum"),
        ("Lastenradboxen", "Lastenradbox"),
        ("Bäder", "Bad"),
        ("Busse", "Bus"),
    ],
)
def test_a_noun_has_one_stem_in_all_its_forms(lexicon: Lexicon, form: str, noun: str) -> None:
    assert lexicon.stem(fold(form)) == lexicon.stem(fold(noun))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daten", "Datum"),
        ("Parken", "Park"),
        ("guten", "Guter"),
        ("Leute", "Mann"),
        ("Termin", "Term"),
        ("Berger", "Berg"),
        ("Bürger", "Burg"),
    ],
)
def test_other_words_have_other_stems(lexicon: Lexicon, one: str, other: str) -> None:
    assert lexicon.stem(fold(one)) != lexicon.stem(fold(other))


@pytest.mark.parametrize("word", ["Mülleimer", "Schafställe", "versickerte", "sank", "kleinstes", "Obst"])
def test_words_are_known_in_all_their_forms(lexicon: Lexicon, word: str) -> None:
    assert lexicon.has(fold(word))
    assert not EMPTY.has(fold(word))


@pytest.mark.parametrize("word", ["Hochwaser", "Beteilgung", "Zwiling", "Parkplaz", "qwertz"])
def test_misspelt_words_are_not_known(lexicon: Lexicon, word: str) -> None:
    assert not lexicon.has(fold(word))


def test_two_words_may_be_one(lexicon: Lexicon) -> None:
    assert lexicon.may_be_compound(fold("Hochwasserpumpe"))
    assert not lexicon.may_be_compound(fold("Hochwaserpumpe"))


def test_names_are_no_plain_words(lexicon: Lexicon) -> None:
    assert [w for w in ("essen", "burg", "dresden", "ulm", "halle") if lexicon.is_plain(w)] == [
        "essen",
        "burg",
        "halle",
    ]


def test_what_is_written_is_read_again(lexicon: Lexicon) -> None:
    again = Lexicon.from_bytes(lexicon.to_bytes())
    assert again.to_bytes() == lexicon.to_bytes()
    for word in ("kitas", "hochwaser", "essen"):
        assert again.stem(word) == lexicon.stem(word)
        assert (again.has(word), again.is_plain(word)) == (lexicon.has(word), lexicon.is_plain(word))


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_without_words_only_the_rules_of_inflection_are_left(word: str) -> None:
    assert EMPTY.singular(word) == word
    assert not EMPTY.has(word)
