"""The forms in which an edition, or chosen measures of one, can be had as files. A new form is registered here, and only here."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass

from catalogue.edition import Edition
from catalogue.exports.data_package import data_package
from catalogue.exports.entries import json_file
from catalogue.exports.spreadsheet import measures_file
from catalogue.facts.wording import wording
from catalogue.queries import vocabularies
from catalogue.queries.connection import connect
from catalogue.queries.measure_records import MeasureRecord, measure_records

Files = dict[str, bytes]
"""Contents by the names of the files; a form that is one file calls it `""`."""


class UnknownMeasure(Exception):
    """An id names no measure of the edition."""

    def __init__(self, measure_id: str) -> None:
        super().__init__(measure_id)
        self.measure_id = measure_id


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export."""

    about: str
    """What it gives, for the help of the command."""
    files: Callable[[sqlite3.Connection, Edition, list[str]], Files]
    """Makes them of the measures with these ids, of everything if there are none. Raises UnknownMeasure."""
    can_choose: bool = True
    """Whether it can be had of chosen measures."""


def _table(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return {"": measures_file(_chosen(db, ids), wording(db, "de"))}


def _json(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return {"": json_file(db, _chosen(db, ids), edition.id, others=not ids)}


def _package(db: sqlite3.Connection, edition: Edition, ids: list[str]) -> Files:
    return dict(data_package(db, _vocabularies(edition, db), edition.id))


FORMS: Mapping[str, Form] = {
    "csv": Form("Tabelle der Maßnahmen mit Semikolons für Excel und LibreOffice", _table),
    "json": Form("alle Einträge mit allen Angaben, mit --id nur Maßnahmen", _json),
    "datapackage": Form(
        "die ganze Datenbank als Ordner mit CSV-Dateien und ihrer Beschreibung (Frictionless Data Package)",
        _package,
        can_choose=False,
    ),
}
"""Every form by its name on the command line."""


def files_of(edition: Edition, form: str, ids: list[str]) -> Files:
    """The files of an export. No ids mean everything. Raises UnknownMeasure, and KeyError for a form that is none."""
    with closing(connect(edition.database)) as db:
        return FORMS[form].files(db, edition, ids)


def _chosen(db: sqlite3.Connection, ids: list[str]) -> list[MeasureRecord]:
    found = measure_records(db, ids or None)
    known = {one.id for one in found}
    for measure_id in ids:
        if measure_id not in known:
            raise UnknownMeasure(measure_id)
    return found


def _vocabularies(edition: Edition, db: sqlite3.Connection) -> dict[str, str]:
    """The meaning of each vocabulary's table, as the edition describes it."""
    described = json.loads(edition.metadata.read_text("utf-8"))["databases"]["catalogue"]["tables"]
    return {name: described[name]["description"] for name in vocabularies.tables(db)}
