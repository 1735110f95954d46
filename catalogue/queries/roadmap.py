"""The roadmap: its stages, their criteria, and what shows how to fulfil them."""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import Row, Rows


def stages(db: sqlite3.Connection) -> Rows:
    """All stages in their order."""
    return db.execute("SELECT * FROM stages ORDER BY position").fetchall()


def stage_texts(db: sqlite3.Connection) -> dict[str, dict[str, list[str]]]:
    """Milestones and advice of every stage, by its id."""
    rows = db.execute(
        """
        SELECT 'milestones' AS kind, stage, text, position FROM stages_milestones
         UNION ALL SELECT 'advice', stage, text, position FROM stages_advice ORDER BY 2, 1, 4
        """
    )
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        found.setdefault(row["stage"], {}).setdefault(row["kind"], []).append(row["text"])
    return found


def criteria(db: sqlite3.Connection) -> Rows:
    """All criteria with their strands between commas, in the order of the roadmap."""
    return db.execute(
        """
        SELECT c.*, s.title AS stage_title, s.throughout,
               (SELECT group_concat(strand)
                  FROM (SELECT strand FROM criteria_strands WHERE criterion = c.id ORDER BY position)) AS strands
          FROM criteria c JOIN stages s ON s.id = c.stage ORDER BY s.position, c.position
        """
    ).fetchall()


def criterion(db: sqlite3.Connection, criterion_id: str) -> Row | None:
    """A criterion as `criteria` gives it."""
    return next((row for row in criteria(db) if row["id"] == criterion_id), None)


def actors(db: sqlite3.Connection, criterion_id: str) -> list[str]:
    """Who takes part in a criterion."""
    rows = db.execute(
        "SELECT text FROM criteria_actors WHERE criterion = ? ORDER BY position", (criterion_id,)
    )
    return [row["text"] for row in rows]


def examples(db: sqlite3.Connection) -> dict[str, Rows]:
    """What shows how to fulfil each criterion, by its id: rows of kind, id and title of an entry."""
    rows = db.execute(
        """
        SELECT l.criterion, 'solution' AS kind, e.id, e.title, l.position
          FROM criteria_solutions l JOIN solutions e ON e.id = l.solution
         UNION ALL
        SELECT l.criterion, 'measure', e.id, e.title || ' (' || p.name || ')', l.position
          FROM criteria_measures l JOIN measures e ON e.id = l.measure JOIN projects p ON p.id = e.project
         UNION ALL
        SELECT l.criterion, 'knowledge', e.id, e.title, l.position
          FROM criteria_knowledge l JOIN knowledge e ON e.id = l.knowledge
         ORDER BY 1, 2 DESC, 5
        """
    )
    found: dict[str, Rows] = {}
    for row in rows:
        found.setdefault(row["criterion"], []).append(row)
    return found


def sources(db: sqlite3.Connection, criterion_id: str) -> Rows:
    """The public pages that a criterion is from."""
    return db.execute(
        """
        SELECT s.url, s.title, s.date FROM criteria_sources l JOIN sources s ON s.id = l.source
         WHERE l.criterion = ? ORDER BY l.position
        """,
        (criterion_id,),
    ).fetchall()
