"""Which measures serve a goal."""

from __future__ import annotations

import sqlite3

import pytest

from catalogue.edition.goals import holds, measures_of_goals, words
from catalogue.model.entries import GoalRule
from catalogue.reading.content import Content, read_content
from tests.conftest import CONTENT


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(CONTENT)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"field": "mobilitaet"}, True),
        ({"field": "gesundheit-pflege"}, False),
        ({"word": "kleinbus"}, True),
        ({"word": "fähre"}, False),
        ({"field": "mobilitaet", "word": "fähre"}, False),
        ({"field": "mobilitaet", "kind": "mobilitaetsangebot", "word": "bus"}, True),
        ({"audience": "unternehmen"}, False),
    ],
)
def test_all_that_a_rule_names_must_be_true_of_the_measure(content, rule, expected):
    erzmobil = content.measures["zwoenitz-erzmobil"]
    assert holds(GoalRule(**rule), erzmobil, words(erzmobil)) is expected


def test_a_word_does_not_reach_from_one_text_into_the_next(content):
    erzmobil = content.measures["zwoenitz-erzmobil"]
    assert not holds(GoalRule(word="erzmobilon"), erzmobil, words(erzmobil))


def test_what_the_report_names_as_an_example_always_serves_the_goal(content):
    found = set(measures_of_goals([*content.goals.values(), *content.measures.values()]))
    named = {(g.id, e.measure) for g in content.goals.values() for e in g.examples if e.measure}
    assert named
    assert named <= found


def test_the_order_of_entries_does_not_matter(content):
    entries = [*content.goals.values(), *content.measures.values()]
    assert [*measures_of_goals(entries)] == [*measures_of_goals(reversed(entries))]


def test_the_database_holds_the_pairs_for_every_goal(content, real_edition):
    db = sqlite3.connect(real_edition.database)
    expected = [*measures_of_goals([*content.goals.values(), *content.measures.values()])]
    assert db.execute("SELECT goal, measure FROM goals_measures ORDER BY 1, 2").fetchall() == expected
    assert {goal for goal, _ in expected} == set(content.goals)
