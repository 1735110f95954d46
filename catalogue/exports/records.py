"""Measures as records for machines: JSON with ids and labels, and a table for spreadsheets.

The table has semicolons and a mark of UTF-8, since this is what spreadsheets in German take without asking.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from catalogue.exports.phrases import Labels
from catalogue.queries.connection import Row
from catalogue.queries.measure_records import MeasureRecord

CSV_TYPE = "text/csv; charset=utf-8"
JSON_TYPE = "application/json; charset=utf-8"

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Namensnennung 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run by a spreadsheet."""

PLAIN = ("start", "end", "open_source", "licence", "repository", "website", "discontinued_reason")
"""Columns of a measure that a record takes over as they are."""

LINES = " | "
"""Stands between several texts in one cell."""


def record(one: MeasureRecord, label: Labels) -> dict[str, Any]:
    """A measure with everything that its entry tells; a fact that no source tells is `None` or an empty list."""
    measure = one.measure
    facts = {name: measure[name] for name in PLAIN}
    facts["open_source"] = None if measure["open_source"] is None else bool(measure["open_source"])
    return {
        "id": one.id,
        "title": measure["title"],
        "subtitle": measure["subtitle"],
        "project": {"id": measure["project"], "name": measure["project_name"]},
        "municipalities": [_picked(row, "id", "name", "population") for row in one.places],
        "federal_states": _labelled(one.states, "federal_states", label),
        **{name: _labelled(ids, name, label) for name, ids in one.terms.items()},
        "status": {"id": measure["status"], "label": label("statuses", measure["status"])},
        "status_date": measure["status_date"],
        "cost": {"amount_eur": measure["cost_amount_eur"], "note": measure["cost_note"]},
        **facts,
        **one.texts,
        "partners": [_picked(row, "name", "role") for row in one.partners],
        "funding": [_picked(row, *row.keys()) for row in one.funding],
        "reuses": [
            {
                **_picked(row, "name", "kind", "date", "note"),
                "status": _one(row["status"], "reuse_statuses", label),
            }
            for row in one.reuses
        ],
        "links": [_picked(row, "relation", "id", "title") for row in one.links],
        "body": measure["body"],
        "last_verified": measure["last_verified"],
        "sources": [_picked(row, "url", "title", "date") for row in one.sources],
    }


def json_file(
    chosen: Iterable[MeasureRecord], label: Labels, edition: str, others: Mapping[str, Any] | None = None
) -> bytes:
    """Measures as JSON, with the edition that they are from and the licence, and other kinds of entries beside."""
    measures = [record(one, label) for one in chosen]
    told = {"edition": edition, "licence": LICENCE, "measures": measures, **(others or {})}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def csv_file(chosen: Iterable[MeasureRecord], label: Labels) -> bytes:
    """Measures as a table for spreadsheets, a row each, with a heading for every column."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows = [_row(record(one, label)) for one in chosen]
    table.writerow(_HEADINGS)
    table.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


_HEADINGS = (
    "Kennung",
    "Name",
    "Was es ist",
    "Modellprojekt",
    "Wo",
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


def _row(facts: dict[str, Any]) -> list[Any]:
    """The cells of a record, in the order of the headings."""
    known = facts["open_source"]
    return [
        facts["id"],
        facts["title"],
        facts["subtitle"],
        facts["project"]["name"],
        ", ".join(place["name"] for place in facts["municipalities"]),
        _names(facts["federal_states"]),
        _names(facts["fields"]),
        _names(facts["solution_kinds"]),
        _names(facts["audiences"]),
        facts["status"]["label"],
        facts["status_date"],
        facts["start"],
        facts["end"],
        facts["cost"]["amount_eur"],
        facts["cost"]["note"],
        ", ".join(facts["technologies"]),
        None if known is None else "ja" if known else "nein",
        facts["licence"],
        facts["repository"],
        ", ".join(partner["name"] for partner in facts["partners"]),
        LINES.join(f"{reuse['name']} ({reuse['status']['label']})" for reuse in facts["reuses"]),
        LINES.join(facts["results"]),
        LINES.join(facts["lessons"]),
        facts["website"],
        facts["last_verified"],
        LINES.join(source["url"] for source in facts["sources"]),
    ]


def _picked(row: Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _one(term: str, vocabulary: str, label: Labels) -> dict[str, str]:
    return {"id": term, "label": label(vocabulary, term)}


def _labelled(ids: list[str], vocabulary: str, label: Labels) -> list[dict[str, str]]:
    return [_one(term, vocabulary, label) for term in ids]


def _names(terms: list[dict[str, str]]) -> str:
    return ", ".join(term["label"] for term in terms)


def _cell(value: Any) -> str:
    """A value as a cell that no spreadsheet runs."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
