"""A technology has one spelling."""

from __future__ import annotations

import pytest

from tests.small_content import MEASURE, OTHER_MEASURE


def state(folder, place, *words, field="technologies"):
    folder.replace(place, "\nrecorded:", f"\n{field}: [{', '.join(words)}]\nrecorded:")


@pytest.mark.parametrize(
    ("word", "usual"),
    [("Bodenfeuchte-Sensor", "Bodenfeuchtesensoren"), ("lora wan", "LoRaWAN"), ("VR-Brille", "VR-Brillen")],
)
def test_what_most_entries_write_otherwise_is_told_where_it_stands(folder, word, usual):
    state(folder, OTHER_MEASURE, word)
    state(folder, MEASURE, usual)
    state(folder, MEASURE, usual, field="standards")
    [problem] = folder.problems()
    assert (problem.code, problem.severity) == ("technology-spelling", "warning")
    assert problem.path.endswith(OTHER_MEASURE)
    assert f"„{usual}“" in problem.message


def test_other_words_that_look_alike_are_right(folder):
    state(folder, OTHER_MEASURE, "3D-Drucker", "GIS", "Sensor")
    state(folder, MEASURE, "3D-Druck", "GI", "Sensorik")
    assert folder.problems() == []
