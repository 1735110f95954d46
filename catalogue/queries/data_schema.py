"""The tables and views of the database as they are: columns with their types, how often nothing stands in them, links."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass


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


def schema_tables(db: sqlite3.Connection, names: Iterable[str]) -> list[SchemaTable]:
    """The tables and views with these names, in their order; those that are not there are left out."""
    found: list[SchemaTable] = []
    for name in names:
        columns = db.execute("SELECT name, type, pk FROM pragma_table_info(?)", (name,)).fetchall()
        if not columns:
            continue
        links = {
            row[0]: row[1]
            for row in db.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (name,))
        }
        counted = ", ".join(f'count("{column[0]}")' for column in columns)
        types = {column[0]: column[1] or _type_of_values(db, name, column[0]) for column in columns}
        rows, *filled = db.execute(f'SELECT count(*), {counted} FROM "{name}"').fetchone()
        found.append(
            SchemaTable(
                name,
                rows,
                tuple(
                    SchemaColumn(
                        column[0],
                        types[column[0]].lower(),
                        1 - has / rows if rows else 0.0,
                        links.get(column[0]),
                        bool(column[2]),
                    )
                    for column, has in zip(columns, filled, strict=True)
                ),
            )
        )
    return found


def _type_of_values(db: sqlite3.Connection, table: str, column: str) -> str:
    """What the first value of a column is that a view works out; nothing if all are NULL."""
    sql = f'SELECT typeof("{column}") FROM "{table}" WHERE "{column}" IS NOT NULL LIMIT 1'
    first = db.execute(sql).fetchone()
    return first[0] if first else ""
