"""The day of an edition: the newest that its content tells of. What depends on a day reads it as of this one, not of today."""

from __future__ import annotations

import sqlite3


def edition_day(db: sqlite3.Connection) -> str:
    """The last day on which an entry was recorded, verified or changed: `2026-11-30`."""
    row = db.execute(
        """
        SELECT max(day) AS day
          FROM (SELECT max(recorded) AS day FROM entries
                 UNION ALL SELECT max(last_verified) FROM entries
                 UNION ALL SELECT max(date) FROM changes)
        """
    ).fetchone()
    return str(row["day"])
