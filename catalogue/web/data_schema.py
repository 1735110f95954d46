"""The page that explains the data: what every table and column means, what is missing, and how the tables hang together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple

from flask import Blueprint, render_template

from catalogue.edition.descriptions import COUNTED, english, unit
from catalogue.edition.table_metadata import LIST_MARK
from catalogue.queries.data_schema import SchemaTable, schema_tables
from catalogue.web import entity_diagram
from catalogue.web.edition_access import ask_once, opened
from catalogue.web.languages import language

blueprint = Blueprint("data_schema", __name__)


class Schema(NamedTuple):
    """The tables with their rows, and what is told of each."""

    tables: tuple[SchemaTable, ...]
    told: Mapping[str, Any]


def _schema(db: sqlite3.Connection) -> Schema:
    told = json.loads(opened().edition.metadata.read_text("utf-8"))["databases"]["catalogue"]["tables"]
    return Schema(tuple(schema_tables(db, told)), told)


@blueprint.get("/daten/schema")
def show() -> str:
    """All tables and views with their columns, in groups, and the diagram of the main ones."""
    schema = ask_once(_schema)
    groups: dict[str, list[SchemaTable]] = {}
    for table in schema.tables:
        groups.setdefault(schema.told[table.name]["group"], []).append(table)
    return render_template(
        "data_schema.html",
        groups=groups,
        diagram=entity_diagram.entity_diagram(
            schema.tables, {name: told["group"] for name, told in schema.told.items()}
        ),
        size=entity_diagram,
        told=told_of,
        meaning=meaning,
        unit=unit_of,
        is_list=lambda table, column: LIST_MARK in schema.told[table]["columns"][column],
    )


def unit_of(column: str) -> str:
    """The unit of the numbers of a column, or what they count, in the language of the page; empty if they have none."""
    counted = COUNTED.get(column)
    return unit(column) or (counted.in_language(language()) if counted else "")


def told_of(table: str, what: str) -> str:
    """The `title` or `description` of a table in the language of the page, else in German; empty if there is none."""
    told = ask_once(_schema).told[table]
    return str((told.get(f"{what}_en") if language() == "en" else "") or told.get(what, ""))


def meaning(table: str, column: str, what: str = "columns") -> str:
    """What a column means, or (`null`) what it means that it is empty, in the language of the page."""
    told = ask_once(_schema).told[table]
    german = told.get(what, {}).get(column, "")
    if language() == "de" or not german:
        return str(german)
    return str(told.get(f"{what}_en", {}).get(column) or english(german) or german)
