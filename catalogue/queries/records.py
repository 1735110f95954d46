"""Rows of the database as records: frozen dataclasses whose fields are the columns, so that types do not end at SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Parameters = Sequence[Any] | Mapping[str, Any]

Recorded = TypeVar("Recorded", bound="DataclassInstance")


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
    cursor = db.cursor()
    cursor.row_factory = None
    cursor.execute(sql, parameters)
    columns = [name for name, *_ in cursor.description]
    readers = _readers(record)
    if sorted(columns) != sorted(readers):
        raise RecordMismatch(record, columns)
    places = [(columns.index(name), reader) for name, reader in readers.items()]
    return [record(*[reader(row[at]) if reader else row[at] for at, reader in places]) for row in cursor]


def first_record(
    db: sqlite3.Connection, sql: str, parameters: Parameters, record: type[Recorded]
) -> Recorded | None:
    """The first row of a query as `records` gives it, or nothing if the query finds nothing. Raises RecordMismatch."""
    return next(iter(records(db, sql, parameters, record)), None)


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
