"""What stands beside the entries of reports and goals."""

from __future__ import annotations

from itertools import accumulate

from catalogue.model.entries import Goal
from catalogue.queries import programme
from catalogue.queries.entries import read_one

REPORT = "answer-2024"


def test_what_was_drawn_adds_up_from_half_year_to_half_year(db):
    drawn = programme.drawdowns(db, REPORT)
    names = [one.half_year for one in drawn]
    assert names == sorted(names)
    assert [one.sum_eur for one in drawn] == list(accumulate(one.amount_eur for one in drawn))


def test_own_counts_are_those_of_the_tables(db):
    own = programme.own_counts(db)
    assert own.projects == db.execute("SELECT count(*) FROM projects").fetchone()[0] == 73
    assert own.measures == db.execute("SELECT count(*) FROM measures").fetchone()[0]


def test_cohorts_come_in_the_order_of_the_vocabulary_and_count_everything(db):
    cohorts = programme.cohorts(db)
    assert [one.id for one in cohorts] == [
        row["id"] for row in db.execute("SELECT id FROM cohorts ORDER BY position")
    ]
    assert sum(one.projects for one in cohorts) == programme.own_counts(db).projects
    assert sum(one.measures for one in cohorts) == programme.own_counts(db).measures


def test_every_goal_of_the_list_has_a_page_with_its_rules_and_its_measures(db):
    goals = programme.goals(db)
    order = [row["id"] for row in db.execute("SELECT id FROM goals ORDER BY position")]
    assert [one.id for one in goals] == order
    for listed in goals:
        goal = read_one(db, Goal, listed.id)
        assert goal is not None
        assert len(programme.measures_for(db, listed.id)) == listed.measures
        assert sum(one.measures for one in programme.statuses_for(db, listed.id)) == listed.measures
        assert listed.stated == max((one.count for one in goal.counts), default=None)


def test_measures_in_operation_come_first(db):
    running = {row["id"] for row in db.execute("SELECT id FROM measures WHERE status = 'betrieb'")}
    first = [one in running for one in programme.measures_for(db, "nahverkehr")]
    assert first == sorted(first, reverse=True)


def test_an_example_names_its_project_and_measure_where_the_catalogue_knows_them(db):
    for goal in programme.goals(db):
        for example in programme.examples(db, goal.id):
            assert (example.project is None) == (example.project_name is None)
            assert (example.measure is None) == (example.measure_title is None)
