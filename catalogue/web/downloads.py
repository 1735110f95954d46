"""Files to take along: the fact sheet of a measure or a solution, and a shortlist as council paper, table or JSON."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response, abort
from flask_babel import gettext as _
from werkzeug.exceptions import ServiceUnavailable

from catalogue.exports import entries, spreadsheet
from catalogue.exports.council_paper import ADVISING, TOPICS, council_paper
from catalogue.exports.measure_sheet import fact_sheet
from catalogue.exports.paper import MEDIA_TYPES, Block, Paper
from catalogue.exports.paper_process import PaperProcess, PaperTooLong
from catalogue.exports.solution_sheet import solution_sheet
from catalogue.facts.reusables import table_of
from catalogue.facts.wording import wording
from catalogue.model.entries import Measure
from catalogue.queries import knowledge, positions
from catalogue.queries.measure_records import MeasureRecord, measure_record
from catalogue.queries.positions import PlaceOnMap
from catalogue.queries.reusables import Reusable, reusable_records
from catalogue.queries.solutions import SolutionRecord, solution_record
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import ask_once, database, opened, words
from catalogue.web.errors import error_page
from catalogue.web.shortlist import Shortlist

blueprint = Blueprint("downloads", __name__)

GERMAN = "de"
"""The language of papers, whatever that of the page: they are for German councils, and so is what entries say."""

papers = PaperProcess()
"""Where this process has papers made."""

AGAIN_SECONDS = 60
"""When to ask again for a paper that took too long: whatever else the machine had to do may be done then."""


@blueprint.get("/massnahmen/<measure_id>/steckbrief.<any(pdf, docx):form>")
def measure_fact_sheet(measure_id: str, form: str) -> Response:
    """Give the fact sheet of a measure."""
    one = measure_record(database(), measure_id)
    if one is None:
        abort(404)
    address = absolute(f"/massnahmen/{measure_id}")
    paper = fact_sheet(one, wording(database(), GERMAN), address, opened().edition.id)
    return as_paper(paper, form, f"steckbrief-{measure_id}")


@blueprint.get("/loesungen/<solution_id>/steckbrief.<any(pdf, docx):form>")
def solution_fact_sheet(solution_id: str, form: str) -> Response:
    """Give the fact sheet of a solution."""
    db = database()
    solution = solution_record(db, solution_id)
    if solution is None:
        abort(404)
    address = absolute(f"/loesungen/{solution_id}")
    paper = solution_sheet(solution, wording(db, GERMAN), address, opened().edition.id)
    return as_paper(paper, form, f"steckbrief-{solution_id}")


@blueprint.get("/merkliste.<any(pdf, docx):form>")
def shortlist_paper(form: str) -> Response:
    """Give the council paper of a shortlist."""
    chosen = reusable_records(database(), Shortlist.from_request().ids)
    if not chosen:
        abort(404)
    return as_paper(paper_of(chosen), form, "vorlage-merkliste")


def paper_of(chosen: Sequence[Reusable], checked: Sequence[Block] = ()) -> Paper:
    """The council paper of some entries, with what a reuse check found."""
    db, site = database(), absolute("/").rstrip("/")
    return council_paper(
        chosen,
        wording(db, GERMAN),
        knowledge.advice_on(db, TOPICS, ADVISING),
        site,
        f"{site}/merkliste?{Shortlist([one.id for one in chosen]).query()}",
        opened().edition.id,
        checked,
        places_of(chosen),
    )


def places_of(chosen: Sequence[Reusable]) -> dict[str, Sequence[PlaceOnMap]]:
    """By entry where it runs, as far as positions are known."""
    known = ask_once(positions.places_of_entries)
    return {
        one.id: positions.places_of_solution(database(), one.id)
        if isinstance(one, SolutionRecord)
        else known.get((Measure.kind, one.id), [])
        for one in chosen
    }


@blueprint.get("/merkliste.<any(csv, json):form>")
def table(form: str) -> Response:
    """Give the entries of a shortlist as a table or as JSON."""
    chosen = reusable_records(database(), Shortlist.from_request().ids)
    if not chosen:
        abort(404)
    db, edition = database(), opened().edition.id
    if form == "json":
        measures = [one for one in chosen if isinstance(one, MeasureRecord)]
        others = [one.solution for one in chosen if isinstance(one, SolutionRecord)]
        data = entries.json_file(db, measures, edition, solutions=others)
        return as_file(data, entries.JSON_TYPE, "merkliste.json", show=True)
    data = spreadsheet.csv_file(*table_of(chosen, words()))
    return as_file(data, spreadsheet.CSV_TYPE, "merkliste.csv")


def as_paper(paper: Paper, form: str, name: str) -> Response:
    """A paper as an answer; browsers show a PDF and save a Word file. One that takes too long is given up."""
    try:
        data = papers.make(form, paper)
    except PaperTooLong:
        return too_long()
    return as_file(data, MEDIA_TYPES[form], f"{name}.{form}", show=form == "pdf")


def too_long() -> Response:
    """The page that stands in for a paper that took too long."""
    title = _("Das Papier war nicht rechtzeitig fertig")
    text = _(
        "Es anzulegen hat zu lange gedauert. Versuchen Sie es in einer Minute noch einmal, oder wählen Sie weniger Einträge."
    )
    page = error_page(ServiceUnavailable.code, (title, text))
    page.headers["Retry-After"] = str(AGAIN_SECONDS)
    return page


def as_file(data: bytes, media_type: str, name: str, show: bool = False) -> Response:
    """A file as an answer, with the name under which it is saved."""
    response = Response(data, content_type=media_type)
    response.headers["Content-Disposition"] = f'{"inline" if show else "attachment"}; filename="{name}"'
    return response
