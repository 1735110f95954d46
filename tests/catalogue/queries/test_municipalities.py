"""Municipalities: the list, finding one by its name, and what runs there."""

from __future__ import annotations

import pytest

from catalogue.queries import municipalities
from tests.catalogue.queries.german_order import sorted_german


def test_all_are_listed_by_name_with_umlauts_beside_their_vowels(db):
    names = [place.name for place in municipalities.municipalities(db)]
    assert len(names) == db.execute("SELECT count(*) FROM municipalities").fetchone()[0]
    assert names == sorted_german(names)


def test_a_listed_place_counts_the_measures_that_run_there(db):
    for place in municipalities.municipalities(db)[:40]:
        assert place.measures == len(municipalities.measures_in(db, place.id))


@pytest.mark.parametrize("name", ["Zwönitz", "zwönitz", "ZWÖNITZ"])
def test_a_place_is_found_whatever_the_case_of_its_name(db, name):
    assert municipalities.municipality_named(db, name) == "zwoenitz"


def test_a_place_is_found_by_each_of_its_aliases(db):
    for row in db.execute("SELECT municipality, text FROM municipalities_aliases LIMIT 20").fetchall():
        assert municipalities.municipality_named(db, row["text"]) is not None


def test_an_unknown_place_is_not_found(db):
    assert municipalities.municipality_named(db, "Schilda") is None
    assert municipalities.measures_in(db, "schilda") == []
    assert municipalities.projects_of(db, "schilda") == []


def test_measures_in_operation_come_first_and_discontinued_ones_last(db):
    statuses = {row["id"]: row["status"] for row in db.execute("SELECT id, status FROM measures")}
    for place in ("berlin", "zwoenitz", "bamberg"):
        found = [statuses[one] for one in municipalities.measures_in(db, place)]
        running = [status == "betrieb" for status in found]
        stopped = [status == "eingestellt" for status in found]
        assert found
        assert running == sorted(running, reverse=True)
        assert stopped == sorted(stopped)


def test_projects_that_a_place_takes_part_in_come_by_name(db):
    for row in db.execute(
        "SELECT municipality FROM projects_municipalities GROUP BY 1 HAVING count(*) > 1"
    ).fetchall():
        names = [project.name for project in municipalities.projects_of(db, row["municipality"])]
        assert len(names) > 1
        assert names == sorted_german(names)
