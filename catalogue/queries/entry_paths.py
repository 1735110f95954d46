"""Where the pages of entries are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def paths(db: sqlite3.Connection, entries: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The path of each entry's page below the site's address, by kind and id; entries without a page left out."""
    wanted = set(entries)
    marks = ", ".join("?" * len(wanted))
    rows = db.execute(
        f"SELECT kind, id, path FROM entries WHERE id IN ({marks})",
        [entry_id for _, entry_id in sorted(wanted)],
    )
    return {(row["kind"], row["id"]): row["path"] for row in rows if (row["kind"], row["id"]) in wanted}


def first_paths(db: sqlite3.Connection) -> list[str]:
    """The path of one page of each kind of entry that has pages."""
    rows = db.execute("SELECT min(path) FROM entries WHERE path > '' GROUP BY kind ORDER BY kind")
    return [row[0] for row in rows]
