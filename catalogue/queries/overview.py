"""Counts over the whole catalogue, and over one topic. Each gives rows of `id` and `measures`, or says otherwise."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.connection import Row


@dataclass(frozen=True, slots=True)
class TermCount:
    """How many measures a term of a vocabulary has, by its id."""

    id: str
    measures: int


def counts(db: sqlite3.Connection) -> Row:
    """How many entries of each kind with a page of its own, and how many sources, the edition holds."""
    row: Row = db.execute(
        """
        SELECT (SELECT count(*) FROM measures) AS measures,
               (SELECT count(*) FROM projects) AS projects,
               (SELECT count(*) FROM municipalities) AS municipalities,
               (SELECT count(*) FROM solutions) AS solutions,
               (SELECT count(*) FROM solutions WHERE curated) AS curated,
               (SELECT count(*) FROM knowledge) AS knowledge,
               (SELECT count(*) FROM sources) AS sources,
               (SELECT count(*) FROM measures WHERE status = 'betrieb') AS in_operation,
               (SELECT max(last_verified) FROM measures) AS last_verified
        """
    ).fetchone()
    return row


def fields_with_counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many measures each field of action has, in the order of the vocabulary."""
    rows = db.execute(
        """
        SELECT f.id, count(l.measure) AS measures
          FROM fields f LEFT JOIN measures_fields l ON l.field = f.id
         GROUP BY f.id ORDER BY f.position
        """
    )
    return {row["id"]: row["measures"] for row in rows}


def by_field(db: sqlite3.Connection) -> list[Row]:
    """Measures of each field of action, most first; a measure may have several."""
    return db.execute(
        "SELECT field AS id, count(*) AS measures FROM measures_fields GROUP BY field ORDER BY 2 DESC, 1"
    ).fetchall()


def fields_together(db: sqlite3.Connection, fewest: int) -> list[Row]:
    """Pairs of fields (`one`, `other`) and the measures that have both, most first; only from `fewest` measures on."""
    return db.execute(
        """
        SELECT x.field AS one, y.field AS other, count(*) AS measures
          FROM measures_fields x JOIN measures_fields y ON y.measure = x.measure AND x.field < y.field
         GROUP BY 1, 2 HAVING count(*) >= ? ORDER BY 3 DESC, 1, 2
        """,
        (fewest,),
    ).fetchall()


def by_kind(db: sqlite3.Connection) -> list[Row]:
    """Measures of each kind of solution, most first; a measure may have several."""
    return db.execute(
        "SELECT kind AS id, count(*) AS measures FROM measures_kinds GROUP BY kind ORDER BY 2 DESC, 1"
    ).fetchall()


def by_state(db: sqlite3.Connection) -> list[Row]:
    """Measures and `projects` of each federal state, those without any included, in the order of the vocabulary."""
    return db.execute(
        """
        SELECT s.id, count(DISTINCT l.project) AS projects, count(m.id) AS measures
          FROM federal_states s
          LEFT JOIN projects_federal_states l ON l.federal_state = s.id
          LEFT JOIN measures m ON m.project = l.project
         GROUP BY s.id ORDER BY s.position
        """
    ).fetchall()


def by_status(db: sqlite3.Connection) -> list[Row]:
    """Measures of each status, in the order of the vocabulary."""
    return db.execute(
        """
        SELECT s.id, count(m.id) AS measures
          FROM statuses s LEFT JOIN measures m ON m.status = s.id
         GROUP BY s.id ORDER BY s.position
        """
    ).fetchall()


def by_cohort(db: sqlite3.Connection) -> list[Row]:
    """Measures of each cohort, in the order of the vocabulary."""
    return db.execute(
        """
        SELECT c.id, count(m.id) AS measures
          FROM cohorts c
          LEFT JOIN projects p ON p.cohort = c.id
          LEFT JOIN measures m ON m.project = p.id
         GROUP BY c.id ORDER BY c.position
        """
    ).fetchall()


def states_and_fields(db: sqlite3.Connection) -> dict[tuple[str, str], int]:
    """Measures by federal state and field of action."""
    rows = db.execute(
        """
        SELECT l.federal_state, f.field, count(*) AS measures
          FROM measures m
          JOIN projects_federal_states l ON l.project = m.project
          JOIN measures_fields f ON f.measure = m.id
         GROUP BY 1, 2
        """
    )
    return {(row["federal_state"], row["field"]): row["measures"] for row in rows}


def most_reused(db: sqlite3.Connection, limit: int) -> list[Row]:
    """The measures that most places took over or mean to (`reuses`), or other measures build on (`users`)."""
    return db.execute(
        """
        SELECT m.id, m.title, m.subtitle, p.name AS project_name,
               (SELECT count(*) FROM reuses r WHERE r.measure = m.id) AS reuses,
               (SELECT count(*) FROM measures_uses u WHERE u.linked_measure = m.id) AS users
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE reuses + users > 0
         ORDER BY reuses + users DESC, m.title COLLATE german
         LIMIT ?
        """,
        (limit,),
    ).fetchall()


TOPIC = """
    SELECT measure FROM measures_fields WHERE field = :topic
     UNION SELECT measure FROM measures_kinds WHERE kind = :topic
"""
"""The measures of a topic: a field of action or a kind of solution. No id is in both vocabularies."""


def topic_statuses(db: sqlite3.Connection, topic: str) -> list[Row]:
    """Measures of a topic by status."""
    return db.execute(
        f"""
        SELECT s.id, count(m.id) AS measures
          FROM statuses s
          LEFT JOIN measures m ON m.status = s.id AND m.id IN ({TOPIC})
         GROUP BY s.id HAVING measures > 0 ORDER BY s.position
        """,
        {"topic": topic},
    ).fetchall()


def topic_projects(db: sqlite3.Connection, topic: str, limit: int) -> list[Row]:
    """The model projects with most measures of a topic: `id`, `name`, `measures`, and how many are `in_operation`."""
    return db.execute(
        f"""
        SELECT p.id, p.name, count(*) AS measures, sum(m.status = 'betrieb') AS in_operation
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id IN ({TOPIC})
         GROUP BY p.id ORDER BY measures DESC, in_operation DESC, p.name COLLATE german
         LIMIT :limit
        """,
        {"topic": topic, "limit": limit},
    ).fetchall()


def topic_measures(db: sqlite3.Connection, topic: str, limit: int) -> list[str]:
    """Ids of the measures of a topic of which most is told, those in operation first."""
    rows = db.execute(
        f"""
        SELECT m.id
          FROM measures m
         WHERE m.id IN ({TOPIC})
         ORDER BY m.status IN ('betrieb', 'abgeschlossen') DESC,
                  (SELECT count(*) FROM results WHERE measure = m.id)
                + (SELECT count(*) FROM lessons WHERE measure = m.id)
                + 2 * (SELECT count(*) FROM reuses WHERE measure = m.id) DESC, m.id
         LIMIT :limit
        """,
        {"topic": topic, "limit": limit},
    )
    return [row["id"] for row in rows]


def topic_reuses(db: sqlite3.Connection, topic: str) -> list[Row]:
    """Who took over measures of a topic: `id` and `title` of the measure, `place`, `status`."""
    return db.execute(
        f"""
        SELECT m.id, m.title, coalesce(t.name, r.name) AS place, t.id AS municipality, r.status
          FROM reuses r
          JOIN measures m ON m.id = r.measure
          LEFT JOIN municipalities t ON t.id = r.municipality
         WHERE m.id IN ({TOPIC})
         ORDER BY m.title COLLATE german, place COLLATE german
        """,
        {"topic": topic},
    ).fetchall()
