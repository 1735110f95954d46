"""Knowledge around solutions: studies, guides, questions, communities, events, standards, criteria, platforms."""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import Row, Rows

LISTS = ("aliases", "authors", "topics", "findings", "outputs")
"""Lists of a piece of knowledge that hold one text a row."""


def kinds_of(db: sqlite3.Connection, ids: list[str]) -> dict[str, str]:
    """The kind of each piece of knowledge, by its id."""
    marks = ", ".join("?" * len(ids))
    rows = db.execute(f"SELECT id, knowledge_kind FROM knowledge WHERE id IN ({marks})", ids)
    return {row["id"]: row["knowledge_kind"] for row in rows}


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many pieces of knowledge each kind has, in the order of the vocabulary."""
    rows = db.execute(
        """
        SELECT k.id, count(e.id) AS entries
          FROM knowledge_kinds k LEFT JOIN knowledge e ON e.knowledge_kind = k.id
         GROUP BY k.id ORDER BY k.position
        """
    )
    return {row["id"]: row["entries"] for row in rows}


def of_kind(db: sqlite3.Connection, kind: str) -> Rows:
    """The knowledge of a kind: what has a date by date, newest first, then the rest by name."""
    return db.execute(
        """
        SELECT id, title, subtitle, knowledge_kind, form, publisher, date, date_end, place, body FROM knowledge
         WHERE knowledge_kind = ? ORDER BY date IS NULL, date DESC, title COLLATE german
        """,
        (kind,),
    ).fetchall()


def newest(db: sqlite3.Connection, limit: int) -> Rows:
    """The dated knowledge, newest first."""
    return db.execute(
        """
        SELECT id, title, knowledge_kind, form, publisher, date FROM knowledge
         WHERE date IS NOT NULL AND knowledge_kind IN ('studien', 'leitfaeden')
         ORDER BY date DESC, title COLLATE german LIMIT ?
        """,
        (limit,),
    ).fetchall()


def knowledge(db: sqlite3.Connection, knowledge_id: str) -> Row | None:
    """A piece of knowledge."""
    row: Row | None = db.execute("SELECT * FROM knowledge WHERE id = ?", (knowledge_id,)).fetchone()
    return row


def lists(db: sqlite3.Connection, knowledge_id: str) -> dict[str, list[str]]:
    """The lists of a piece of knowledge that hold one text a row, by their name."""
    return {
        name: [
            row["text"]
            for row in db.execute(
                f"SELECT text FROM knowledge_{name} WHERE knowledge = ? ORDER BY position", (knowledge_id,)
            )
        ]
        for name in LISTS
    }


def fields(db: sqlite3.Connection, knowledge_id: str) -> list[str]:
    """Ids of the fields of action of a piece of knowledge."""
    rows = db.execute(
        "SELECT field FROM knowledge_fields WHERE knowledge = ? ORDER BY position", (knowledge_id,)
    )
    return [row["field"] for row in rows]


def members(db: sqlite3.Connection, knowledge_id: str) -> Rows:
    """Who takes part, with the municipality of that name, if the catalogue knows one."""
    return db.execute(
        """
        SELECT l.text AS name, (SELECT id FROM municipalities WHERE name = l.text) AS municipality
          FROM knowledge_members l WHERE l.knowledge = ? ORDER BY l.position
        """,
        (knowledge_id,),
    ).fetchall()


def measures_of(db: sqlite3.Connection, knowledge_id: str) -> list[str]:
    """Ids of the measures that a piece of knowledge names."""
    rows = db.execute(
        "SELECT measure FROM knowledge_measures WHERE knowledge = ? ORDER BY position", (knowledge_id,)
    )
    return [row["measure"] for row in rows]


def measures_using(db: sqlite3.Connection, standard_id: str) -> list[str]:
    """Ids of the measures that name a standard, by its title or another name, among their standards or technologies."""
    rows = db.execute(
        """
        WITH names(name) AS (SELECT title FROM knowledge WHERE id = :id
                              UNION SELECT text FROM knowledge_aliases WHERE knowledge = :id)
        SELECT measure FROM measures_standards WHERE text IN names
         UNION
        SELECT measure FROM measures_technologies WHERE text IN names
         ORDER BY 1
        """,
        {"id": standard_id},
    )
    return [row["measure"] for row in rows]


def solutions_of(db: sqlite3.Connection, knowledge_id: str) -> Rows:
    """The solutions that a piece of knowledge names, and those that use the standard that it is."""
    return db.execute(
        """
        WITH names(name) AS (SELECT title FROM knowledge WHERE id = :id AND knowledge_kind = 'normen'
                              UNION SELECT a.text FROM knowledge_aliases a JOIN knowledge k ON k.id = a.knowledge
                               WHERE a.knowledge = :id AND k.knowledge_kind = 'normen')
        SELECT s.id, s.title, s.subtitle FROM solutions s
         WHERE s.id IN (SELECT solution FROM knowledge_solutions WHERE knowledge = :id
                         UNION SELECT solution FROM solutions_standards WHERE text IN names
                         UNION SELECT solution FROM solutions_interfaces WHERE text IN names)
         ORDER BY s.title COLLATE german
        """,
        {"id": knowledge_id},
    ).fetchall()


def related(db: sqlite3.Connection, knowledge_id: str) -> Rows:
    """Related knowledge, in both directions: what has a date newest first."""
    return db.execute(
        """
        SELECT id, title, knowledge_kind, form, date, place FROM knowledge
         WHERE id IN (SELECT linked_knowledge FROM knowledge_related WHERE knowledge = :id
                       UNION SELECT knowledge FROM knowledge_related WHERE linked_knowledge = :id)
         ORDER BY date IS NULL, date DESC, title COLLATE german
        """,
        {"id": knowledge_id},
    ).fetchall()


def criteria_of(db: sqlite3.Connection, knowledge_id: str) -> Rows:
    """The criteria of the roadmap that a piece of knowledge helps with."""
    return db.execute(
        """
        SELECT c.id, c.title FROM criteria_knowledge l JOIN criteria c ON c.id = l.criterion
         WHERE l.knowledge = ? ORDER BY c.title COLLATE german
        """,
        (knowledge_id,),
    ).fetchall()


def sources(db: sqlite3.Connection, knowledge_id: str) -> Rows:
    """The public pages that a summary comes from."""
    return db.execute(
        """
        SELECT s.url, s.title, s.date FROM knowledge_sources l JOIN sources s ON s.id = l.source
         WHERE l.knowledge = ? ORDER BY l.position
        """,
        (knowledge_id,),
    ).fetchall()
