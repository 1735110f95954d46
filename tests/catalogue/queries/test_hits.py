"""What lists and files of hits tell of model projects."""

from __future__ import annotations

from catalogue.queries import hits


def test_only_the_projects_that_are_asked_for_and_exist_have_a_card(db):
    cards = hits.project_cards(db, ["hamburg-leipzig-muenchen", "gibt-es-nicht"])
    assert cards.keys() == {"hamburg-leipzig-muenchen"}
    assert cards["hamburg-leipzig-muenchen"].federal_states == ("hamburg", "sachsen", "bayern")
    assert hits.project_cards(db, []) == {}


def test_all_projects_have_their_names(db):
    names = hits.project_names(db)
    assert len(names) == 73
    assert names["zwoenitz"] == hits.project_cards(db, ["zwoenitz"])["zwoenitz"].name
