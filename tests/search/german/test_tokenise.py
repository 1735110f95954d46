"""Words as they are written, and their pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.german.tokenise import pieces, words_in

APOSTROPHES = "'’‘‛`´ʼʹ"
GENDER_MARKS = (":", "*", "_", "·", "/", "/-")


def written(text: str) -> list[str]:
    return [match.group() for match in words_in(text)]


def cut(word: str) -> list[str]:
    return [word[start:end] for start, end in pieces(word)]


def test_hyphens_hold_words_together_and_other_marks_part_them() -> None:
    assert written("Der On-Demand-Bus, z. B. in Ulm/Neu-Ulm (2021).") == [
        "Der", "On-Demand-Bus", "z", "B", "in", "Ulm/Neu-Ulm", "2021",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["C++", "C#", "CO2", "LoRaWAN", "IoT", "ÖPNV", "80", "5G", "3D", "R&D"])
def test_names_of_techniques_stay_whole(text: str) -> None:
    assert written(f"mit {text} %") == ["mit", text]
    assert cut(text) == [text]


@pytest.mark.parametrize("text", ["1,5", "2.0", "2.0.1", "v3.11", "12,50", "1,5km", "4.0"])
def test_digits_on_both_sides_of_a_comma_or_point_are_one_number(text: str) -> None:
    assert written(f"Ab {text}, dann {text}.") == ["Ab", text, "dann", text]
    assert cut(text) == [text]


def test_a_comma_or_point_after_a_number_is_none_of_it() -> None:
    assert written("2021, 2022. Und 5,Eier") == ["2021", "2022", "Und", "5", "Eier"]


@pytest.mark.parametrize("word", ["On-Demand-Verkehr", "OnDemand-Verkehr"])
def test_hyphens_and_capitals_part_a_word_alike(word: str) -> None:
    assert cut(word) == ["On", "Demand", "Verkehr"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("W-LAN", ["W-LAN"]),
        ("E-Rezept", ["E-Rezept"]),
        ("U‑Bahn", ["U‑Bahn"]),
        ("E-Mail-Adresse", ["E-Mail", "Adresse"]),
        ("WLAN-Netz", ["WLAN", "Netz"]),
        ("3D-Modell", ["3D", "Modell"]),
    ],
)
def test_a_single_letter_goes_with_what_follows(word: str, expected: list[str]) -> None:
    assert cut(word) == expected


def test_capitals_that_stand_close_part_nothing() -> None:
    assert cut("DigitalPakt") == ["Digital", "Pakt"]
    assert cut("eGovernment") == ["eGovernment"]


@pytest.mark.parametrize("noun", ["Bürger", "Ärzt", "Mitarbeiter", "Kolleg", "Schüler"])
@pytest.mark.parametrize("mark", GENDER_MARKS)
def test_marks_of_gender_are_no_words(noun: str, mark: str) -> None:
    assert written(f"Für {noun}{mark}innen, jede{mark}n.") == ["Für", noun, "jede"]
    assert written(f"{noun}{mark}in") == written(f"{noun}(innen)") == written(f"{noun}Innen") == [noun]


def test_a_word_may_go_on_after_the_mark_of_gender() -> None:
    assert written("Bürger:innenrat und BürgerInnenrat") == ["Bürger", "rat", "und", "Bürger", "rat"]


@pytest.mark.parametrize("text", ["Innenstadt", "Stadt: innen", "das Innen", "LinkedIn", "Stadt/Land", "a:b"])
def test_what_only_looks_like_it_is_a_word(text: str) -> None:
    assert "".join(written(text)) == text.replace(": ", "").replace(":", "").replace(" ", "")


@pytest.mark.parametrize("mark", APOSTROPHES)
def test_all_apostrophes_are_one(mark: str) -> None:
    assert written(f"Wie geht{mark}s mit Köln{mark}s Rock{mark}n{mark}Roll") == [
        "Wie", "geht", "mit", "Köln", "Rock", "Roll",
    ]  # fmt: skip


@given(st.text(max_size=40))
def test_words_stand_where_they_say(text: str) -> None:
    for match in words_in(text):
        assert text[match.start() : match.end()] == match.group()
        assert all(0 <= start < end <= len(match.group()) for start, end in pieces(match.group()))
