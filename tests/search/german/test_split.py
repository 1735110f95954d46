"""Compounds are cut into words that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.german.split import Splitter

SPLITTER = Splitter(
    [
        "hochwasser",
        "fruh",
        "warn",
        "system",
        "burger",
        "beteiligung",
        "plattform",
        "strasse",
        "baum",
        "schule",
        "hof",
        "wasser",
        "tisch",
    ]
)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("hochwasserfruhwarnsystem", ["hochwasser", "fruh", "warn", "system"]),
        ("burgerbeteiligungsplattform", ["burger", "beteiligungs", "plattform"]),
        ("strassenbaume", ["strassen", "baume"]),
        ("schulhof", ["schul", "hof"]),
    ],
)
def test_compounds_are_cut_into_their_parts(compound: str, parts: list[str]) -> None:
    assert SPLITTER.parts(compound) == parts


def test_linking_letters_belong_to_no_part() -> None:
    compound = "beteiligungsplattform"
    assert [compound[start:end] for start, end in SPLITTER.cuts(compound)] == ["beteiligung", "plattform"]


def test_the_first_part_may_be_unknown() -> None:
    assert SPLITTER.parts("xantenplattformen") == ["xanten", "plattformen"]


@pytest.mark.parametrize("word", ["hochwasser", "hochwassern", "wasser", "plan", "co2system"])
def test_known_and_short_words_and_codes_are_not_cut(word: str) -> None:
    assert SPLITTER.parts(word) == []


def test_what_only_ends_like_a_noun_is_not_cut() -> None:
    assert SPLITTER.parts("automatisch") == []


def test_the_fewest_parts_win() -> None:
    assert Splitter(["hoch", "wasser", "hochwasser", "pegel"]).parts("hochwasserpegel") == [
        "hochwasser",
        "pegel",
    ]


def test_inflections_of_known_words_are_known() -> None:
    assert SPLITTER.knows("plattformen")
    assert not SPLITTER.knows("plattformig")


@given(st.text("abehilnorstuw", max_size=30))
def test_the_parts_are_the_whole_word(word: str) -> None:
    assert "".join(SPLITTER.parts(word)) in ("", word)
