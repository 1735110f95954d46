"""What a cell of our table holds is read back as it was, whatever it is."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalogue.editing.importing import values_of_row
from catalogue.editing.new_entry import choices
from catalogue.editing.table_cells import as_cell, texts_of
from catalogue.editing.table_file import read_table
from catalogue.exports.spreadsheet import csv_file
from catalogue.model.entries import Measure
from catalogue.model.shapes import shapes
from catalogue.reading.content import Content, read_content
from tests.catalogue.editing.test_writer import TEXT, as_read, is_allowed

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(CONTENT)


def test_texts_are_joined_as_people_join_them() -> None:
    assert as_cell(["LoRaWAN", "App (iOS, Android)"]) == "LoRaWAN | App (iOS, Android)"
    assert texts_of("LoRaWAN | App (iOS, Android)\nMQTT") == ["LoRaWAN", "App (iOS, Android)", "MQTT"]


@pytest.mark.parametrize("texts", [["a | b"], ["a|"], ["[a"], ["{a}"], ["a\nb"], [" a"], [""]])
def test_what_would_be_taken_apart_otherwise_is_json(texts: list[str]) -> None:
    assert as_cell(texts).startswith("[")


ALLOWED = TEXT.filter(is_allowed).map(as_read).filter(bool)


@settings(deadline=None)
@given(st.lists(ALLOWED, min_size=1, max_size=4), ALLOWED)
@example(["'=1+1", "''", "a|b"], "'-5")
def test_values_come_back_from_a_file_as_they_went_in(content: Content, texts: list[str], text: str) -> None:
    values: dict[str, Any] = {
        "asked_as": texts,
        "technologies": texts,
        "results": [{"text": one} for one in texts],
        "contact": {"name": text, "email": "smartcity@example.org"},
        "discontinued_reason": text,
    }
    file = csv_file(values, [map(as_cell, values.values())])
    (row,) = read_table("measures.csv", file, "").rows
    assert values_of_row(content, Measure, row, {key: key for key in values}) == values


@pytest.mark.parametrize("key", ["fields", "kinds", "audiences", "spaces"])
def test_the_names_of_terms_are_told_apart_between_commas(content: Content, key: str) -> None:
    for pair in permutations(choices(content, shapes(Measure)[key]).items(), 2):
        (row,) = read_table("a.csv", csv_file([key], [[", ".join(name for _, name in pair)]]), "").rows
        assert values_of_row(content, Measure, row, {key: key}) == {key: [one for one, _ in pair]}
