"""The terms of the vocabularies, in the language of the interface."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.records import records, values


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a vocabulary in the language of the interface."""

    id: str
    label: str
    description: str
    website: str | None = None
    """A page that explains it, such as the text of a licence."""


def terms(db: sqlite3.Connection, vocabulary: str, language: str) -> dict[str, Term]:
    """All terms of a vocabulary in its own order, by id. `vocabulary` is the name of a vocabulary's table.

    Raises ValueError for what cannot be the name of a table.
    """
    if not vocabulary.isidentifier():
        raise ValueError(vocabulary)
    label = "label_en" if language == "en" else "label_de"
    sql = f"SELECT id, {label} AS label, description, website FROM {vocabulary} ORDER BY position"
    return {term.id: term for term in records(db, sql, (), Term)}


def tables(db: sqlite3.Connection) -> list[str]:
    """The names of all tables that hold a vocabulary: those whose rows have a German label."""
    return values(
        db,
        """
        SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c ON c.name = 'label_de'
         WHERE t.type = 'table' ORDER BY t.name
        """,
        (),
        str,
    )
