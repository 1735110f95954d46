"""The hits of a search to take along: CSV for spreadsheets, JSON for programs. The address is that of the search."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TypeVar

from flask import Blueprint, Response, abort, request
from flask_babel import gettext as _

from catalogue.api.hits import found_entries
from catalogue.exports import entries as exported
from catalogue.exports.spreadsheet import CSV_TYPE, csv_file
from catalogue.facts import measures as measure_facts
from catalogue.facts import shared
from catalogue.facts.fact import Cell, DeclaredFact, columns_of
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.model.entries import Label
from catalogue.queries import hits
from catalogue.queries.entry_paths import paths
from catalogue.queries.hits import ProjectCard
from catalogue.queries.measure_records import MeasureRecord, measure_records
from catalogue.queries.solutions import SolutionRecord, solution_records
from catalogue.web.addresses import absolute_link
from catalogue.web.downloads import as_file
from catalogue.web.edition_access import context, database, engine, opened, words
from catalogue.web.form_input import not_understood
from catalogue.web.search_facets import entry_label
from catalogue.web.search_place import narrowed
from catalogue.web.search_request import SearchRequest
from catalogue.web.structured_data import LICENCE
from search import Answer, Hit, plain_text

Entity = TypeVar("Entity", MeasureRecord, SolutionRecord)

blueprint = Blueprint("search_downloads", __name__)

MOST_HITS = 2000
"""No file holds more; the whole catalogue is less."""


@blueprint.get("/suche.json")
def as_json() -> Response:
    """All hits with the fields that the interface for programs gives them, their whole entries, and what was asked."""
    asked, answer = search_all()
    told = {
        "query": asked.query,
        "filters": asked.filters,
        "sort": asked.sort,
        "not_found": answer.not_found,
        "not_understood": not_understood(),
        "places_without_entry": [asdict(place) for place in answer.places_without_entry],
        "total": answer.total,
        "best": answer.best,
        "distant": answer.distant,
        "complete": answer.total <= MOST_HITS,
        "edition": opened().edition.id,
        "licence": LICENCE,
        "page": absolute_link(asked.address()),
        "hits": [
            record.model_dump() | {"entry": exported.told(entry)}
            for record, entry in found_entries(context(whole_address), answer.hits)
        ],
    }
    return Response(
        json.dumps(told, ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8"
    )


@blueprint.get("/suche.csv")
def as_csv() -> Response:
    """All hits as a table that German and English spreadsheets open, with the columns of the table of all measures.

    A table cannot say that a filter was not understood, and is refused instead. Raises BadRequest.
    """
    _asked, answer = search_all()
    if not_understood():
        abort(400)
    headings = [words().say(column.heading) for column in columns_of(MEASURE_FACTS)]
    rows = (
        [*(cells.get(heading) for heading in headings), kind, address, nearness(hit)]
        for hit, (cells, kind, address) in zip(answer.hits, table_rows(answer.hits), strict=True)
    )
    data = csv_file([*headings, _("Art des Eintrags"), _("Adresse"), _("Nähe zur Suche")], rows)
    return as_file(data, CSV_TYPE, "smart-city-katalog-treffer.csv")


def whole_address(path: str) -> str:
    """The whole address of a page in the language of the file, since a file that was saved lies nowhere."""
    return absolute_link(request.script_root + path)


def nearness(hit: Hit) -> str:
    """On which side of the line a hit stands."""
    return str(_("entfernter verwandt") if hit.is_distant else _("bester Treffer"))


def search_all() -> tuple[SearchRequest, Answer]:
    """Everything that the page of the search lists."""
    asked = SearchRequest.from_request()
    return asked, engine().search(
        asked.query,
        narrowed(asked),
        sort=asked.engine_sort,
        page_size=MOST_HITS,
        facets=(),
        distant=asked.wide,
    )


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
        yield hit, whole_address(pages[hit.kind, hit.id])


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
