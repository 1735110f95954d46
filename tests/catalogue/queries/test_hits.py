"""What lists and files of hits tell of model projects, and of solutions the measures that they are in."""

from __future__ import annotations

from catalogue.queries import hits
from catalogue.queries.solutions import solution_records


def test_only_the_projects_that_are_asked_for_and_exist_have_a_card(db):
    cards = hits.project_cards(db, ["hamburg-leipzig-muenchen", "gibt-es-nicht"])
    assert cards.keys() == {"hamburg-leipzig-muenchen"}
    assert cards["hamburg-leipzig-muenchen"].federal_states == ("hamburg", "sachsen", "bayern")
    assert hits.project_cards(db, []) == {}


def test_all_projects_have_their_names(db):
    names = hits.project_names(db)
    assert len(names) == 73
    assert names["zwoenitz"] == hits.project_cards(db, ["zwoenitz"])["zwoenitz"].name


def test_a_solution_is_in_the_same_measures_in_lists_as_on_its_page(db):
    pages = {one.id: one.measures for one in solution_records(db) if one.measures}
    assert hits.measures_of_solutions(db, [one.id for one in solution_records(db)]) == pages
    assert any(set(one.measures) - set(one.solution.measures) for one in solution_records(db))
    of_measures = hits.solutions_of_measures(db, {measure for ids in pages.values() for measure in ids})
    assert {(one, measure) for measure, ids in of_measures.items() for one in ids} == {
        (one, measure) for one, ids in pages.items() for measure in ids
    }
