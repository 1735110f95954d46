"""The hits of a search to take along: CSV for spreadsheets, JSON for programs. The address is that of the search."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, TypeVar

from flask import Blueprint, Response, request
from flask_babel import gettext as _

from catalogue.exports import entries as exported
from catalogue.exports.spreadsheet import CSV_TYPE, Cell, csv_file
from catalogue.facts import measures as measure_facts
from catalogue.facts import shared
from catalogue.facts.fact import DeclaredFact, columns_of
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.model.entries import DocumentedEntry, Label
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.status import is_outdated
from catalogue.queries import entries, hits
from catalogue.queries.entry_paths import paths
from catalogue.queries.hits import ProjectCard
from catalogue.queries.measure_records import MeasureRecord, measure_records
from catalogue.queries.solutions import SolutionRecord, solution_records
from catalogue.web.addresses import absolute_link
from catalogue.web.edition_access import database, engine, opened, words
from catalogue.web.search_facets import entry_label
from catalogue.web.search_request import SearchRequest
from catalogue.web.structured_data import LICENCE
from search import Answer, Hit, plain_text

Entity = TypeVar("Entity", MeasureRecord, SolutionRecord)

blueprint = Blueprint("search_downloads", __name__)

MOST_HITS = 2000
"""No file holds more; the whole catalogue is less."""


@blueprint.get("/suche.json")
def as_json() -> Response:
    """All hits with labels and addresses, and what was asked."""
    asked, answer = search_all()
    told = {
        "query": asked.query,
        "filters": asked.filters,
        "sort": asked.sort,
        "not_found": answer.not_found,
        "places_without_entry": [asdict(place) for place in answer.places_without_entry],
        "total": answer.total,
        "best": answer.best,
        "distant": answer.distant,
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
    """All hits as a table that German and English spreadsheets open, with the columns of the table of all measures."""
    _asked, answer = search_all()
    headings = [words().say(column.heading) for column in columns_of(MEASURE_FACTS)]
    rows = (
        [*(cells.get(heading) for heading in headings), kind, address, nearness(hit)]
        for hit, (cells, kind, address) in zip(answer.hits, table_rows(answer.hits), strict=True)
    )
    return Response(
        csv_file([*headings, _("Art des Eintrags"), _("Adresse"), _("Nähe zur Suche")], rows),
        content_type=CSV_TYPE,
        headers={"Content-Disposition": 'attachment; filename="smart-city-katalog-treffer.csv"'},
    )


def nearness(hit: Hit) -> str:
    """On which side of the line a hit stands."""
    return str(_("entfernter verwandt") if hit.is_distant else _("bester Treffer"))


def search_all() -> tuple[SearchRequest, Answer]:
    """Everything that the page of the search lists."""
    asked = SearchRequest.from_request()
    return asked, engine().search(
        asked.query, asked.filters, sort=asked.sort, page_size=MOST_HITS, facets=(), distant=asked.wide
    )


def records(found: tuple[Hit, ...]) -> Iterator[dict[str, Any]]:
    """Hits with the labels of their terms, their whole entries and their addresses."""
    db = database()
    measures = {one.id: one for one in measure_records(db, ids_of(found, "measure"))}
    projects = hits.project_cards(db, ids_of(found, "project"))
    others = {
        (kind, one): entry
        for kind in {hit.kind for hit in found} - {"measure"}
        for one, entry in entries.read(db, KINDS_BY_NAME[kind].model, ids_of(found, kind)).items()
    }
    solutions = hits.solutions_of_measures(db, measures)
    entry: DocumentedEntry
    for hit, address in with_addresses(found):
        if hit.kind == "measure":
            record, entry = measure_hit(measures[hit.id]), measures[hit.id].measure
            record["solutions"] = solutions.get(hit.id, [])
        elif hit.kind == "project":
            record, entry = project_hit(hit, projects[hit.id]), others[hit.kind, hit.id]
        else:
            record, entry = other_hit(hit), others[hit.kind, hit.id]
        yield record | {"distant": hit.is_distant, "address": address, "entry": exported.told(entry)}


def table_rows(found: tuple[Hit, ...]) -> Iterator[tuple[dict[str, Cell], str, str]]:
    """Hits as cells by heading, each with its kind and address.

    Of measures and solutions the cells are their facts, of other entries what a list shows.
    """
    told = {
        **facts_of("measure", MEASURE_FACTS, measure_records(database(), ids_of(found, "measure"))),
        **facts_of("solution", SOLUTION_FACTS, solution_records(database(), ids_of(found, "solution"))),
    }
    projects = hits.project_cards(database(), ids_of(found, "project"))
    for hit, address in with_addresses(found):
        cells = told.get((hit.kind, hit.id)) or other_cells(hit, projects.get(hit.id))
        yield cells, entry_label(hit.kind), address


def ids_of(found: tuple[Hit, ...], kind: str) -> list[str]:
    """The ids of the hits of a kind."""
    return [hit.id for hit in found if hit.kind == kind]


def with_addresses(found: tuple[Hit, ...]) -> Iterator[tuple[Hit, str]]:
    """Hits with the whole addresses of their pages."""
    pages = paths(database(), [(hit.kind, hit.id) for hit in found])
    for hit in found:
        yield hit, absolute_link(request.script_root + pages[hit.kind, hit.id])


def facts_of(
    kind: str, declared: Iterable[DeclaredFact[Entity]], entries: Iterable[Entity]
) -> dict[tuple[str, str], dict[str, Cell]]:
    """The facts of entries as cells by heading, by kind and id."""
    told_in = words()
    columns = [(told_in.say(column.heading), column.cell) for column in columns_of(declared)]
    return {(kind, one.id): {heading: cell(one, told_in) for heading, cell in columns} for one in entries}


def other_cells(hit: Hit, project: ProjectCard | None) -> dict[str, Cell]:
    """What a table tells of a model project, or of an entry without declared facts."""
    told: dict[Label, Cell] = {
        shared.IDENTIFIER: hit.id,
        shared.NAME_EN: plain_text(hit.title_en) or None,
        shared.SUBTITLE_EN: plain_text(hit.one_liner_en) or None,
    }
    if project is None:
        told |= {shared.NAME: plain_text(hit.title), shared.SUBTITLE: plain_text(hit.one_liner)}
    else:
        told |= {
            shared.NAME: project.name,
            shared.SUBTITLE: project.lead,
            measure_facts.PROJECT: project.name,
            measure_facts.FEDERAL_STATES: ", ".join(words().terms("federal_states", project.federal_states)),
            shared.LAST_VERIFIED: project.last_verified,
            shared.RECORDED: project.recorded,
        }
    return {words().say(label): cell for label, cell in told.items()}


def other_hit(hit: Hit) -> dict[str, Any]:
    """An entry that is neither measure nor model project as one record."""
    return {
        "id": hit.id,
        "kind": hit.kind,
        "title": plain_text(hit.title),
        "subtitle": plain_text(hit.one_liner),
        "title_en": plain_text(hit.title_en) or None,
        "subtitle_en": plain_text(hit.one_liner_en) or None,
    }


def measure_hit(one: MeasureRecord) -> dict[str, Any]:
    """A measure as one record: a summary with names instead of ids."""
    measure = one.measure
    return {
        "id": measure.id,
        "kind": "measure",
        "title": measure.title,
        "subtitle": measure.subtitle,
        "title_en": measure.title_en,
        "subtitle_en": measure.subtitle_en,
        "project": one.project.name,
        "federal_states": words().terms("federal_states", one.project.federal_states),
        "fields": words().terms("fields", measure.fields),
        "solution_kinds": words().terms("solution_kinds", measure.kinds),
        "audiences": words().terms("audiences", measure.audiences),
        "status": words().term("statuses", measure.status),
        "status_date": measure.status_date,
        "status_outdated": is_outdated(measure.status, measure.end, words().today),
        "start": measure.start,
        "end": measure.end,
        "cost_amount_eur": measure.costs[0].amount_eur if measure.costs else None,
        "cost_covers": measure.costs[0].covers if measure.costs else None,
        "open_source": measure.open_source,
        "licence": measure.licence,
        "repositories": [repository.url for repository in measure.repositories],
        "reuses": shared.reported(one.reuses),
        "in_use_elsewhere": shared.in_use(one.reuses),
        "recorded": measure.recorded,
        "last_verified": measure.last_verified,
    }


def project_hit(hit: Hit, project: ProjectCard) -> dict[str, Any]:
    """A model project as one record."""
    return {
        "id": project.id,
        "kind": "project",
        "title": project.name,
        "subtitle": project.lead,
        "title_en": plain_text(hit.title_en) or None,
        "subtitle_en": plain_text(hit.one_liner_en) or None,
        "project": project.name,
        "federal_states": words().terms("federal_states", project.federal_states),
        "recorded": project.recorded,
        "last_verified": project.last_verified,
    }
