"""All tables and views of an edition with the types of their columns: what files of several forms are made of.

SQLite keeps days as text and yes and no as numbers; here they are what they mean. Keys stay text, also those of digits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalogue.edition.database import all_tables
from catalogue.edition.tables import DatabaseTable
from catalogue.edition.views import VIEWS, View

READ: dict[type, Callable[[Any], Any]] = {date: date.fromisoformat, bool: bool, float: float}
"""How a stored value becomes what it means."""


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A column: its name, what it means, and its type: str, int, float, bool or date."""

    name: str
    description: str
    type: type


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table or view with its rows."""

    name: str
    description: str
    columns: tuple[TypedColumn, ...]
    rows: list[tuple[Any, ...]]


def typed_tables(db: sqlite3.Connection, vocabularies: dict[str, str]) -> Iterator[TypedTable]:
    """Every table in the order of its key, then every view. `vocabularies` gives the meaning of each vocabulary's table."""
    tables = all_tables(vocabularies)
    for table in tables:
        yield _typed_table(db, table)
    meant = {c.name: c.type for table in tables for c in table.columns if c.type in (date, bool)}
    for view in VIEWS:
        yield _typed_view(db, view, meant)


def _typed_table(db: sqlite3.Connection, table: DatabaseTable) -> TypedTable:
    columns = tuple(TypedColumn(c.name, c.description, c.type) for c in table.columns)
    key = ", ".join(map(quoted, table.key))
    return TypedTable(
        table.name, table.description, columns, _rows(db, table.name, columns, f" ORDER BY {key}")
    )


def _typed_view(db: sqlite3.Connection, view: View, meant: Mapping[str, type]) -> TypedTable:
    """SQLite knows no types of a view's columns: one that is called like a table's means the same."""
    stored = db.execute(f"SELECT * FROM {quoted(view.name)}").fetchall()
    columns = tuple(
        TypedColumn(name, description, _type({type(row[name]) for row in stored}, meant.get(name)))
        for name, description in view.columns.items()
    )
    return TypedTable(view.name, view.description, columns, _rows(db, view.name, columns))


def _type(stored: set[type], meant: type | None) -> type:
    values = stored - {type(None)}
    if meant is not None and values <= ({str} if meant is date else {int}):
        return meant
    return int if values == {int} else float if values and values <= {int, float} else str


def _rows(
    db: sqlite3.Connection, name: str, columns: Iterable[TypedColumn], order: str = ""
) -> list[tuple[Any, ...]]:
    names = ", ".join(quoted(column.name) for column in columns)
    readers = [READ.get(column.type, _as_stored) for column in columns]
    return [
        tuple(None if value is None else read(value) for read, value in zip(readers, row, strict=True))
        for row in db.execute(f"SELECT {names} FROM {quoted(name)}{order}")
    ]


def _as_stored(value: Any) -> Any:
    return value


def quoted(name: str) -> str:
    """A name of a table or column as SQL."""
    return f'"{name}"'
