"""Rows of the database as records: frozen dataclasses whose fields are the columns, so that types do not end at SQL.

Rows of one or two values are given as those, by their place: nothing outside SQL names a column that has no field.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Parameters = Sequence[Any] | Mapping[str, Any]

Recorded = TypeVar("Recorded", bound="DataclassInstance")
Key = TypeVar("Key")
Value = TypeVar("Value")


class RecordMismatch(TypeError):
    """The columns of a query are not the fields of its record."""

    def __init__(self, record: type, columns: Sequence[str]) -> None:
        super().__init__(
            f"{record.__name__} has {sorted(_readers(record))}, the query gives {sorted(columns)}"
        )


def records(
    db: sqlite3.Connection, sql: str, parameters: Parameters, record: type[Recorded]
) -> list[Recorded]:
    """The rows of a query as instances of the dataclass `record`, in the order of the query.

    A column fills the field of its name. SQLite knows neither yes and no nor lists: a field of `bool` is read from 0 or 1,
    a field of `tuple` from a JSON array as `json_group_array` makes it, of objects if the tuple is one of records.

    Raises RecordMismatch if a column has no field or a field no column, also for a query that finds nothing.
    """
    cursor, columns = _asked(db, sql, parameters)
    made = _made(record, tuple(columns))
    return [made(row) for row in cursor]


def records_by_key(
    db: sqlite3.Connection, sql: str, parameters: Parameters, key: type[Key], record: type[Recorded]
) -> dict[Key, Recorded]:
    """The same by the first column, which is of the type `key` and no field of the record. Raises RecordMismatch."""
    cursor, (_, *columns) = _asked(db, sql, parameters)
    made = _made(record, tuple(columns))
    return {first: made(rest) for first, *rest in cursor}


def first_record(
    db: sqlite3.Connection, sql: str, parameters: Parameters, record: type[Recorded]
) -> Recorded | None:
    """The first row of a query as `records` gives it, or nothing if the query finds nothing. Raises RecordMismatch."""
    return next(iter(records(db, sql, parameters, record)), None)


def values(db: sqlite3.Connection, sql: str, parameters: Parameters, value: type[Value]) -> list[Value]:
    """What a query of one column gives, which is of the type `value`. Raises ValueError if it has more columns."""
    cursor, [_] = _asked(db, sql, parameters)
    return [one for (one,) in cursor]


def pairs(
    db: sqlite3.Connection, sql: str, parameters: Parameters, key: type[Key], value: type[Value]
) -> list[tuple[Key, Value]]:
    """What a query of two columns gives, which are of the types `key` and `value`. Raises ValueError if it has others."""
    cursor, [_, _] = _asked(db, sql, parameters)
    return [*cursor]


def _asked(db: sqlite3.Connection, sql: str, parameters: Parameters) -> tuple[Iterator[Any], list[str]]:
    """The rows of a query as tuples, and the names of its columns."""
    cursor = db.cursor()
    cursor.row_factory = None
    cursor.execute(sql, parameters)
    return cursor, [name for name, *_ in cursor.description]


@cache
def _made(record: type[Recorded], columns: tuple[str, ...]) -> Callable[[Sequence[Any]], Recorded]:
    """What makes a record of a row with these columns."""
    readers = _readers(record)
    if sorted(columns) != sorted(readers):
        raise RecordMismatch(record, columns)
    places = [(columns.index(name), reader) for name, reader in readers.items()]
    if places == [(at, None) for at in range(len(columns))]:  # as most are: twice as fast
        return lambda row: record(*row)
    return lambda row: record(*[reader(row[at]) if reader else row[at] for at, reader in places])


@cache
def _readers(record: type) -> dict[str, Callable[[Any], Any] | None]:
    """The fields of a record in their order, with how each is read if not as it is."""
    return {name: _reader(annotation) for name, annotation in get_type_hints(record).items()}


def _reader(annotation: Any) -> Callable[[Any], Any] | None:
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        if isinstance(item, type) and is_dataclass(item):
            return lambda array: tuple(item(**fields) for fields in json.loads(array))
        return lambda array: tuple(json.loads(array))
    choices = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    if bool in choices:
        return lambda value: None if value is None else bool(value)
    return None
