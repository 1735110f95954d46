"""What feeds and the site map list."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.news import LISTED, NewsItem
from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class DatedPage:
    """A page below the site's address with the day from which the facts on it are, if there are any."""

    path: str
    as_of: str | None


def dated_pages(db: sqlite3.Connection) -> list[DatedPage]:
    """The pages of all entries and all topics, by path; a topic is as new as the newest of all measures."""
    return records(
        db,
        """
        SELECT path, coalesce(last_verified, recorded) AS as_of FROM entries
         UNION ALL SELECT '/themen/' || id, (SELECT max(coalesce(last_verified, recorded)) FROM measures) FROM fields
         UNION ALL SELECT '/themen/' || id, (SELECT max(coalesce(last_verified, recorded)) FROM measures)
                     FROM solution_kinds
         ORDER BY 1
        """,
        (),
        DatedPage,
    )


def latest(db: sqlite3.Connection, field: str, limit: int) -> list[NewsItem]:
    """The measures of a field of action verified last, then those gathered last, as news of that day; of one day, the newest
    status first."""
    return records(
        db,
        f"""
        SELECT e.kind, e.id AS entry, e.title, e.subtitle, e.path, e.seen AS change, e.as_of AS date
          FROM ({LISTED}) e JOIN measures m ON m.id = e.id AND e.kind = 'measure'
         WHERE EXISTS (SELECT 1 FROM measures_fields l WHERE l.measure = m.id AND l.field = :field)
         ORDER BY e.as_of DESC, m.status_date = 'unbekannt', m.status_date DESC, m.id
         LIMIT :limit
        """,
        {"field": field, "limit": limit},
        NewsItem,
    )
