"""The hits of a search to take along: CSV for spreadsheets, JSON for programs. The address is that of the search."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from flask import Blueprint, Response, request
from flask_babel import gettext as _

from catalogue.queries import hits
from catalogue.queries.entry_paths import paths
from catalogue.queries.hits import DownloadedMeasure, ProjectCard
from catalogue.web.addresses import absolute_link
from catalogue.web.edition_access import database, engine, opened, term
from catalogue.web.search_facets import entry_label
from catalogue.web.search_request import SearchRequest
from catalogue.web.structured_data import LICENCE
from search import Answer, Hit

blueprint = Blueprint("search_downloads", __name__)

MOST_HITS = 2000
"""No file holds more; the whole catalogue is less."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run by a spreadsheet."""


@blueprint.get("/suche.json")
def as_json() -> Response:
    """All hits with labels and addresses, and what was asked."""
    asked, answer = search_all()
    told = {
        "query": asked.query,
        "filters": asked.filters,
        "sort": asked.sort,
        "total": answer.total,
        "complete": answer.total <= MOST_HITS,
        "edition": opened().edition.id,
        "licence": LICENCE,
        "page": absolute_link(asked.address()),
        "hits": list(records(answer.hits)),
    }
    return Response(
        json.dumps(told, ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8"
    )


@blueprint.get("/suche.csv")
def as_csv() -> Response:
    """All hits as a table that German and English spreadsheets open: UTF-8 with a mark, semicolons."""
    _asked, answer = search_all()
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    names = column_names()
    table.writerow(names.values())
    for record in records(answer.hits):
        record["kind"] = entry_label(record["kind"])
        table.writerow(cell(record.get(name)) for name in names)
    return Response(
        text.getvalue().encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="smart-city-katalog-treffer.csv"'},
    )


def search_all() -> tuple[SearchRequest, Answer]:
    """Everything that the search finds."""
    asked = SearchRequest.from_request()
    return asked, engine().search(asked.query, asked.filters, sort=asked.sort, page_size=MOST_HITS, facets=())


def records(found: tuple[Hit, ...]) -> Iterator[dict[str, Any]]:
    """Hits with the labels of their terms and their addresses."""
    db = database()
    measures = hits.measures_to_download(db, [hit.id for hit in found if hit.kind == "measure"])
    projects = hits.project_cards(db, [hit.id for hit in found if hit.kind == "project"])
    pages = paths(db, [(hit.kind, hit.id) for hit in found])
    for hit in found:
        if hit.kind == "measure":
            record = measure_hit(measures[hit.id])
        elif hit.kind == "project":
            record = project_hit(projects[hit.id])
        else:
            record = other_hit(hit)
        yield record | {"address": absolute_link(request.script_root + pages[hit.kind, hit.id])}


def other_hit(hit: Hit) -> dict[str, Any]:
    """An entry that is neither measure nor model project as one record."""
    return {
        "id": hit.id,
        "kind": hit.kind,
        "title": "".join(part for part, _matched in hit.title),
        "subtitle": "".join(part for part, _matched in hit.one_liner),
    }


def measure_hit(measure: DownloadedMeasure) -> dict[str, Any]:
    """A measure as one record."""
    return {
        "id": measure.id,
        "kind": "measure",
        "title": measure.title,
        "subtitle": measure.subtitle,
        "project": measure.project_name,
        "federal_states": labels("federal_states", measure.federal_states),
        "fields": labels("fields", measure.fields),
        "solution_kinds": labels("solution_kinds", measure.kinds),
        "audiences": labels("audiences", measure.audiences),
        "status": term("statuses", measure.status).label,
        "status_date": measure.status_date,
        "start": measure.start,
        "end": measure.end,
        "cost_amount_eur": measure.cost_amount_eur,
        "open_source": measure.open_source,
        "licence": measure.licence,
        "repository": measure.repository,
        "reuses": measure.reuses,
        "last_verified": measure.last_verified,
    }


def project_hit(project: ProjectCard) -> dict[str, Any]:
    """A model project as one record."""
    return {
        "id": project.id,
        "kind": "project",
        "title": project.name,
        "subtitle": project.lead,
        "project": project.name,
        "federal_states": labels("federal_states", project.federal_states),
        "last_verified": project.last_verified,
    }


def labels(vocabulary: str, ids: Iterable[str]) -> list[str]:
    """The labels of terms."""
    return [term(vocabulary, one).label for one in ids]


def cell(value: Any) -> str:
    """A value as a cell of a table: lists between commas, yes and no in words, nothing that would be run."""
    if isinstance(value, bool):
        return str(_("ja") if value else _("nein"))
    text = ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def column_names() -> dict[str, str]:
    """The columns of the table with their headings."""
    return {
        "id": _("Kennung"),
        "kind": _("Art des Eintrags"),
        "title": _("Name"),
        "subtitle": _("Was es ist"),
        "project": _("Modellprojekt"),
        "federal_states": _("Bundesland"),
        "fields": _("Handlungsfelder"),
        "solution_kinds": _("Art der Lösung"),
        "audiences": _("Zielgruppen"),
        "status": _("Stand"),
        "status_date": _("Datum des Stands"),
        "start": _("Beginn"),
        "end": _("Ende"),
        "cost_amount_eur": _("Kosten in Euro"),
        "open_source": _("Quelloffen"),
        "licence": _("Lizenz"),
        "repository": _("Quellcode"),
        "reuses": _("Zahl der Nachnutzungen"),
        "last_verified": _("Zuletzt geprüft"),
        "address": _("Adresse"),
    }
