"""Measures as a table for spreadsheets: a row each, with labels in German.

The table has semicolons and a mark of UTF-8, since this is what spreadsheets in German take without asking.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from catalogue.exports.phrases import Labels
from catalogue.queries.measure_records import MeasureRecord

CSV_TYPE = "text/csv; charset=utf-8"

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run by a spreadsheet."""

LINES = " | "
"""Stands between several texts in one cell."""


def csv_file(chosen: Iterable[MeasureRecord], label: Labels) -> bytes:
    """Measures as a table, with a heading for every column."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows = [_row(one, label) for one in chosen]
    table.writerow(_HEADINGS)
    table.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


_HEADINGS = (
    "Kennung",
    "Name",
    "Was es ist",
    "Modellprojekt",
    "Wo",
    "Wo (laut Modellprojekt)",
    "Bundesländer",
    "Handlungsfelder",
    "Art der Lösung",
    "Zielgruppen",
    "Stand",
    "Datum des Stands",
    "Beginn",
    "Ende",
    "Kosten in Euro",
    "Kosten, Näheres",
    "Technik",
    "Quelloffen",
    "Lizenz",
    "Quelltext",
    "Wer mitwirkt",
    "Wer es übernommen hat oder will",
    "Ergebnisse",
    "Erfahrungen",
    "Seite der Maßnahme",
    "Zuletzt geprüft",
    "Quellen",
)


def _row(one: MeasureRecord, label: Labels) -> list[Any]:
    """The cells of a measure, in the order of the headings."""
    measure = one.measure
    places = ", ".join(place.name for place in one.places)
    known = measure.open_source
    return [
        measure.id,
        measure.title,
        measure.subtitle,
        one.project.name,
        "" if one.places_inherited else places,
        places if one.places_inherited else "",
        _names("federal_states", one.project.federal_states, label),
        _names("fields", measure.fields, label),
        _names("solution_kinds", measure.kinds, label),
        _names("audiences", measure.audiences, label),
        label("statuses", measure.status),
        measure.status_date,
        measure.start,
        measure.end,
        measure.cost.amount_eur if measure.cost else None,
        measure.cost.note if measure.cost else None,
        ", ".join(measure.technologies),
        None if known is None else "ja" if known else "nein",
        measure.licence,
        measure.repository,
        ", ".join(partner.name for partner in measure.partners),
        LINES.join(f"{reuse.name} ({label('reuse_statuses', reuse.reuse.status)})" for reuse in one.reuses),
        LINES.join(measure.results),
        LINES.join(measure.lessons),
        measure.website,
        measure.last_verified,
        LINES.join(source.url for source in measure.sources),
    ]


def _names(vocabulary: str, ids: list[str], label: Labels) -> str:
    return ", ".join(label(vocabulary, one) for one in ids)


def _cell(value: Any) -> str:
    """A value as a cell that no spreadsheet runs."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
