"""Measures: one with all that belongs to it, and what lists show of many."""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import Row, Rows


def measure(db: sqlite3.Connection, measure_id: str) -> Row | None:
    """A measure with the name and kind of its project."""
    row: Row | None = db.execute(
        """
        SELECT m.*, p.name AS project_name, p.project_kind, p.cohort, p.population AS project_population
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id = ?
        """,
        (measure_id,),
    ).fetchone()
    return row


def measure_cards(db: sqlite3.Connection, ids: list[str]) -> dict[str, Row]:
    """What a list shows of each measure, by id: names, project, status, main field and federal states."""
    marks = ", ".join("?" * len(ids))
    rows = db.execute(
        f"""
        SELECT m.id, m.title, m.subtitle, m.project, p.name AS project_name, m.status, m.status_date, m."end",
               (SELECT field FROM measures_fields WHERE measure = m.id AND position = 1) AS field,
               (SELECT group_concat(federal_state) FROM projects_federal_states
                 WHERE project = m.project) AS federal_states,
               (SELECT count(*) FROM results WHERE measure = m.id) AS results,
               (SELECT count(*) FROM reuses WHERE measure = m.id) AS reuses
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id IN ({marks})
        """,
        ids,
    )
    return {row["id"]: row for row in rows}


def measure_terms(db: sqlite3.Connection, measure_id: str) -> dict[str, list[str]]:
    """The terms of a measure by table of their vocabulary, in the entry's order."""
    rows = db.execute(
        """
        SELECT 'fields' AS vocabulary, field AS term, position FROM measures_fields WHERE measure = :id
         UNION ALL SELECT 'solution_kinds', kind, position FROM measures_kinds WHERE measure = :id
         UNION ALL SELECT 'audiences', audience, position FROM measures_audiences WHERE measure = :id
         UNION ALL SELECT 'spaces', space, position FROM measures_spaces WHERE measure = :id
         ORDER BY 1, 3
        """,
        {"id": measure_id},
    )
    found: dict[str, list[str]] = {"fields": [], "solution_kinds": [], "audiences": [], "spaces": []}
    for row in rows:
        found[row["vocabulary"]].append(row["term"])
    return found


def measure_texts(db: sqlite3.Connection, measure_id: str) -> dict[str, list[str]]:
    """Results, lessons, technologies and standards of a measure."""
    rows = db.execute(
        """
        SELECT 'results' AS kind, text, position FROM results WHERE measure = :id
         UNION ALL SELECT 'lessons', text, position FROM lessons WHERE measure = :id
         UNION ALL SELECT 'technologies', text, position FROM measures_technologies WHERE measure = :id
         UNION ALL SELECT 'standards', text, position FROM measures_standards WHERE measure = :id
         ORDER BY 1, 3
        """,
        {"id": measure_id},
    )
    found: dict[str, list[str]] = {"results": [], "lessons": [], "technologies": [], "standards": []}
    for row in rows:
        found[row["kind"]].append(row["text"])
    return found


def measure_places(db: sqlite3.Connection, measure_id: str) -> Rows:
    """The municipalities where a measure runs, if it names its own."""
    return db.execute(
        """
        SELECT t.id, t.name, t.population
          FROM measures_municipalities l JOIN municipalities t ON t.id = l.municipality
         WHERE l.measure = ? ORDER BY l.position
        """,
        (measure_id,),
    ).fetchall()


def measure_partners(db: sqlite3.Connection, measure_id: str) -> Rows:
    """The partners of a measure with their roles."""
    return db.execute(
        """
        SELECT p.name, l.role
          FROM measures_partners l JOIN partners p ON p.id = l.partner
         WHERE l.measure = ? ORDER BY l.position
        """,
        (measure_id,),
    ).fetchall()


def measure_funding(db: sqlite3.Connection, measure_id: str) -> Rows:
    """Who pays what for a measure."""
    return db.execute(
        """
        SELECT funder, purpose, amount_eur, share_percent, note
          FROM measures_funding WHERE measure = ? ORDER BY position
        """,
        (measure_id,),
    ).fetchall()


def measure_reuses(db: sqlite3.Connection, measure_id: str) -> Rows:
    """Who took a measure over or means to."""
    return db.execute(
        """
        SELECT coalesce(t.name, r.name) AS name, r.kind, r.status, r.date, r.note
          FROM reuses r LEFT JOIN municipalities t ON t.id = r.municipality
         WHERE r.measure = ? ORDER BY r.position
        """,
        (measure_id,),
    ).fetchall()


def measure_links(db: sqlite3.Connection, measure_id: str) -> Rows:
    """Measures that this one uses, is used by, or is related to; `relation` says which."""
    return db.execute(
        """
        SELECT 'uses' AS relation, m.id, m.title, m.subtitle, p.name AS project_name
          FROM measures_uses l JOIN measures m ON m.id = l.linked_measure JOIN projects p ON p.id = m.project
         WHERE l.measure = :id
         UNION
        SELECT 'used_by', m.id, m.title, m.subtitle, p.name
          FROM measures_uses l JOIN measures m ON m.id = l.measure JOIN projects p ON p.id = m.project
         WHERE l.linked_measure = :id
         UNION
        SELECT 'related', m.id, m.title, m.subtitle, p.name
          FROM (SELECT linked_measure AS id FROM measures_related WHERE measure = :id
                 UNION SELECT measure FROM measures_related WHERE linked_measure = :id) l
          JOIN measures m ON m.id = l.id JOIN projects p ON p.id = m.project
         ORDER BY 1 DESC, 3
        """,
        {"id": measure_id},
    ).fetchall()


def measure_sources(db: sqlite3.Connection, measure_id: str) -> Rows:
    """The public pages that a measure's facts come from."""
    return db.execute(
        """
        SELECT s.url, s.title, s.date
          FROM measures_sources l JOIN sources s ON s.id = l.source
         WHERE l.measure = ? ORDER BY l.position
        """,
        (measure_id,),
    ).fetchall()


def measures_nearby(db: sqlite3.Connection, measure_id: str, limit: int) -> list[str]:
    """Ids of other measures of the same project: first those of the same municipality, then the best known."""
    rows = db.execute(
        """
        SELECT other.id
          FROM measures own JOIN measures other ON other.project = own.project AND other.id <> own.id
         WHERE own.id = ?
         ORDER BY EXISTS (SELECT 1 FROM measures_municipalities a
                            JOIN measures_municipalities b ON b.municipality = a.municipality
                           WHERE a.measure = own.id AND b.measure = other.id) DESC,
                  other.status = 'betrieb' DESC,
                  (SELECT count(*) FROM results WHERE measure = other.id) DESC, other.id
         LIMIT ?
        """,
        (measure_id, limit),
    )
    return [row["id"] for row in rows]


def recently_verified(db: sqlite3.Connection, limit: int) -> list[str]:
    """Ids of the measures that were verified last; of the same day, those with most to tell."""
    rows = db.execute(
        """
        SELECT m.id FROM measures m
         ORDER BY m.last_verified DESC, m.status_date = 'unbekannt', m.status_date DESC,
                  (SELECT count(*) FROM results r WHERE r.measure = m.id) DESC, m.id
         LIMIT ?
        """,
        (limit,),
    )
    return [row["id"] for row in rows]
