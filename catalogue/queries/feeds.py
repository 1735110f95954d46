"""What feeds and the site map list."""

from __future__ import annotations

import sqlite3

from catalogue.edition.tables import plural
from catalogue.queries.entry_paths import PATHS


def entry_addresses(db: sqlite3.Connection) -> list[sqlite3.Row]:
    """The address of every entry's page with the day of its last verification."""
    entries = " UNION ALL ".join(
        f"SELECT '{path}' || id AS address, last_verified FROM {plural(kind)}" for kind, path in PATHS.items()
    )
    return db.execute(
        f"""
        {entries}
         UNION ALL SELECT '/wissen/' || knowledge_kind || '/' || id, last_verified FROM knowledge
         UNION ALL SELECT '/themen/' || id, (SELECT max(last_verified) FROM measures) FROM fields
         UNION ALL SELECT '/themen/' || id, (SELECT max(last_verified) FROM measures) FROM solution_kinds
         ORDER BY 1
        """
    ).fetchall()


def latest(db: sqlite3.Connection, field: str, limit: int) -> list[sqlite3.Row]:
    """The measures of a field of action that were verified last."""
    return db.execute(
        """
        SELECT 'measure' AS kind, m.id AS entry, m.title, m.subtitle || ' – ' || p.name AS subtitle,
               m.last_verified AS date
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE EXISTS (SELECT 1 FROM measures_fields l
                                          WHERE l.measure = m.id AND l.field = :field)
         ORDER BY m.last_verified DESC, m.status_date = 'unbekannt', m.status_date DESC, m.id
         LIMIT :limit
        """,
        {"field": field, "limit": limit},
    ).fetchall()
