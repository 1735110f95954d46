"""Knowledge around solutions: studies, guides, questions, communities, events, standards, criteria, platforms."""

from __future__ import annotations

import sqlite3


def kinds_of(db: sqlite3.Connection, ids: list[str]) -> dict[str, str]:
    """The kind of each piece of knowledge, by its id."""
    marks = ", ".join("?" * len(ids))
    rows = db.execute(f"SELECT id, knowledge_kind FROM knowledge WHERE id IN ({marks})", ids)
    return {row["id"]: row["knowledge_kind"] for row in rows}
