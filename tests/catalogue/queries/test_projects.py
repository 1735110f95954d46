"""Model projects: the list, one of them, and what belongs to it."""

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


def test_a_project_tells_what_its_entry_tells(db):
    project = projects.project(db, "zwoenitz")
    assert project is not None
    assert (project.lead, project.cohort) == ("Stadt Zwönitz", "staffel-1")
    assert project.federal_states == ("sachsen",)
    assert isinstance(project.aliases, tuple)


def test_there_is_no_project_of_an_unknown_id(db):
    assert projects.project(db, "gibt-es-nicht") is None
    assert projects.places_of(db, "gibt-es-nicht") == []


def test_places_keep_the_order_of_the_entry(db):
    names = [place.name for place in projects.places_of(db, "hamburg-leipzig-muenchen")]
    assert names == ["Hamburg", "Leipzig", "München"]


def test_funding_tells_who_pays(db):
    shares = [share for one in projects.projects(db) for share in projects.project_funding(db, one.id)]
    assert shares
    assert all(share.funder for share in shares)


def test_measures_come_by_field_of_action_then_by_name(db):
    order = {row["id"]: row["position"] for row in db.execute("SELECT id, position FROM fields")}
    ids = projects.project_measures(db, "bad-belzig")
    first = {
        row["measure"]: order[row["field"]]
        for row in db.execute("SELECT measure, field FROM measures_fields WHERE position = 1")
    }
    assert [first[one] for one in ids] == sorted(first[one] for one in ids)
