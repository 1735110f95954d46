"""Curated solutions: the list, and the page of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _

from catalogue.exports.council_paper import ADVISING, MOST_COMPARED, TOPICS
from catalogue.facts import shared
from catalogue.facts.answers import answers
from catalogue.facts.contacts import addressee
from catalogue.facts.dossier import dossier
from catalogue.facts.enquiry import enquiry
from catalogue.facts.fact import ShownIn, facts_in
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.model import curation
from catalogue.model.entries import Solution
from catalogue.queries import knowledge, positions, reuses, solutions
from catalogue.queries.measures import measure_cards, results_of
from catalogue.queries.positions import PlaceOfSolution
from catalogue.queries.solutions import SolutionRecord, SolutionSummary
from catalogue.web import maps, short_facts
from catalogue.web.addresses import absolute
from catalogue.web.comparison import ComparedEntry, side_by_side
from catalogue.web.edition_access import ask_once, database, vocabulary_terms, words
from catalogue.web.entry_names import title_of
from catalogue.web.form_input import form_choice, form_values
from catalogue.web.former_addresses import todays_ids
from catalogue.web.maps import Spot
from catalogue.web.structured_data import article_data
from search.distance import Position

blueprint = Blueprint("solutions", __name__)

MOST_NAMES = 12
"""So many places on the map of a solution have their names written."""


@dataclass(frozen=True, slots=True)
class SolutionCard:
    """A solution in the list, with the conditions of the rule that it does not fulfil."""

    solution: SolutionSummary
    missing: list[str]


@blueprint.get("/loesungen")
def index() -> str:
    """Show the solutions that the address asks for, curated ones first."""
    everything = ask_once(solutions.solutions)
    asked = {
        "feld": form_choice("feld", vocabulary_terms("fields")),
        "art": form_choice("art", vocabulary_terms("solution_kinds")),
        "quelloffen": form_choice("quelloffen", ("ja",)),
    }
    shown = [listed(row) for row in everything if fits(row, asked)]
    short_facts.read_ahead(one.solution.id for one in shown)
    return render_template(
        "solutions.html",
        curated=[one for one in shown if one.solution.curated],
        others=[one for one in shown if not one.solution.curated],
        asked=asked,
        fields=offered("fields", [field for one in everything for field in one.fields]),
        kinds=offered("solution_kinds", [kind for one in everything for kind in one.kinds]),
        conditions=conditions(),
    )


def fits(solution: SolutionSummary, asked: dict[str, str]) -> bool:
    """Whether a solution has all that is asked for."""
    return (
        (not asked["feld"] or asked["feld"] in solution.fields)
        and (not asked["art"] or asked["art"] in solution.kinds)
        and (not asked["quelloffen"] or bool(solution.open_source))
    )


def offered(vocabulary: str, having: list[str]) -> Iterator[tuple[str, str, int]]:
    """Id, label and number of solutions of each term that a solution has; `having` are the terms of all solutions."""
    for term_id, known in vocabulary_terms(vocabulary).items():
        if term_id in having:
            yield term_id, known.label, having.count(term_id)


def listed(solution: SolutionSummary) -> SolutionCard:
    """A solution as the list shows it."""
    missing = curation.unmet(
        curation.Evidence(
            solution.status,
            solution.problem,
            solution.requirements,
            bool(solution.open_source),
            solution.in_use_elsewhere,
            solution.sources,
        )
    )
    return SolutionCard(solution, [conditions()[one] for one in missing])


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
    everything = {one.id: one for one in ask_once(solutions.solutions)}
    asked = todays_ids(form_values("id"))
    ids = [one for one in asked if one in everything][:MOST_COMPARED]
    root = f"{request.script_root}/loesungen"
    return render_template(
        "solutions_compared.html",
        columns=[
            ComparedEntry(
                one,
                title_of(one, everything[one].title),
                f"{root}/{one}",
                f"{root}/vergleich?{urlencode([('id', other) for other in ids if other != one])}",
            )
            for one in ids
        ],
        facts=side_by_side(
            [
                facts_in(SOLUTION_FACTS, ShownIn.COMPARISON, one, words())
                for one in solutions.solution_records(db, ids)
            ]
        ),
        unknown=[one for one in asked if one not in everything],
        others=[one for one in everything.values() if one.id not in ids],
        full=len(ids) == MOST_COMPARED,
    )


@blueprint.get("/loesungen/<solution_id>")
def show(solution_id: str) -> str:
    """Show one solution with everything that its entry tells."""
    one = solutions.solution_record(database(), solution_id)
    if one is None:
        abort(404)
    return page(one)


def preview(solution: Solution) -> str:
    """The page of a solution as an entry that is not in the edition yet would have it."""
    return page(solutions.with_surroundings(database(), solution))


def page(one: SolutionRecord) -> str:
    """The page of a solution."""
    db = database()
    solution = one.solution
    solution_id = solution.id
    cards = measure_cards(db, one.measures)
    address = absolute(f"/loesungen/{solution_id}")
    facts = facts_in(SOLUTION_FACTS, ShownIn.PAGE, one, words())
    answered = answers(facts, words())
    to = addressee(words(), solution, one.origins)
    running = positions.places_of_solution(db, solution_id)
    places = spots(running)
    return render_template(
        "solution.html",
        solution=solution,
        answers=answered,
        facts=[fact for fact in facts if not fact.answers],
        enquiry=enquiry(solution, answered, to, address) if to else None,
        told={
            "results": shared.statements(solution, solution.results),
            "lessons": shared.statements(solution, solution.lessons),
            "risks": shared.statements(solution, solution.risks),
        },
        noted=partial(shared.noted_for, solution),
        reuses=one.reuses,
        numbers=reuses.numbers_of(db, "solution", solution_id),
        measures=[cards[measure_id] for measure_id in one.measures],
        came_of=results_of(db, one.measures),
        places=places,
        map=maps.draw(places, arcs(running), most_names=MOST_NAMES),
        data=article_data(address, solution),
    )


def spots(running: list[PlaceOfSolution]) -> list[Spot]:
    """The places where a solution runs, each leading to its page."""
    return [
        Spot(
            place.position,
            place.name,
            f"{request.script_root}/kommunen/{place.id}",
            _("nutzt sie auch") if place.elsewhere else _("hier kommt sie her"),
            here=not place.elsewhere,
            is_approximate=place.is_approximate,
        )
        for place in running
    ]


def arcs(running: list[PlaceOfSolution]) -> list[tuple[Position, Position]]:
    """From where a solution comes to each place elsewhere; none where it comes from several places."""
    origins = [place.position for place in running if not place.elsewhere]
    if len(origins) != 1:
        return []
    return [(origins[0], place.position) for place in running if place.elsewhere]


@blueprint.get("/loesungen/<solution_id>/uebernahme")
def take_over(solution_id: str) -> str:
    """Show on one page what it takes to take a curated solution over."""
    db = database()
    one = solutions.solution_record(db, solution_id)
    if one is None or not one.solution.curated:
        abort(404)
    return render_template(
        "take_over.html",
        solution=one.solution,
        sections=dossier(one, words()),
        reports={page.url: page for reuse in one.reuses if reuse.reported for page in reuse.pages}.values(),
        advice={
            key: knowledge.advice_on(db, [topic], ADVISING)
            for key, topic in zip(("data_protection", "procurement"), TOPICS, strict=True)
        },
    )
