"""Entries as JSON, each as its file tells it and as the JSON Schema of its kind describes it.

What no entry tells by itself stands apart: where measures belong and run and who reuses them (`measures_in_context`), and
the names of the terms (`labels`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from catalogue.edition.tables import plural
from catalogue.exports.licence import LICENCE
from catalogue.model.entries import PUBLISHED, DocumentedEntry, Measure, Solution
from catalogue.queries import entries, vocabularies
from catalogue.queries.measure_records import MeasureRecord

JSON_TYPE = "application/json; charset=utf-8"


def told(entry: DocumentedEntry) -> dict[str, Any]:
    """An entry as its file tells it; a key that the file lacks is left out."""
    return entry.model_dump(mode="json", exclude_defaults=True)


def other_entries(db: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """All entries but the measures, by the name of their table, each in the order of their ids."""
    return {
        plural(model.kind): [told(entry) for entry in entries.read(db, model).values()]
        for model in PUBLISHED
        if model is not Measure
    }


def json_file(
    db: sqlite3.Connection,
    chosen: Iterable[MeasureRecord],
    edition: str,
    others: bool = False,
    solutions: Sequence[Solution] = (),
) -> bytes:
    """Measures as JSON, with the edition that they are from and the licence; with all other entries if wanted.

    Else `solutions` stand beside them, if there are any.
    """
    records = list(chosen)
    exported = {
        "edition": edition,
        "licence": LICENCE,
        "measures": [told(one.measure) for one in records],
        **({"solutions": [told(one) for one in solutions]} if solutions else {}),
        "measures_in_context": [_context(one) for one in records],
        "labels": _labels(db),
        **(other_entries(db) if others else {}),
    }
    return (json.dumps(exported, ensure_ascii=False, indent=1) + "\n").encode()


def _context(one: MeasureRecord) -> dict[str, Any]:
    """Where a measure belongs and runs, and the reuses that count for it. Inherited places are those of its project: the measure names none."""
    return {
        "id": one.id,
        "project": {"id": one.project.id, "name": one.project.name},
        "federal_states": one.project.federal_states,
        "places": {
            "inherited": one.places_inherited,
            "municipalities": [
                {"id": place.id, "name": place.name, "population": place.population} for place in one.places
            ],
        },
        "reuses": [asdict(reuse) for reuse in one.reuses],
    }


def _labels(db: sqlite3.Connection) -> dict[str, dict[str, dict[str, str]]]:
    """The names of all terms by the table of their vocabulary, their id and the language."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for vocabulary in vocabularies.tables(db):
        german, english = (vocabularies.terms(db, vocabulary, language) for language in ("de", "en"))
        found[vocabulary] = {one: {"de": german[one].label, "en": english[one].label} for one in german}
    return found
