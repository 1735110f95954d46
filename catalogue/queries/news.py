"""What is new: entries that were added or changed, from the history of content.

Where an edition has no history, the days of verification and of gathering stand for it.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.model.kinds import KINDS
from catalogue.queries.records import pairs, records


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An entry that was `added` or `changed` on a day (`2026-11-23`).

    Where the edition has no history, it was `verified` then, or `recorded` if it never was verified.

    `kind` and `entry` name it, `subtitle` says what it is (or is empty), `path` is that of its page below the site's address.
    """

    kind: str
    entry: str
    title: str
    subtitle: str
    path: str
    change: str
    date: str


LISTED = """
SELECT kind, id, title, coalesce(line, '') || coalesce(' – ' || within, '') AS subtitle, path,
       CASE WHEN last_verified IS NULL THEN 'recorded' ELSE 'verified' END AS seen,
       coalesce(last_verified, recorded) AS as_of
  FROM entries
"""
"""The entries that have a page, with what a list says of each in one line."""

NEWS = f"""
WITH listed AS ({LISTED}),
news AS (
  SELECT e.kind, e.id AS entry, e.title, e.subtitle, e.path, c.change, c.date
    FROM changes c JOIN listed e ON e.kind = c.kind AND e.id = c.entry
   UNION ALL
  SELECT kind, id, title, subtitle, path, seen, as_of FROM listed
   WHERE NOT EXISTS (SELECT 1 FROM changes)
)
"""

POSITION = "CASE kind " + " ".join(f"WHEN '{kind.name}' THEN {n}" for n, kind in enumerate(KINDS)) + " END"
"""The place of a row's kind among all kinds."""


@dataclass(frozen=True, slots=True)
class NewsDay:
    """How much news of a kind of entry a day has."""

    date: str
    kind: str
    entries: int


def days(db: sqlite3.Connection, kind: str | None) -> list[NewsDay]:
    """How much news each day has, the latest first, by kind; of one kind if one is given."""
    sql = f"""
        {NEWS} SELECT date, kind, count(*) AS entries FROM news WHERE :kind IS NULL OR kind = :kind
         GROUP BY date, kind ORDER BY date DESC, {POSITION}
    """
    return records(db, sql, {"kind": kind}, NewsDay)


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How much news each kind of entry has, by its name; kinds without news are left out."""
    return dict(pairs(db, f"{NEWS} SELECT kind, count(*) FROM news GROUP BY kind", (), str, int))


def latest(db: sqlite3.Connection, kind: str | None, limit: int, offset: int = 0) -> list[NewsItem]:
    """The news, of a kind if one is given, newest first, of a day by kind and name."""
    return records(
        db,
        f"""
        {NEWS}
        SELECT * FROM news WHERE :kind IS NULL OR kind = :kind
         ORDER BY date DESC, {POSITION}, title COLLATE german, entry
         LIMIT :limit OFFSET :offset
        """,
        {"kind": kind, "limit": limit, "offset": offset},
        NewsItem,
    )


def since(db: sqlite3.Connection, date: str) -> list[NewsItem]:
    """The news of a day (`2026-11-23`) and all later ones, by kind and name."""
    return records(
        db,
        f"{NEWS} SELECT * FROM news WHERE date >= ? ORDER BY {POSITION}, title COLLATE german, entry, date",
        (date,),
        NewsItem,
    )
