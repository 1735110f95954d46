"""Model projects: the list, and what stands beside the entry of one."""

from __future__ import annotations

from catalogue.queries import projects
from tests.catalogue.queries.german_order import sorted_german


def test_all_projects_are_listed_by_name_with_umlauts_beside_their_vowels(db):
    names = [project.name for project in projects.projects(db)]
    assert len(names) == 73
    assert names == sorted_german(names)


def test_a_listed_project_tells_its_states_and_counts_its_measures(db):
    listed = {project.id: project for project in projects.projects(db)}
    assert listed["hamburg-leipzig-muenchen"].federal_states == ("hamburg", "sachsen", "bayern")
    assert listed["zwoenitz"].measures == len(projects.project_measures(db, "zwoenitz"))


def test_an_unknown_project_has_no_places(db):
    assert projects.places_of(db, "gibt-es-nicht") == []


def test_places_keep_the_order_of_the_entry(db):
    names = [place.name for place in projects.places_of(db, "hamburg-leipzig-muenchen")]
    assert names == ["Hamburg", "Leipzig", "München"]


def test_measures_come_by_field_of_action_then_by_name(db):
    order = {row["id"]: row["position"] for row in db.execute("SELECT id, position FROM fields")}
    ids = projects.project_measures(db, "bad-belzig")
    first = {
        row["measure"]: order[row["field"]]
        for row in db.execute("SELECT measure, field FROM measures_fields WHERE position = 1")
    }
    assert [first[one] for one in ids] == sorted(first[one] for one in ids)
