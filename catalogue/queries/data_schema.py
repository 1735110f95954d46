"""The tables and views of the database as they are: columns with their types, how often nothing stands in them, links."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import pairs, records, values


@dataclass(frozen=True, slots=True)
class SchemaColumn:
    """A column: its type in SQLite, of a view that of its first value, the share of rows without a value (0 to 1), and the table whose `id` it names."""

    name: str
    type: str
    empty: float
    references: str | None
    is_key: bool


@dataclass(frozen=True, slots=True)
class SchemaTable:
    """A table or view with the number of its rows."""

    name: str
    rows: int
    columns: tuple[SchemaColumn, ...]


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """A column as SQLite describes it; `pk` is its place in the primary key, from 1, or 0."""

    name: str
    type: str
    pk: int


def schema_tables(db: sqlite3.Connection, names: Iterable[str]) -> list[SchemaTable]:
    """The tables and views with these names, in their order; those that are not there are left out."""
    found: list[SchemaTable] = []
    for name in names:
        columns = records(db, "SELECT name, type, pk FROM pragma_table_info(?)", (name,), StoredColumn)
        if not columns:
            continue
        links = dict(pairs(db, 'SELECT "from", "table" FROM pragma_foreign_key_list(?)', (name,), str, str))
        counted = ", ".join(f'count("{column.name}")' for column in columns)
        rows, *filled = db.execute(f'SELECT count(*), {counted} FROM "{name}"').fetchone()
        found.append(
            SchemaTable(
                name,
                rows,
                tuple(
                    SchemaColumn(
                        column.name,
                        (column.type or _type_of_values(db, name, column.name)).lower(),
                        1 - has / rows if rows else 0.0,
                        links.get(column.name),
                        column.pk > 0,
                    )
                    for column, has in zip(columns, filled, strict=True)
                ),
            )
        )
    return found


def _type_of_values(db: sqlite3.Connection, table: str, column: str) -> str:
    """What the first value of a column is that a view works out; nothing if all are NULL."""
    sql = f'SELECT typeof("{column}") FROM "{table}" WHERE "{column}" IS NOT NULL LIMIT 1'
    return next(iter(values(db, sql, (), str)), "")
