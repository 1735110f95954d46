"""The page of a measure."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flask import Blueprint, abort, render_template

from catalogue.facts import shared
from catalogue.facts.answers import answers
from catalogue.facts.contacts import addressee
from catalogue.facts.enquiry import enquiry
from catalogue.facts.fact import ShownIn, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.model.entries import Measure
from catalogue.queries import reuses, solutions
from catalogue.queries.measure_records import MeasureRecord, measure_record, measures_of_project
from catalogue.queries.measures import measure_cards, measure_links, measures_nearby
from catalogue.queries.needs import needs_of
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import database, engine, words
from catalogue.web.structured_data import measure_data

blueprint = Blueprint("measures", __name__)

SIMILAR = 6
NEARBY = 6
MOST_NEEDS = 2
"""How many similar measures elsewhere, how many of the same place, and how many needs are shown."""


@blueprint.get("/massnahmen/<measure_id>")
def show(measure_id: str) -> str:
    """Show one measure with everything that its entry tells, and similar ones elsewhere."""
    one = measure_record(database(), measure_id)
    if one is None:
        abort(404)
    return page(one)


def preview(measure: Measure, project_id: str) -> str | None:
    """The page of a measure as an entry that is not in the edition yet would have it; nothing if its project is unknown.

    What surrounds it is that of the measure with its id, else that of another of its project.
    """
    own = measure_record(database(), measure.id)
    if own:
        return page(replace(own, measure=measure))
    others = measures_of_project(database(), project_id)
    like = measure_record(database(), others[0]) if others else None
    return page(replace(like, measure=measure, reuses=[], solution=None)) if like else None


def page(one: MeasureRecord) -> str:
    """The page of a measure."""
    db = database()
    measure_id = one.id
    address = absolute(f"/massnahmen/{measure_id}")
    facts = facts_in(MEASURE_FACTS, ShownIn.PAGE, one, words())
    answered = answers(facts, words())
    to = addressee(words(), one.measure, [one.project])
    similar = [
        other for other, _similarity in engine().similar(measure_id, limit=SIMILAR, kinds=("measure",))
    ]
    nearby = measures_nearby(db, measure_id, NEARBY)
    cards = measure_cards(db, [*similar, *nearby])
    return render_template(
        "measure.html",
        measure=one.measure,
        project=one.project,
        answers=answered,
        facts=[fact for fact in facts if not fact.answers],
        enquiry=enquiry(one.measure, answered, to, address) if to else None,
        noted=partial(shared.noted_for, one.measure),
        results=shared.statements(one.measure, one.measure.results),
        lessons=shared.statements(one.measure, one.measure.lessons),
        reuses=one.reuses,
        numbers=reuses.numbers_of(db, "measure", measure_id),
        origins=reuses.by_measure(db, measure_id),
        solutions=solutions.of_measure(db, measure_id),
        links=measure_links(db, measure_id),
        data=measure_data(one, address, absolute(f"/projekte/{one.project.id}")),
        needs=needs_of(db, "measure", measure_id)[:MOST_NEEDS],
        similar=[cards[other] for other in similar],
        nearby=[cards[other] for other in nearby],
    )
