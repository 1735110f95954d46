"""What became of ids that entries had once: renamed or retired."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.records import first_record, records


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """An entry to look at instead; one without a page has no path."""

    kind: str
    id: str
    title: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class FormerId:
    """A former id: what the entry is called today and where its page is, or when and why it was retired."""

    entry: str | None
    path: str | None
    date: str | None
    reason: str | None
    instead: tuple[NamedEntry, ...]


@dataclass(frozen=True, slots=True)
class FormerPage:
    """A former id, and where the page of the entry is today, if there is one."""

    kind: str
    id: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Renamed:
    """An entry that was renamed."""

    id: str
    entry: str


def former_id(db: sqlite3.Connection, kind: str, entry_id: str) -> FormerId | None:
    """What became of an id of a kind of entry; nothing if no entry had it or one has it today."""
    sql = """
        SELECT f.entry, e.path, f.date, f.reason,
               (SELECT json_group_array(json_object('kind', i.kind, 'id', i.id, 'title', i.title, 'path', i.path))
                FROM json_each(f.instead) j JOIN entries i ON i.id = j.value) AS instead
        FROM former_ids f LEFT JOIN entries e ON e.kind = f.kind AND e.id = f.entry
        WHERE f.kind = ? AND f.id = ?"""
    return first_record(db, sql, (kind, entry_id), FormerId)


def former_pages(db: sqlite3.Connection) -> list[FormerPage]:
    """All former ids, by kind and id."""
    sql = """
        SELECT f.kind, f.id, e.path
        FROM former_ids f LEFT JOIN entries e ON e.kind = f.kind AND e.id = f.entry
        ORDER BY f.kind, f.id"""
    return records(db, sql, (), FormerPage)


def renamed(db: sqlite3.Connection) -> dict[str, str]:
    """Today's id of every measure and solution that was renamed, by its former id."""
    return _renamed(db, "measure", "solution")


def renamed_projects(db: sqlite3.Connection) -> dict[str, str]:
    """Today's id of every model project that was renamed, by its former id."""
    return _renamed(db, "project")


def _renamed(db: sqlite3.Connection, *kinds: str) -> dict[str, str]:
    marks = ", ".join("?" * len(kinds))
    sql = f"SELECT id, entry FROM former_ids WHERE kind IN ({marks}) AND entry IS NOT NULL"
    return {one.id: one.entry for one in records(db, sql, kinds, Renamed)}
