"""The terms of the vocabularies, in the language of the interface."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a vocabulary in the language of the interface."""

    id: str
    label: str
    description: str


def terms(db: sqlite3.Connection, vocabulary: str, language: str) -> dict[str, Term]:
    """All terms of a vocabulary in its own order, by id. `vocabulary` is the name of a vocabulary's table."""
    if not vocabulary.isidentifier():
        raise ValueError(vocabulary)
    rows = db.execute(f"SELECT id, label_de, label_en, description FROM {vocabulary} ORDER BY position")
    label = "label_en" if language == "en" else "label_de"
    return {row["id"]: Term(row["id"], row[label], row["description"]) for row in rows}
