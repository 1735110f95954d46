"""Words as they are written, and their pieces."""

import pytest

from search.german.tokenise import WRITTEN, pieces


def written(text: str) -> list[str]:
    return WRITTEN.findall(text)


def cut(word: str) -> list[str]:
    return [word[start:end] for start, end in pieces(word)]


def test_hyphens_hold_words_together_and_other_marks_part_them() -> None:
    assert written("Der On-Demand-Bus, z. B. in Ulm/Neu-Ulm (2021).") == [
        "Der", "On-Demand-Bus", "z", "B", "in", "Ulm/Neu-Ulm", "2021",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["C++", "C#", "CO2", "LoRaWAN", "IoT", "ÖPNV", "80"])
def test_names_of_techniques_stay_whole(text: str) -> None:
    assert written(f"mit {text} %") == ["mit", text]
    assert cut(text) == [text]


@pytest.mark.parametrize("word", ["On-Demand-Verkehr", "OnDemand-Verkehr"])
def test_hyphens_and_capitals_part_a_word_alike(word: str) -> None:
    assert cut(word) == ["On", "Demand", "Verkehr"]


def test_capitals_that_stand_close_part_nothing() -> None:
    assert cut("DigitalPakt") == ["Digital", "Pakt"]
    assert cut("eGovernment") == ["eGovernment"]
