"""Which entries are about a need. The judgments beside this file say for 20 needs what a reader would say."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import yaml

from catalogue.edition.needs import ENOUGH, FEWEST_MEASURES, evidence
from catalogue.edition.search_documents import language
from catalogue.reading.content import read_content
from search import read_german
from search.namings import Namings
from tests.conftest import CONTENT

JUDGMENTS = yaml.safe_load(Path(__file__).with_name("needs_judgments.yaml").read_text("utf-8"))
LEAST_PRECISION = 0.95
LEAST_RECALL = 0.8


@pytest.fixture(scope="module")
def database(real_edition) -> sqlite3.Connection:
    return sqlite3.connect(real_edition.database)


def measures_of(database: sqlite3.Connection, need: str) -> set[str]:
    rows = database.execute("SELECT entry FROM needs_entries WHERE need = ? AND kind = 'measure'", (need,))
    return {row[0] for row in rows}


def test_of_twenty_judged_needs_nearly_all_that_is_shown_is_right_and_little_is_missing(database):
    shown = {(need, one) for need in JUDGMENTS for one in measures_of(database, need)}
    right = {(need, one) for need, judged in JUDGMENTS.items() for one in judged["about"]}
    wrong = {(need, one) for need, judged in JUDGMENTS.items() for one in judged["mentions"]}
    assert len(JUDGMENTS) == 20
    assert not shown - right - wrong, "not judged yet"
    assert len(shown & right) / len(shown) >= LEAST_PRECISION
    assert len(shown & right) / len(right) >= LEAST_RECALL


def test_every_need_has_enough_measures_to_compare(database):
    needs = [row[0] for row in database.execute("SELECT id FROM needs")]
    assert len(needs) > 50
    assert all(len(measures_of(database, need)) >= FEWEST_MEASURES for need in needs)


def test_every_entry_of_a_need_exists(database):
    for kind, table in (("measure", "measures"), ("solution", "solutions"), ("knowledge", "knowledge")):
        sql = f"SELECT count(*) FROM needs_entries WHERE kind = ? AND entry NOT IN (SELECT id FROM {table})"
        assert database.execute(sql, (kind,)).fetchone() == (0,)


@pytest.fixture(scope="module")
def said_of():
    """How much speaks for a measure of the real content being about a need."""
    content = read_content(CONTENT)
    assert content.thesaurus is not None
    german = read_german(language(content))
    namings = Namings(german, {one.id: one.vague for one in content.thesaurus.concepts})
    return lambda measure, need: evidence(content.measures[measure], namings).get(need, 0)


@pytest.mark.parametrize(
    ("measure", "need", "is_about"),
    [
        ("osnabrueck-emsos", "mangelmelder", True),  # named as the thing
        ("hagenow-app", "mangelmelder", False),  # named beside it
        ("zwoenitz-erzmobil", "rufbus", True),  # by a synonym in the subtitle and by how people ask
        ("schleswig-flensburg-mobilitaet", "rufbus", False),  # by how people ask alone
        ("hildesheim-multi-touchtisch", "stele", False),  # by a vague synonym
    ],
)
def test_a_measure_is_about_what_it_is_and_not_about_what_it_mentions(said_of, measure, need, is_about):
    assert (said_of(measure, need) >= ENOUGH) is is_about
