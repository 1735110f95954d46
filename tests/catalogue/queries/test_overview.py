"""Counts over the whole catalogue and over one topic agree with the tables and keep their order."""

from __future__ import annotations

import pytest

from catalogue.queries import overview


def one_number(db, sql: str, *values: str) -> int:
    return db.execute(sql, values).fetchone()[0]


def ids_of(db, vocabulary: str) -> list[str]:
    return [row["id"] for row in db.execute(f"SELECT id FROM {vocabulary} ORDER BY position")]


@pytest.mark.parametrize(
    "kind", ["measures", "projects", "municipalities", "solutions", "knowledge", "sources"]
)
def test_every_kind_is_counted_as_its_table_has_rows(db, kind):
    assert getattr(overview.counts(db), kind) == one_number(db, f"SELECT count(*) FROM {kind}")


def test_curated_solutions_and_measures_in_operation_are_counted_apart(db):
    counts = overview.counts(db)
    assert 0 < counts.curated <= counts.solutions
    assert 0 < counts.in_operation < counts.measures


@pytest.mark.parametrize("query", [overview.by_field, overview.by_kind])
def test_terms_of_topics_come_with_most_measures_first(db, query):
    counts = [one.measures for one in query(db)]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) > 0


@pytest.mark.parametrize(
    ("query", "vocabulary"),
    [
        (overview.by_state, "federal_states"),
        (overview.by_status, "statuses"),
        (overview.by_cohort, "cohorts"),
    ],
)
def test_other_terms_come_in_the_order_of_their_vocabulary_also_without_measures(db, query, vocabulary):
    assert [one.id for one in query(db)] == ids_of(db, vocabulary)


def test_every_measure_has_one_status_and_one_cohort(db):
    measures = overview.counts(db).measures
    assert sum(one.measures for one in overview.by_status(db)) == measures
    assert sum(one.measures for one in overview.by_cohort(db)) == measures


def test_fields_are_counted_in_the_order_of_the_vocabulary_as_they_are_by_number(db):
    counts = overview.fields_with_counts(db)
    assert list(counts) == ids_of(db, "fields")
    assert counts == {one.id: one.measures for one in overview.by_field(db)}


def test_pairs_of_fields_are_named_once_and_have_enough_measures(db):
    pairs = overview.fields_together(db, 10)
    counts = [pair.measures for pair in pairs]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) >= 10
    assert all(pair.one < pair.other for pair in pairs)


def test_states_and_fields_together_count_what_each_of_them_has(db):
    counts = overview.states_and_fields(db)
    berlin = sum(count for (state, _field), count in counts.items() if state == "berlin")
    assert berlin == one_number(
        db,
        "SELECT count(*) FROM measures_fields f JOIN measures m ON m.id = f.measure"
        " JOIN projects_federal_states l ON l.project = m.project WHERE l.federal_state = ?",
        "berlin",
    )


@pytest.mark.parametrize("topic", ["mobilitaet", "app"])
def test_a_topic_is_a_field_or_a_kind(db, topic):
    of_topic = {one.id: one.measures for one in (*overview.by_field(db), *overview.by_kind(db))}[topic]
    assert sum(one.measures for one in overview.topic_statuses(db, topic)) == of_topic
    projects = overview.topic_projects(db, topic, 9)
    assert [one.measures for one in projects] == sorted((one.measures for one in projects), reverse=True)
    assert all(one.in_operation <= one.measures for one in projects)


def test_measures_that_run_or_ran_come_first_in_a_topic(db):
    done = {
        row["id"]
        for row in db.execute("SELECT id FROM measures WHERE status IN ('betrieb', 'abgeschlossen')")
    }
    first = [one in done for one in overview.topic_measures(db, "mobilitaet", 500)]
    assert first == sorted(first, reverse=True)
    assert len(overview.topic_measures(db, "mobilitaet", 9)) == 9
