"""Ids of new entries by the rule of the house, and what the register tells of a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.editing.new_entry import facts_of_place, id_from, new_id, places_called
from catalogue.model.entries import Knowledge, Measure, Municipality, Project
from catalogue.reading.content import Content, read_content
from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE

CONTENT = Path(__file__).parents[3] / "content"

unhurried = settings(deadline=None)


@pytest.fixture(scope="module")
def real() -> Content:
    return read_content(CONTENT)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Mobilität für Ältere", "mobilitaet-fuer-aeltere"),
        ("Straße #1: „Zitat“", "strasse-1-zitat"),
        ("Cottbus/Chóśebuz", "cottbus-chosebuz"),
        ("Frankfurt (Oder)", "frankfurt-oder"),
        ("ÄÖÜ", "aeoeue"),
        ("a\u0308", "ae"),
        ("🚌", ""),
        ("wort " * 40, "-".join(["wort"] * 16)),
        ("x" * 100, "x" * 80),
    ],
)
def test_a_name_becomes_an_id(name: str, told: str) -> None:
    assert id_from(name) == told


@unhurried
@given(st.text(max_size=200))
def test_an_id_has_the_form_of_ids(name: str) -> None:
    made = id_from(name)
    assert made == "" or (
        all(part.isalnum() and part.isascii() for part in made.split("-")) and len(made) <= 80
    )
    assert id_from(made) == made


def test_an_id_is_new_and_that_of_a_measure_begins_with_its_project(folder: Folder) -> None:
    content = folder.read()
    assert new_id(Measure, "Fahrradring", content, "musterstadt") == "musterstadt-fahrradring"
    assert new_id(Measure, "Musterstadt Rufbus", content, "musterstadt") == "musterstadt-rufbus-2"
    assert new_id(Knowledge, "Rufbus Baukasten", content) == "rufbus-baukasten-2"


def test_an_id_that_an_entry_had_is_not_given_again(folder: Folder) -> None:
    folder.replace(
        MEASURE, "id: musterstadt-rufbus\n", "id: musterstadt-rufbus\nformer_ids: [musterstadt-bus]\n"
    )
    folder.write(
        "retired.yaml",
        "id: retired\nids:\n  - kind: measure\n    id: musterstadt-alt\n    date: 2026-11-30\n    reason: Nie begonnen\n",
    )
    content = folder.read()
    assert new_id(Measure, "Bus", content, "musterstadt") == "musterstadt-bus-2"
    assert new_id(Measure, "Alt", content, "musterstadt") == "musterstadt-alt-2"


def test_a_place_may_be_called_like_its_project_but_like_no_other_place(folder: Folder) -> None:
    content = folder.read()
    assert new_id(Project, "Nachbarort", content) == "nachbarort"
    assert new_id(Municipality, "Nachbarort", content) == "nachbarort-2"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Zwönitz", "14521710"),
        ("Zwönits", "14521710"),
        ("Landkreis Harz", "15085"),
        ("münchen", "09162000"),
        ("Bad Homb", "06434001"),
    ],
)
def test_the_register_offers_the_places_that_a_name_may_mean(real: Content, name: str, first: str) -> None:
    assert places_called(real, name)[0].key == first


def test_no_place_is_offered_for_a_name_like_none(real: Content) -> None:
    assert places_called(real, "Xyzabcdefg") == []


def test_what_the_register_tells_is_what_the_entries_say(real: Content) -> None:
    for entry in real.municipalities.values():
        if entry.ags in real.places_by_key:
            facts = facts_of_place(real.places_by_key[entry.ags])
            for name in ("municipality_kind", "federal_state"):
                assert getattr(entry, name) in (None, facts[name]), entry.id
