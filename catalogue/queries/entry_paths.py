"""The paths of entries' pages, below the site's own address."""

from __future__ import annotations

import sqlite3

from catalogue.queries import knowledge

PATHS = {
    "measure": "/massnahmen/",
    "project": "/projekte/",
    "municipality": "/kommunen/",
    "solution": "/loesungen/",
    "criterion": "/roadmap/",
    "goal": "/ziele/",
}
"""What stands before the id in the path of an entry; knowledge has its kind there too."""


def paths(db: sqlite3.Connection, entries: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The path of each entry, by kind and id."""
    folders = knowledge.kinds_of(db, [entry_id for kind, entry_id in entries if kind == "knowledge"])
    return {
        (kind, entry_id): f"/wissen/{folders[entry_id]}/{entry_id}"
        if kind == "knowledge"
        else f"{PATHS[kind]}{entry_id}"
        for kind, entry_id in entries
    }
