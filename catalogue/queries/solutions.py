"""Curated solutions: what lists and pages show of them."""

from __future__ import annotations

import sqlite3

from catalogue.edition.views import PLACES_OF_MEASURES
from catalogue.queries.connection import Row, Rows

LISTS = {
    "fields": "field",
    "kinds": "kind",
    "audiences": "audience",
    "steps": "text",
    "results": "text",
    "lessons": "text",
    "risks": "text",
    "technologies": "text",
    "standards": "text",
    "interfaces": "text",
    "origins_elsewhere": "text",
}
"""The lists of a solution that hold one value a row, with the column of the value."""


def solutions(db: sqlite3.Connection) -> Rows:
    """All solutions with what a list shows and the rule looks at, by name."""
    return db.execute(
        """
        SELECT s.id, s.title, s.subtitle, s.curated, s.status, s.status_date, s.problem, s.open_source, s.licence,
               s.last_verified,
               (SELECT group_concat(field)
                  FROM (SELECT field FROM solutions_fields WHERE solution = s.id ORDER BY position)) AS fields,
               (SELECT group_concat(kind)
                  FROM (SELECT kind FROM solutions_kinds WHERE solution = s.id ORDER BY position)) AS kinds,
               (SELECT count(*) FROM solutions_requirements WHERE solution = s.id) AS requirements,
               (SELECT count(*) FROM solutions_sources WHERE solution = s.id) AS sources,
               (SELECT count(*) FROM solutions_reused_by
                 WHERE solution = s.id AND status = 'im-einsatz') AS in_use,
               (SELECT group_concat(coalesce(kind, '') || ':' || status) FROM solutions_reused_by
                 WHERE solution = s.id) AS reuse_kinds
          FROM solutions s ORDER BY s.title COLLATE german
        """
    ).fetchall()


def best_known(db: sqlite3.Connection, limit: int) -> Rows:
    """The curated solutions that are in use in most other places, as `solutions` gives them."""
    curated = [row for row in solutions(db) if row["curated"]]
    return sorted(curated, key=lambda row: -row["in_use"])[:limit]


def solution(db: sqlite3.Connection, solution_id: str) -> Row | None:
    """A solution."""
    row: Row | None = db.execute("SELECT * FROM solutions WHERE id = ?", (solution_id,)).fetchone()
    return row


def lists(db: sqlite3.Connection, solution_id: str) -> dict[str, list[str]]:
    """The lists of a solution that hold one value a row, in the entry's order, by their name."""
    return {
        name: [
            row[0]
            for row in db.execute(
                f"SELECT {column} FROM solutions_{name} WHERE solution = ? ORDER BY position", (solution_id,)
            )
        ]
        for name, column in LISTS.items()
    }


def requirements(db: sqlite3.Connection, solution_id: str) -> Rows:
    """What a municipality needs to take a solution over."""
    return db.execute(
        "SELECT position, text, kind, at_least FROM solutions_requirements WHERE solution = ? ORDER BY position",
        (solution_id,),
    ).fetchall()


def operators(db: sqlite3.Connection, solution_id: str) -> Rows:
    """Who runs a solution."""
    return db.execute(
        """
        SELECT p.name, l.role FROM solutions_operated_by l JOIN partners p ON p.id = l.partner
         WHERE l.solution = ? ORDER BY l.position
        """,
        (solution_id,),
    ).fetchall()


def origins(db: sqlite3.Connection, solution_id: str) -> Rows:
    """The model projects that a solution comes from."""
    return db.execute(
        """
        SELECT p.id, p.name FROM solutions_origins l JOIN projects p ON p.id = l.origin
         WHERE l.solution = ? ORDER BY l.position
        """,
        (solution_id,),
    ).fetchall()


def measures_of(db: sqlite3.Connection, solution_id: str) -> list[str]:
    """Ids of the measures that a solution is in."""
    rows = db.execute(
        "SELECT measure FROM solutions_measures WHERE solution = ? ORDER BY position", (solution_id,)
    )
    return [row["measure"] for row in rows]


def reuses(db: sqlite3.Connection, solution_id: str) -> Rows:
    """Who took a solution over or means to."""
    return db.execute(
        """
        SELECT r.municipality, coalesce(t.name, r.name) AS name, t.population, r.kind, r.status, r.date, r.note
          FROM solutions_reused_by r LEFT JOIN municipalities t ON t.id = r.municipality
         WHERE r.solution = ? ORDER BY r.position
        """,
        (solution_id,),
    ).fetchall()


def sources(db: sqlite3.Connection, solution_id: str) -> Rows:
    """The public pages that a solution's facts come from."""
    return db.execute(
        """
        SELECT s.url, s.title, s.date FROM solutions_sources l JOIN sources s ON s.id = l.source
         WHERE l.solution = ? ORDER BY l.position
        """,
        (solution_id,),
    ).fetchall()


def of_measure(db: sqlite3.Connection, measure_id: str) -> Rows:
    """The solutions that a measure is part of."""
    return db.execute(
        """
        SELECT s.id, s.title, s.subtitle, s.curated FROM solutions_measures l JOIN solutions s ON s.id = l.solution
         WHERE l.measure = ? ORDER BY s.curated DESC, s.title COLLATE german
        """,
        (measure_id,),
    ).fetchall()


def standards_named(db: sqlite3.Connection, names: list[str]) -> dict[str, str]:
    """The ids of the standards among the knowledge whose title or other name is one of these, by that name."""
    marks = ", ".join("?" * len(names))
    rows = db.execute(
        f"""
        SELECT id, title AS name FROM knowledge WHERE knowledge_kind = 'normen' AND title IN ({marks})
         UNION
        SELECT k.id, a.text FROM knowledge_aliases a JOIN knowledge k ON k.id = a.knowledge
         WHERE k.knowledge_kind = 'normen' AND a.text IN ({marks})
        """,
        [*names, *names],
    )
    return {row["name"]: row["id"] for row in rows}


def sizes_of_users(db: sqlite3.Connection, solution_id: str) -> list[int]:
    """Inhabitants of the places where a solution is in use: of those who took it over, and of its measures' places.

    A place counts once; one whose population is unknown does not count. A measure that names no place of its own
    counts for its project's place if that is a single one.
    """
    rows = db.execute(
        f"""
        SELECT id, population FROM municipalities
         WHERE population IS NOT NULL AND id IN (
               SELECT municipality FROM solutions_reused_by WHERE solution = :id AND status = 'im-einsatz'
                UNION
               SELECT p.municipality
                 FROM solutions_measures l JOIN measures m ON m.id = l.measure AND m.status = 'betrieb'
                 JOIN ({PLACES_OF_MEASURES}) p ON p.measure = m.id WHERE l.solution = :id)
        """,
        {"id": solution_id},
    )
    return [row["population"] for row in rows]
