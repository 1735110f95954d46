"""The page of a measure."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from flask_babel import gettext as _

from catalogue.queries import solutions
from catalogue.queries.measure_records import MeasureRecord, measure_record
from catalogue.queries.measures import measure_cards, measures_nearby
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import database, engine
from catalogue.web.structured_data import measure_data

blueprint = Blueprint("measures", __name__)

SIMILAR = 6
NEARBY = 6
"""How many similar measures elsewhere, and how many of the same place, are shown."""


@blueprint.get("/massnahmen/<measure_id>")
def show(measure_id: str) -> str:
    """Show one measure with everything that its entry tells, and similar ones elsewhere."""
    db = database()
    one = measure_record(db, measure_id)
    if one is None:
        abort(404)
    measure = one.measure
    address = absolute(f"/massnahmen/{measure_id}")
    similar = [other for other, _ in engine().similar(measure_id, limit=SIMILAR, kinds=("measure",))]
    nearby = measures_nearby(db, measure_id, NEARBY)
    cards = measure_cards(db, [*similar, *nearby])
    return render_template(
        "measure.html",
        measure=measure,
        terms=one.terms,
        texts=one.texts,
        places=one.places,
        states=one.states,
        partners=one.partners,
        funding=one.funding,
        reuses=one.reuses,
        solutions=solutions.of_measure(db, measure_id),
        links=one.links,
        untold=untold(one),
        sources=one.sources,
        address=address,
        data=measure_data(measure, address, absolute(f"/projekte/{measure['project']}"), one.sources),
        similar=[cards[other] for other in similar],
        nearby=[cards[other] for other in nearby],
    )


def untold(one: MeasureRecord) -> list[str]:
    """Names of the facts that decide on reuse and that no source tells."""
    measure = one.measure
    told = {
        _("Kosten"): measure["cost_amount_eur"] is not None or measure["cost_note"] or one.funding,
        _("Technik"): one.texts["technologies"],
        _("Lizenz und Quelltext"): measure["licence"] or measure["repository"],
        _("Wer es übernommen hat"): one.reuses,
        _("Wer mitwirkt"): one.partners,
    }
    return [name for name, facts in told.items() if not facts]
