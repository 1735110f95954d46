"""What is new: entries that were added or changed, from the history of content.

Where an edition has no history, the days of verification stand for it.
"""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import Rows

NEWS = """
WITH entries(kind, entry, title, subtitle, last_verified) AS (
  SELECT 'measure', m.id, m.title, m.subtitle || ' – ' || p.name, m.last_verified
    FROM measures m JOIN projects p ON p.id = m.project
   UNION ALL SELECT 'solution', id, title, subtitle, last_verified FROM solutions
   UNION ALL SELECT 'project', id, name, lead, last_verified FROM projects
   UNION ALL SELECT 'knowledge', k.id, k.title, coalesce(k.subtitle, k.form, t.label_de), k.last_verified
               FROM knowledge k JOIN knowledge_kinds t ON t.id = k.knowledge_kind
   UNION ALL SELECT 'criterion', id, title, question, last_verified FROM criteria
   UNION ALL SELECT 'goal', id, title, coalesce(statement, ''), last_verified FROM goals
   UNION ALL SELECT 'municipality', id, name, '', last_verified FROM municipalities
),
news AS (
  SELECT e.kind, e.entry, e.title, e.subtitle, c.change, c.date
    FROM changes c JOIN entries e ON e.kind = c.kind AND e.entry = c.entry
   UNION ALL
  SELECT kind, entry, title, subtitle, 'verified', last_verified FROM entries
   WHERE NOT EXISTS (SELECT 1 FROM changes)
)
"""


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How much news each kind of entry has."""
    return {row[0]: row[1] for row in db.execute(f"{NEWS} SELECT kind, count(*) FROM news GROUP BY kind")}


def latest(db: sqlite3.Connection, kind: str | None, limit: int, offset: int = 0) -> Rows:
    """The news, newest first, then by kind and name: kind, entry, title, subtitle, change and date."""
    return db.execute(
        f"""
        {NEWS}
        SELECT * FROM news WHERE :kind IS NULL OR kind = :kind
         ORDER BY date DESC, kind = 'solution' DESC, kind = 'knowledge' DESC, kind = 'measure' DESC, kind,
                  title COLLATE german, entry
         LIMIT :limit OFFSET :offset
        """,
        {"kind": kind, "limit": limit, "offset": offset},
    ).fetchall()


def since(db: sqlite3.Connection, date: str) -> Rows:
    """The news of a day and all later ones, by kind and name."""
    return db.execute(
        f"{NEWS} SELECT * FROM news WHERE date >= ? ORDER BY kind, title COLLATE german, entry, date", (date,)
    ).fetchall()
