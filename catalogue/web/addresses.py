"""Addresses of entries, and whole addresses for feeds, machines and citations."""

from __future__ import annotations

import sqlite3
from urllib.parse import urljoin

from flask import current_app, request

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


def absolute(path: str) -> str:
    """The whole address of a path: under SITE_ADDRESS if the operator has set it, else as the visitor asked."""
    return urljoin(current_app.config["SITE_ADDRESS"] or request.host_url, path)
