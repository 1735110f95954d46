"""What feeds and the site map list."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.news import LISTED, NewsItem
from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class VerifiedPage:
    """A page below the site's address with the day on which what it tells was last verified, if there is anything."""

    path: str
    last_verified: str | None


def verified_pages(db: sqlite3.Connection) -> list[VerifiedPage]:
    """The pages of all entries and all topics, by path; a topic counts as verified with the last of all measures."""
    return records(
        db,
        """
        SELECT path, last_verified FROM entries
         UNION ALL SELECT '/themen/' || id, (SELECT max(last_verified) FROM measures) FROM fields
         UNION ALL SELECT '/themen/' || id, (SELECT max(last_verified) FROM measures) FROM solution_kinds
         ORDER BY 1
        """,
        (),
        VerifiedPage,
    )


def latest(db: sqlite3.Connection, field: str, limit: int) -> list[NewsItem]:
    """The measures of a field of action that were verified last, as news of that day; of one day, the newest status first."""
    return records(
        db,
        f"""
        SELECT e.kind, e.id AS entry, e.title, e.subtitle, e.path, 'verified' AS change, e.last_verified AS date
          FROM ({LISTED}) e JOIN measures m ON m.id = e.id AND e.kind = 'measure'
         WHERE EXISTS (SELECT 1 FROM measures_fields l WHERE l.measure = m.id AND l.field = :field)
         ORDER BY m.last_verified DESC, m.status_date = 'unbekannt', m.status_date DESC, m.id
         LIMIT :limit
        """,
        {"field": field, "limit": limit},
        NewsItem,
    )
