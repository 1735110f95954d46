"""Entries as their models have them, read back from the database: the one way from rows to entries.

It mirrors `edition.database`: plain values are columns, a part is columns with a prefix, a list is a table of its own,
and what several entries share (sources, partners) is joined. What a file does not tell stays absent; a part of which
nothing is told is absent too.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, cast

from catalogue.edition.tables import SHARED, DatabaseTable, list_table, plural, tables
from catalogue.model.entries import PUBLISHED, DocumentedEntry, Part
from catalogue.model.shapes import shapes

AnyEntry = TypeVar("AnyEntry", bound=DocumentedEntry)
AnyPart = TypeVar("AnyPart", bound=Part)


def read(
    db: sqlite3.Connection, model: type[AnyEntry], ids: Iterable[str] | None = None
) -> dict[str, AnyEntry]:
    """Entries of a kind by id: those that exist of the given ids, in their order, or all in the order of ids.

    There is one query for the entries and one for each of their lists, however many entries are read. The values were
    checked when the edition was built and are not checked again.
    """
    wanted = None if ids is None else list(dict.fromkeys(ids))
    chosen = json.dumps(wanted)
    lists = [field for field, shape in shapes(model).items() if shape.many]
    found = {
        row[0]: _values(model, iter(row)) | {field: [] for field in lists}
        for row in db.execute(_entries_query(model, wanted is not None), {"ids": chosen})
    }
    if not found:
        return {}
    for field in lists:
        part = shapes(model)[field].part
        for owner, *row in db.execute(_list_query(model, field, wanted is not None), {"ids": chosen}):
            found[owner][field].append(_made(part, _values(part, iter(row))) if part else row[0])
    return {one: _made(model, found[one]) for one in (found if wanted is None else wanted) if one in found}


def read_one(db: sqlite3.Connection, model: type[AnyEntry], entry_id: str) -> AnyEntry | None:
    """An entry, or nothing if there is none with this id."""
    return read(db, model, [entry_id]).get(entry_id)


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many entries of each kind there are, by the name of the kind."""
    return _of_each_kind(db, "count(*)")


def first_ids(db: sqlite3.Connection) -> dict[str, str]:
    """The first id of each kind of entry, by the name of the kind; a kind without entries is left out."""
    return {kind: first for kind, first in _of_each_kind(db, "min(id)").items() if first}


def _of_each_kind(db: sqlite3.Connection, aggregate: str) -> dict[str, Any]:
    """An aggregate of SQL over the entries of each kind, by the name of the kind."""
    each = " UNION ALL ".join(
        f"SELECT '{model.kind}', {aggregate} FROM {plural(model.kind)}" for model in PUBLISHED
    )
    return dict(db.execute(each).fetchall())


def _made(model: type[AnyPart], values: dict[str, Any]) -> AnyPart:
    """A part or entry of values that are right already, in the order of its fields."""
    return cast(AnyPart, model.model_construct(**{name: values[name] for name in model.model_fields}))


def _values(model: type[Part], row: Iterator[Any]) -> dict[str, Any]:
    """The values of a part but its lists, by field, from columns in the order of `database.plain_values`."""
    values: dict[str, Any] = {}
    for name, shape in shapes(model).items():
        if shape.many:
            continue
        if shape.part:
            inner = _values(shape.part, row)
            told = any(value not in (None, ()) for value in inner.values())
            values[name] = _made(shape.part, inner) if told else None
            continue
        values[name] = _read_back(shape.value_type, next(row))
    return values


def _read_back(value_type: type, value: Any) -> Any:
    """A plain value from what `database.column_values` made of it."""
    if value_type is tuple:
        return tuple(json.loads(value)) if value else ()
    return bool(value) if value_type is bool and value is not None else value


@cache
def _tables() -> dict[str, DatabaseTable]:
    return {table.name: table for table in tables({})}


@cache
def _entries_query(model: type[DocumentedEntry], chosen: bool) -> str:
    table = _tables()[plural(model.kind)]
    columns = ", ".join(
        f'"{c.name}"' for c in table.columns if c.name not in model.placed_in and not c.worked_out_from
    )
    return f"SELECT {columns} FROM {table.name} {_condition('id', chosen)} ORDER BY id"


@cache
def _list_query(model: type[DocumentedEntry], field: str, chosen: bool) -> str:
    """The query for a list: the owner, then the columns of the value in the order of its fields."""
    table, part = _tables()[list_table(model, field)], shapes(model)[field].part
    owner, _position, *values = (c for c in table.columns if not c.worked_out_from)
    condition = _condition(f'l."{owner.name}"', chosen)
    order = f'ORDER BY l."{owner.name}", l.position'
    if part and part in SHARED:
        shared, identity = SHARED[part]
        link, *extra = values
        columns = ", ".join([*(f's."{name}"' for name in identity), *(f'l."{c.name}"' for c in extra)])
        joined = f'{table.name} l JOIN {shared} s ON s.id = l."{link.name}"'
        return f'SELECT l."{owner.name}", {columns} FROM {joined} {condition} {order}'
    columns = ", ".join(f'l."{c.name}"' for c in values)
    return f'SELECT l."{owner.name}", {columns} FROM {table.name} l {condition} {order}'


def _condition(column: str, chosen: bool) -> str:
    return f"WHERE {column} IN (SELECT value FROM json_each(:ids))" if chosen else ""
