"""Every entry with a page, in the order of the alphabet: what an index at the end of a book has."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class IndexedEntry:
    """An entry as an index names it."""

    kind: str
    id: str
    title: str
    line: str | None
    path: str
    within: str | None
    """Name of the entry that it belongs to: the model project of a measure."""
    title_en: str | None
    line_en: str | None


def entry_index(db: sqlite3.Connection) -> list[IndexedEntry]:
    """Every entry with a page, by kind and id."""
    return records(
        db,
        "SELECT kind, id, title, line, path, within, title_en, line_en FROM entries ORDER BY kind, id",
        (),
        IndexedEntry,
    )
