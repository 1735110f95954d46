"""The whole database as a Frictionless data package: a CSV file a table, and `datapackage.json` that describes them.

Names, types, meanings, keys and links of the columns are those that the database is made from.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from catalogue.edition.database import all_tables
from catalogue.edition.tables import DatabaseColumn, DatabaseTable
from catalogue.exports.licence import LICENCE
from catalogue.exports.typed_tables import quoted

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}


def data_package(
    db: sqlite3.Connection, vocabularies: dict[str, str], edition: str
) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the package's files. `vocabularies` gives the meaning of each vocabulary's table."""
    described = all_tables(vocabularies)
    for table in described:
        yield f"{table.name}.csv", _rows(db, table)
    package = {
        "$schema": PROFILE,
        "name": "smart-city-katalog",
        "title": "Smart-City-Katalog",
        "description": "Maßnahmen der Modellprojekte Smart Cities, mit Quellen",
        "version": edition,
        "licenses": [LICENCE],
        "resources": [_resource(table) for table in described],
    }
    yield "datapackage.json", (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _rows(db: sqlite3.Connection, table: DatabaseTable) -> bytes:
    """A table as CSV after RFC 4180, ordered by its key."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    columns = ", ".join(quoted(column.name) for column in table.columns)
    key = ", ".join(map(quoted, table.key))
    writer.writerows(db.execute(f"SELECT {columns} FROM {quoted(table.name)} ORDER BY {key}"))
    return text.getvalue().encode()


def _resource(table: DatabaseTable) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    links = [
        {"fields": [column.name], "reference": {"resource": column.references, "fields": ["id"]}}
        for column in table.columns
        if column.references
    ]
    if links:
        schema["foreignKeys"] = links
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": table.description,
        "schema": schema,
    }


def _field(column: DatabaseColumn) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[column.type],
        "description": column.description,
    }
    if column.type is bool:
        field |= {"trueValues": ["1"], "falseValues": ["0"]}
    if column.required:
        field["constraints"] = {"required": True}
    return field
