"""What feeds and the site map list."""

from __future__ import annotations

import sqlite3


def entry_addresses(db: sqlite3.Connection) -> list[sqlite3.Row]:
    """The address of every entry's page and every topic's with the day of its last verification."""
    return db.execute(
        """
        SELECT path AS address, last_verified FROM entries
         UNION ALL SELECT '/themen/' || id, (SELECT max(last_verified) FROM measures) FROM fields
         UNION ALL SELECT '/themen/' || id, (SELECT max(last_verified) FROM measures) FROM solution_kinds
         ORDER BY 1
        """
    ).fetchall()


def latest(db: sqlite3.Connection, field: str, limit: int) -> list[sqlite3.Row]:
    """The measures of a field of action that were verified last."""
    return db.execute(
        """
        SELECT e.kind, e.id AS entry, e.title, e.line || ' – ' || e.within AS subtitle, e.path, e.last_verified AS date
          FROM entries e JOIN measures m ON m.id = e.id AND e.kind = 'measure'
         WHERE EXISTS (SELECT 1 FROM measures_fields l WHERE l.measure = m.id AND l.field = :field)
         ORDER BY m.last_verified DESC, m.status_date = 'unbekannt', m.status_date DESC, m.id
         LIMIT :limit
        """,
        {"field": field, "limit": limit},
    ).fetchall()
