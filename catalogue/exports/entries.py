"""Every kind of entry as plain records, in the form of its model; what no source tells is left out."""

from __future__ import annotations

import sqlite3
from typing import Any

from catalogue.edition.tables import SHARED, list_table, plural
from catalogue.model.entries import PUBLISHED, DocumentedEntry, Measure
from catalogue.model.shapes import shapes


def other_entries(db: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """All entries but the measures, by the name of their table, each in the order of their ids."""
    return {plural(model.kind): records(db, model) for model in PUBLISHED if model is not Measure}


def records(db: sqlite3.Connection, model: type[DocumentedEntry]) -> list[dict[str, Any]]:
    """All entries of a kind with their lists; parts of an entry have the names of their columns."""
    found = {
        row["id"]: _told(row, set()) for row in db.execute(f"SELECT * FROM {plural(model.kind)} ORDER BY id")
    }
    for field, shape in shapes(model).items():
        if not shape.many:
            continue
        for row in db.execute(_all_of(model, field)):
            value = _told(row, {"owner", "position", model.kind})
            found[row["owner"]].setdefault(field, []).append(
                value if shape.part else next(iter(value.values()))
            )
    return list(found.values())


def _all_of(model: type[DocumentedEntry], field: str) -> str:
    """The query for a list of all entries of a kind; a part that several entries share is joined to it."""
    table, part = list_table(model, field), shapes(model)[field].part
    if part and part in SHARED:
        shared, identity = SHARED[part]
        extra = [name for name in part.model_fields if name not in identity]
        columns = ", ".join([*(f"s.{name}" for name in identity), *(f"l.{name}" for name in extra)])
        joined = f"{table} l JOIN {shared} s ON s.id = l.{shared[:-1]}"
        return f"SELECT l.{model.kind} AS owner, {columns} FROM {joined} ORDER BY l.{model.kind}, l.position"
    return f"SELECT {model.kind} AS owner, * FROM {table} ORDER BY {model.kind}, position"


def _told(row: sqlite3.Row, left_out: set[str]) -> dict[str, Any]:
    named = zip(row.keys(), row, strict=True)
    return {name: value for name, value in named if value is not None and name not in left_out}
