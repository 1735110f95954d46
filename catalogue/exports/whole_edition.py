"""Whole editions, or chosen measures of one, as files."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from catalogue.edition import Edition
from catalogue.exports.data_package import data_package
from catalogue.exports.entries import json_file
from catalogue.exports.spreadsheet import measures_file
from catalogue.facts.wording import wording
from catalogue.queries import vocabularies
from catalogue.queries.connection import connect
from catalogue.queries.measure_records import MeasureRecord, measure_records


class UnknownMeasure(Exception):
    """An id names no measure of the edition."""

    def __init__(self, measure_id: str) -> None:
        super().__init__(measure_id)
        self.measure_id = measure_id


def files_of(edition: Edition, form: str, ids: list[str]) -> dict[str, bytes]:
    """The files of an export by their name; an export of one file has the name `""`. No ids mean all measures."""
    with closing(connect(edition.database)) as db:
        if form == "datapackage":
            return dict(data_package(db, _vocabularies(edition, db), edition.id))
        chosen = _chosen(db, ids)
        if form == "json":
            return {"": json_file(db, chosen, edition.id, others=not ids)}
        return {"": measures_file(chosen, wording(db, "de"))}


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
