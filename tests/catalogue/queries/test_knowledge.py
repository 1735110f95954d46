"""Knowledge: the lists by date and name, one piece, and what stands around it."""

from __future__ import annotations

import pytest

from catalogue.queries import knowledge
from tests.catalogue.queries.german_order import sorted_german


def test_kinds_are_counted_in_the_order_of_the_vocabulary(db):
    counts = knowledge.counts(db)
    assert list(counts) == [
        row["id"] for row in db.execute("SELECT id FROM knowledge_kinds ORDER BY position")
    ]
    assert sum(counts.values()) == db.execute("SELECT count(*) FROM knowledge").fetchone()[0]


def test_only_known_pieces_have_a_kind(db):
    assert knowledge.kinds_of(db, ["lorawan", "gibt-es-nicht"]).keys() == {"lorawan"}


@pytest.mark.parametrize("kind", ["studien", "formate", "glossar", "normen"])
def test_a_list_has_what_is_dated_newest_first_then_the_rest_by_name(db, kind):
    listed = knowledge.of_kind(db, kind)
    dates = [one.date for one in listed if one.date]
    assert [bool(one.date) for one in listed] == sorted((bool(one.date) for one in listed), reverse=True)
    assert dates == sorted(dates, reverse=True)
    names = [one.title for one in listed if not one.date]
    assert names == sorted_german(names)
    assert {one.knowledge_kind for one in listed} == {kind}


def test_the_newest_are_studies_and_guides(db):
    newest = knowledge.newest(db, 6)
    assert len(newest) == 6
    assert {one.knowledge_kind for one in newest} <= {"studien", "leitfaeden"}
    assert [one.date for one in newest] == sorted((one.date for one in newest), reverse=True)


def test_members_lead_to_their_municipality_where_the_catalogue_knows_it(db):
    places = {row["name"]: row["id"] for row in db.execute("SELECT id, name FROM municipalities")}
    for (one,) in db.execute("SELECT DISTINCT knowledge FROM knowledge_members"):
        for member in knowledge.members(db, one):
            assert member.municipality == places.get(member.name)


def test_a_standard_is_used_by_those_that_name_it(db):
    assert knowledge.measures_using(db, "ogc-sensorthings")
    names = [solution.title for solution in knowledge.solutions_of(db, "ogc-sensorthings")]
    assert names
    assert names == sorted_german(names)


def test_what_is_related_is_so_in_both_directions(db):
    for one, other in db.execute("SELECT knowledge, linked_knowledge FROM knowledge_related"):
        assert other in [related.id for related in knowledge.related(db, one)]
        assert one in [related.id for related in knowledge.related(db, other)]


def test_criteria_that_it_helps_with_come_by_name(db):
    for (one,) in db.execute("SELECT DISTINCT knowledge FROM criteria_knowledge"):
        titles = [criterion.title for criterion in knowledge.criteria_of(db, one)]
        assert titles
        assert titles == sorted_german(titles)
