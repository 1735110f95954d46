"""What the documentation page tells of the interface, from its declaration."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from catalogue.api import listing
from catalogue.api.declaration import Declaration
from catalogue.api.described import in_language
from catalogue.api.operation import HOME, Operation
from catalogue.api.operations import OPERATIONS
from catalogue.api.parameters import Paged
from catalogue.api.validation import expected
from catalogue.model.entries import Label
from catalogue.model.kinds import KINDS
from catalogue.queries import entries

VALUES_SHOWN = 4
"""So many values of a parameter are named; the facets and the OpenAPI document have all."""


@dataclass(frozen=True, slots=True)
class ShownField:
    """A parameter or a field of an answer: its name, what it means, and what it may be."""

    name: str
    description: str
    expected: str = ""


@dataclass(frozen=True, slots=True)
class ShownOperation:
    """An operation as the page tells it."""

    name: str
    title: Label
    description: Label
    path: str
    example: str
    """The path of an example with what it asks for."""
    parameters: list[ShownField]
    fields: tuple[ShownField, ...]
    """Of the answer; with a dot those of its items."""


@dataclass(frozen=True, slots=True)
class ShownKind:
    """A kind of entry: the path of its list, that of one of its entries, and the names of what narrows the list."""

    title: Label
    list_path: str
    entry_path: str
    filters: list[str]
    """None for a kind that takes the filters of the search."""


def shown_operations(declaration: Declaration, language: str) -> list[ShownOperation]:
    """All operations but those of single kinds of entry."""
    return [
        ShownOperation(
            operation.name,
            operation.title,
            operation.description,
            HOME + operation.path,
            HOME + operation.path.replace("{id}", "") + operation.example,
            _parameters(declaration.schemas[operation.name], language),
            _fields(operation.answer, language),
        )
        for operation in OPERATIONS
        if not operation.entry
    ]


def shown_kinds(declaration: Declaration, db: sqlite3.Connection) -> list[ShownKind]:
    """The kinds of entry that there are entries of."""
    examples = entries.first_ids(db)
    lists = {operation.path: operation for operation in OPERATIONS}
    return [
        ShownKind(
            kind.plural,
            f"{HOME}{listing.path_of(kind)}",
            f"{HOME}{listing.path_of(kind)}/{examples[kind.name]}",
            [] if kind.searched else _own_filters(declaration, lists[listing.path_of(kind)]),
        )
        for kind in KINDS
        if kind.name in examples
    ]


def entry_fields(language: str) -> tuple[ShownField, ...]:
    """What an answer with one entry has."""
    answer = next(operation.answer for operation in OPERATIONS if operation.entry and operation.names_entry)
    return _fields(answer, language)


def _own_filters(declaration: Declaration, operation: Operation) -> list[str]:
    fields = declaration.parameters[operation.name].model_fields
    return [name for name in fields if name not in Paged.model_fields]


def _parameters(schema: Mapping[str, Any], language: str) -> list[ShownField]:
    schema = in_language(schema, language)
    return [
        ShownField(name, told["description"], expected(told, language, VALUES_SHOWN))
        for name, told in schema.get("properties", {}).items()
    ]


@cache
def _fields(model: type[BaseModel], language: str) -> tuple[ShownField, ...]:
    """The fields of an answer, then those of the parts that it is made of."""
    schema = in_language(model.model_json_schema(mode="serialization"), language)
    return tuple(_named("", schema, schema.get("$defs", {})))


def _named(prefix: str, schema: Mapping[str, Any], parts: Mapping[str, Any]) -> list[ShownField]:
    found = []
    for name, told in schema["properties"].items():
        if description := told.get("description"):
            found.append(ShownField(prefix + name, description))
        kinds = told.get("anyOf") or [told.get("items", told)]
        part = next((kind["$ref"] for kind in kinds if "$ref" in kind), None)
        if part and len(prefix.split(".")) < 3:
            found += _named(f"{prefix}{name}.", parts[part.rpartition("/")[2]], parts)
    return found
