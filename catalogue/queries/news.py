"""What is new: entries that were added or changed, from the history of content.

Where an edition has no history, the days of verification stand for it.
"""

from __future__ import annotations

import sqlite3

from catalogue.model.kinds import KINDS
from catalogue.queries.connection import Rows

LISTED = """
SELECT kind, id, title, coalesce(line, '') || coalesce(' – ' || within, '') AS subtitle, path, last_verified FROM entries
"""

NEWS = f"""
WITH listed AS ({LISTED}),
news AS (
  SELECT e.kind, e.id AS entry, e.title, e.subtitle, e.path, c.change, c.date
    FROM changes c JOIN listed e ON e.kind = c.kind AND e.id = c.entry
   UNION ALL
  SELECT kind, id, title, subtitle, path, 'verified', last_verified FROM listed
   WHERE NOT EXISTS (SELECT 1 FROM changes)
)
"""

POSITION = "CASE kind " + " ".join(f"WHEN '{kind.name}' THEN {n}" for n, kind in enumerate(KINDS)) + " END"
"""The place of a row's kind among all kinds."""


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How much news each kind of entry has."""
    return {row[0]: row[1] for row in db.execute(f"{NEWS} SELECT kind, count(*) FROM news GROUP BY kind")}


def latest(db: sqlite3.Connection, kind: str | None, limit: int, offset: int = 0) -> Rows:
    """The news, newest first, then by kind and name: kind, entry, title, subtitle, path, change and date."""
    return db.execute(
        f"""
        {NEWS}
        SELECT * FROM news WHERE :kind IS NULL OR kind = :kind
         ORDER BY date DESC, {POSITION}, title COLLATE german, entry
         LIMIT :limit OFFSET :offset
        """,
        {"kind": kind, "limit": limit, "offset": offset},
    ).fetchall()


def since(db: sqlite3.Connection, date: str) -> Rows:
    """The news of a day and all later ones, by kind and name."""
    return db.execute(
        f"{NEWS} SELECT * FROM news WHERE date >= ? ORDER BY {POSITION}, title COLLATE german, entry, date",
        (date,),
    ).fetchall()
