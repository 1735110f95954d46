"""Counts over the whole catalogue, and over one topic."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.records import pairs, records, values


@dataclass(frozen=True, slots=True)
class TermCount:
    """How many measures a term of a vocabulary has, by its id."""

    id: str
    measures: int


@dataclass(frozen=True, slots=True)
class CatalogueCounts:
    """How many entries of each kind with a page of its own, and how many sources, the edition holds.

    `curated` is the number of curated solutions, `in_operation` that of measures in operation; `recorded` and `last_verified`
    are the last days on which a measure was gathered and verified, if there are any.
    """

    measures: int
    projects: int
    municipalities: int
    solutions: int
    curated: int
    knowledge: int
    sources: int
    in_operation: int
    recorded: str | None
    last_verified: str | None


@dataclass(frozen=True, slots=True)
class FieldPair:
    """Two fields of action, by their ids, and how many measures have both."""

    one: str
    other: str
    measures: int


@dataclass(frozen=True, slots=True)
class TopicProject:
    """A model project with the number of its measures of a topic, and of those in operation."""

    id: str
    name: str
    measures: int
    in_operation: int


@dataclass(frozen=True, slots=True)
class StateAndField:
    """How many measures a federal state has in a field of action."""

    federal_state: str
    field: str
    measures: int


def counts(db: sqlite3.Connection) -> CatalogueCounts:
    """How many entries of each kind, and how many sources, the edition holds."""
    [found] = records(
        db,
        """
        SELECT (SELECT count(*) FROM measures) AS measures,
               (SELECT count(*) FROM projects) AS projects,
               (SELECT count(*) FROM municipalities) AS municipalities,
               (SELECT count(*) FROM solutions) AS solutions,
               (SELECT count(*) FROM solutions WHERE curated) AS curated,
               (SELECT count(*) FROM knowledge) AS knowledge,
               (SELECT count(*) FROM sources) AS sources,
               (SELECT count(*) FROM measures WHERE status = 'betrieb') AS in_operation,
               (SELECT max(recorded) FROM measures) AS recorded,
               (SELECT max(last_verified) FROM measures) AS last_verified
        """,
        (),
        CatalogueCounts,
    )
    return found


def fields_with_counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many measures each field of action has, in the order of the vocabulary."""
    counted = pairs(
        db,
        """
        SELECT f.id, count(l.measure)
          FROM fields f LEFT JOIN measures_fields l ON l.field = f.id
         GROUP BY f.id ORDER BY f.position
        """,
        (),
        str,
        int,
    )
    return dict(counted)


def by_field(db: sqlite3.Connection) -> list[TermCount]:
    """Measures of each field of action, most first; a measure may have several."""
    sql = "SELECT field AS id, count(*) AS measures FROM measures_fields GROUP BY field ORDER BY 2 DESC, 1"
    return records(db, sql, (), TermCount)


def fields_together(db: sqlite3.Connection, fewest: int) -> list[FieldPair]:
    """Pairs of fields that at least `fewest` measures have both, most first."""
    return records(
        db,
        """
        SELECT x.field AS one, y.field AS other, count(*) AS measures
          FROM measures_fields x JOIN measures_fields y ON y.measure = x.measure AND x.field < y.field
         GROUP BY 1, 2 HAVING count(*) >= ? ORDER BY 3 DESC, 1, 2
        """,
        (fewest,),
        FieldPair,
    )


def by_kind(db: sqlite3.Connection) -> list[TermCount]:
    """Measures of each kind of solution, most first; a measure may have several."""
    sql = "SELECT kind AS id, count(*) AS measures FROM measures_kinds GROUP BY kind ORDER BY 2 DESC, 1"
    return records(db, sql, (), TermCount)


def by_state(db: sqlite3.Connection) -> list[TermCount]:
    """Measures of each federal state, those without any included, in the order of the vocabulary."""
    return records(
        db,
        """
        SELECT s.id, count(m.id) AS measures
          FROM federal_states s
          LEFT JOIN projects_federal_states l ON l.federal_state = s.id
          LEFT JOIN measures m ON m.project = l.project
         GROUP BY s.id ORDER BY s.position
        """,
        (),
        TermCount,
    )


def by_status(db: sqlite3.Connection) -> list[TermCount]:
    """Measures of each status, in the order of the vocabulary."""
    return records(
        db,
        """
        SELECT s.id, count(m.id) AS measures
          FROM statuses s LEFT JOIN measures m ON m.status = s.id
         GROUP BY s.id ORDER BY s.position
        """,
        (),
        TermCount,
    )


def by_cohort(db: sqlite3.Connection) -> list[TermCount]:
    """Measures of each cohort, in the order of the vocabulary."""
    return records(
        db,
        """
        SELECT c.id, count(m.id) AS measures
          FROM cohorts c
          LEFT JOIN projects p ON p.cohort = c.id
          LEFT JOIN measures m ON m.project = p.id
         GROUP BY c.id ORDER BY c.position
        """,
        (),
        TermCount,
    )


def states_and_fields(db: sqlite3.Connection) -> dict[tuple[str, str], int]:
    """Measures by the ids of federal state and field of action; pairs of none are left out."""
    counted = records(
        db,
        """
        SELECT l.federal_state, f.field, count(*) AS measures
          FROM measures m
          JOIN projects_federal_states l ON l.project = m.project
          JOIN measures_fields f ON f.measure = m.id
         GROUP BY 1, 2
        """,
        (),
        StateAndField,
    )
    return {(one.federal_state, one.field): one.measures for one in counted}


TOPIC = """
    SELECT measure FROM measures_fields WHERE field = :topic
     UNION SELECT measure FROM measures_kinds WHERE kind = :topic
"""
"""The measures of a topic: a field of action or a kind of solution. No id is in both vocabularies."""


def topic_statuses(db: sqlite3.Connection, topic: str) -> list[TermCount]:
    """Measures of a topic by status, in the order of the vocabulary; statuses of none are left out."""
    return records(
        db,
        f"""
        SELECT s.id, count(m.id) AS measures
          FROM statuses s
          LEFT JOIN measures m ON m.status = s.id AND m.id IN ({TOPIC})
         GROUP BY s.id HAVING measures > 0 ORDER BY s.position
        """,
        {"topic": topic},
        TermCount,
    )


def topic_projects(db: sqlite3.Connection, topic: str, limit: int) -> list[TopicProject]:
    """The model projects with most measures of a topic; of equally many, those with more in operation, then by name."""
    return records(
        db,
        f"""
        SELECT p.id, p.name, count(*) AS measures, sum(m.status = 'betrieb') AS in_operation
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id IN ({TOPIC})
         GROUP BY p.id ORDER BY measures DESC, in_operation DESC, p.name COLLATE german
         LIMIT :limit
        """,
        {"topic": topic, "limit": limit},
        TopicProject,
    )


def topic_measures(db: sqlite3.Connection, topic: str, limit: int) -> list[str]:
    """Ids of the measures of a topic of which most is told, those in operation first."""
    return values(
        db,
        f"""
        SELECT m.id
          FROM measures m
          LEFT JOIN reuse_numbers n ON n.entry_kind = 'measure' AND n.entry = m.id
         WHERE m.id IN ({TOPIC})
         ORDER BY m.status IN ('betrieb', 'abgeschlossen') DESC,
                  (SELECT count(*) FROM results WHERE measure = m.id)
                + (SELECT count(*) FROM lessons WHERE measure = m.id)
                + 2 * coalesce(n.reported, 0) DESC, m.id
         LIMIT :limit
        """,
        {"topic": topic, "limit": limit},
        str,
    )
