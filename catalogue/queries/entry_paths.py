"""Where the pages of entries are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import records, values


@dataclass(frozen=True, slots=True)
class EntryPath:
    """An entry with the path of its page."""

    kind: str
    id: str
    path: str


def paths(db: sqlite3.Connection, entries: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The path of each entry's page below the site's address, by kind and id; entries without a page left out."""
    wanted = set(entries)
    marks = ", ".join("?" * len(wanted))
    found = records(
        db,
        f"SELECT kind, id, path FROM entries WHERE id IN ({marks})",
        [entry_id for _, entry_id in sorted(wanted)],
        EntryPath,
    )
    return {(one.kind, one.id): one.path for one in found if (one.kind, one.id) in wanted}


def first_paths(db: sqlite3.Connection) -> list[str]:
    """The path of one page of each kind of entry that has pages."""
    return values(db, "SELECT min(path) FROM entries WHERE path > '' GROUP BY kind ORDER BY kind", (), str)
