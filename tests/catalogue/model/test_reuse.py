"""What a reuse counts for, and when it runs elsewhere: the definition that all pages and numbers share."""

from __future__ import annotations

import pytest

from catalogue.model.entries import Reuse
from catalogue.model.reuse import Family, by_entry, is_in_use_elsewhere, is_reported, rows
from tests.catalogue.conftest import Folder

SOURCE = {"url": "https://example.org/wer", "title": "Wer es nutzt"}


def record(
    origin: str, who: str = "anderswo", kind: str = "uebernommen", status: str = "im-einsatz"
) -> Reuse:
    """A record as its file would tell it."""
    return Reuse.model_validate(
        {
            "id": f"{origin}-{who}",
            "origin": origin,
            "municipality": who,
            "reuse_kind": kind,
            "status": status,
            "recorded": "2026-11-23",
            "sources": [SOURCE],
        }
    )


@pytest.fixture
def family(folder: Folder) -> Family:
    """The project Musterstadt with two measures, one of them part of a solution."""
    return folder.read().family


def test_a_measure_and_its_solution_count_the_same_records(family):
    counted = by_entry(family, [record("rufbus-baukasten", "a"), record("musterstadt-rufbus", "b")])
    ids = ["musterstadt-rufbus-b", "rufbus-baukasten-a"]
    for entry in (
        ("solution", "rufbus-baukasten"),
        ("measure", "musterstadt-rufbus"),
        ("project", "musterstadt"),
    ):
        assert [one.id for one in counted[entry]] == ids


def test_a_measure_that_is_part_of_no_solution_counts_its_own_records(family):
    counted = by_entry(family, [record("musterstadt-pegel"), record("rufbus-baukasten")])
    assert [one.origin for one in counted["measure", "musterstadt-pegel"]] == ["musterstadt-pegel"]
    assert ("solution", "musterstadt-pegel") not in counted
    assert len(counted["project", "musterstadt"]) == 2


def test_an_origin_that_does_not_exist_counts_for_nothing(family):
    assert family.counted_for("gibt-es-nicht") == []
    assert list(rows(family, [record("gibt-es-nicht")])) == []


def test_the_places_of_the_projects_take_part(family):
    assert family.participants("rufbus-baukasten") == ["musterstadt"]
    assert family.participants("musterstadt-pegel") == ["musterstadt"]


@pytest.mark.parametrize("kind", ["uebernommen", "angepasst", "gemeinsame-entwicklung"])
def test_a_place_that_runs_what_it_took_over_adapted_or_develops_with_others_uses_it_elsewhere(kind):
    assert is_in_use_elsewhere(record("x", kind=kind))
    assert not is_in_use_elsewhere(record("x", kind=kind, status="geplant"))


@pytest.mark.parametrize("kind", ["ausweitung", "erprobung", "vorbild", "genannt"])
def test_a_roll_out_at_home_a_test_a_model_and_a_mere_mention_are_no_use_elsewhere(kind):
    assert not is_in_use_elsewhere(record("x", kind=kind))


def test_only_a_place_merely_named_in_a_list_is_not_reported():
    assert not is_reported(record("x", kind="genannt", status="unbekannt"))
    assert is_reported(record("x", kind="vorbild", status="interesse"))
