"""A technology has one spelling."""

from __future__ import annotations

import pytest

from tests.small_content import MEASURE, OTHER_MEASURE

VOCABULARY = "vocabulary/technologies.yaml"
TERM = "  - {{id: {id}, label: {{de: {de}, en: {en}}}, description: Eine Technik, words: [{words}]}}\n"
HEAD = "id: technologies\nlabel: {de: Technik, en: Technology}\ndescription: Technik\nterms:\n"


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


@pytest.mark.parametrize(
    ("second", "column"),
    [
        ({"de": "LoRa", "en": "X", "words": "Y"}, "LoRa"),
        ({"de": "X", "en": "lora", "words": "Y"}, "lora"),
        ({"de": "X", "en": "X", "words": "Y, Funknetz"}, "Funknetz"),
    ],
)
def test_a_word_that_two_terms_claim_is_told_where_it_stands_the_second_time(folder, second, column):
    first = TERM.format(id="lorawan", de="LoRaWAN", en="LoRaWAN", words="LoRa, Funknetz")
    line = TERM.format(id="mqtt", **second)
    folder.write(VOCABULARY, HEAD + first + line)
    [problem] = folder.problems()
    assert (problem.code, problem.line, problem.column) == ("word-of-two-terms", 6, line.index(column) + 1)


def test_a_term_may_repeat_its_own_word(folder):
    folder.write(VOCABULARY, HEAD + TERM.format(id="gis", de="GIS", en="GIS", words="gis"))
    assert folder.problems() == []
