"""Curated solutions: the list, and the page of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _

from catalogue.exports.papers import MOST_COMPARED
from catalogue.model import curation
from catalogue.queries import solutions
from catalogue.queries.connection import Row
from catalogue.queries.measures import measure_cards
from catalogue.web.addresses import absolute
from catalogue.web.comparison import ComparedEntry, side_by_side, solution_facts
from catalogue.web.edition_access import database, vocabulary_terms
from catalogue.web.form_input import form_text, form_values
from catalogue.web.structured_data import article_data

blueprint = Blueprint("solutions", __name__)


@dataclass(frozen=True, slots=True)
class SolutionCard:
    """A solution in the list, with the conditions of the rule that it does not fulfil."""

    solution: Row
    field: str
    missing: list[str]


@blueprint.get("/loesungen")
def index() -> str:
    """Show the solutions that the address asks for, curated ones first."""
    everything = solutions.solutions(database())
    asked = {
        "feld": form_text("feld") if form_text("feld") in vocabulary_terms("fields") else "",
        "art": form_text("art") if form_text("art") in vocabulary_terms("solution_kinds") else "",
        "quelloffen": "ja" if form_text("quelloffen") == "ja" else "",
    }
    shown = [listed(row) for row in everything if fits(row, asked)]
    return render_template(
        "solutions.html",
        curated=[one for one in shown if one.solution["curated"]],
        others=[one for one in shown if not one.solution["curated"]],
        asked=asked,
        fields=offered(everything, "fields"),
        kinds=offered(everything, "solution_kinds", "kinds"),
        conditions=conditions(),
    )


def fits(solution: Row, asked: dict[str, str]) -> bool:
    """Whether a solution has all that is asked for."""
    return (
        (not asked["feld"] or asked["feld"] in solution["fields"].split(","))
        and (not asked["art"] or asked["art"] in solution["kinds"].split(","))
        and (not asked["quelloffen"] or bool(solution["open_source"]))
    )


def offered(rows: list[Row], vocabulary: str, column: str = "fields") -> Iterator[tuple[str, str, int]]:
    """Id, label and number of solutions of each term that a solution has."""
    having = [term_id for row in rows for term_id in row[column].split(",")]
    for term_id, known in vocabulary_terms(vocabulary).items():
        if term_id in having:
            yield term_id, known.label, having.count(term_id)


def listed(solution: Row) -> SolutionCard:
    """A solution as the list shows it."""
    reuses = [tuple(pair.split(":")) for pair in (solution["reuse_kinds"] or "").split(",") if pair]
    missing = curation.unmet(
        curation.Evidence(
            solution["status"],
            solution["problem"],
            solution["requirements"],
            bool(solution["open_source"]),
            [(kind, status) for kind, status in reuses],
            solution["sources"],
        )
    )
    return SolutionCard(solution, solution["fields"].split(",")[0], [conditions()[one] for one in missing])


def conditions() -> dict[str, str]:
    """What the rule for curated solutions asks for, as readers are told."""
    return {
        "betrieb": _("im Betrieb"),
        "dokumentiert": _("Problem, Funktionsweise und mindestens eine Voraussetzung beschrieben"),
        "nachnutzbar": _("quelloffen oder andernorts im Einsatz"),
        "belegt": _("durch mindestens zwei öffentliche Quellen belegt"),
    }


@blueprint.get("/loesungen/vergleich")
def compare() -> str:
    """Show up to five solutions side by side; the address names them."""
    db = database()
    everything = {row["id"]: row for row in solutions.solutions(db)}
    ids = form_values("id", everything)[:MOST_COMPARED]
    compared = [solution for one in ids if (solution := solutions.solution(db, one))]
    root = f"{request.script_root}/loesungen"
    return render_template(
        "solutions_compared.html",
        columns=[
            ComparedEntry(
                one,
                everything[one]["title"],
                f"{root}/{one}",
                f"{root}/vergleich?{urlencode([('id', other) for other in ids if other != one])}",
            )
            for one in ids
        ],
        facts=side_by_side([solution_facts(db, solution) for solution in compared]),
        others=[row for row in everything.values() if row["id"] not in ids],
        full=len(ids) == MOST_COMPARED,
    )


@blueprint.get("/loesungen/<solution_id>")
def show(solution_id: str) -> str:
    """Show one solution with everything that its entry tells."""
    db = database()
    solution = solutions.solution(db, solution_id)
    if solution is None:
        abort(404)
    lists = solutions.lists(db, solution_id)
    sources = solutions.sources(db, solution_id)
    measures = solutions.measures_of(db, solution_id)
    cards = measure_cards(db, measures)
    needs = sorted(solutions.requirements(db, solution_id), key=lambda row: order_of(row["kind"]))
    address = absolute(f"/loesungen/{solution_id}")
    return render_template(
        "solution.html",
        solution=solution,
        lists=lists,
        standards=solutions.standards_named(db, [*lists["standards"], *lists["interfaces"]]),
        requirements={kind: list(group) for kind, group in groupby(needs, key=lambda row: str(row["kind"]))},
        operators=solutions.operators(db, solution_id),
        origins=solutions.origins(db, solution_id),
        reuses=solutions.reuses(db, solution_id),
        measures=[cards[one] for one in measures],
        sources=sources,
        address=address,
        data=article_data(
            address,
            solution["title"],
            solution["subtitle"],
            solution["last_verified"],
            [source["url"] for source in sources],
        ),
    )


def order_of(requirement_kind: str) -> int:
    """The place of a kind of requirement in its vocabulary."""
    return list(vocabulary_terms("requirement_kinds")).index(requirement_kind)
