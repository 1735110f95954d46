"""The page of a measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Blueprint, abort, render_template
from flask_babel import gettext as _

from catalogue import queries
from catalogue.queries import solutions
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
    measure = queries.measure(db, measure_id)
    if measure is None:
        abort(404)
    sources = queries.measure_sources(db, measure_id)
    texts = queries.measure_texts(db, measure_id)
    partners = queries.measure_partners(db, measure_id)
    funding = queries.measure_funding(db, measure_id)
    reuses = queries.measure_reuses(db, measure_id)
    address = absolute(f"/massnahmen/{measure_id}")
    similar = [other for other, _ in engine().similar(measure_id, limit=SIMILAR, kinds=("measure",))]
    nearby = queries.measures_nearby(db, measure_id, NEARBY)
    cards = queries.measure_cards(db, [*similar, *nearby])
    return render_template(
        "measure.html",
        measure=measure,
        terms=queries.measure_terms(db, measure_id),
        texts=texts,
        places=queries.measure_places(db, measure_id),
        project_places=queries.project_places(db, measure["project"]),
        states=queries.project_states(db, measure["project"]),
        partners=partners,
        funding=funding,
        reuses=reuses,
        solutions=solutions.of_measure(db, measure_id),
        links=queries.measure_links(db, measure_id),
        untold=untold(measure, texts, partners, funding, reuses),
        sources=sources,
        address=address,
        data=measure_data(measure, address, absolute(f"/projekte/{measure['project']}"), sources),
        similar=[cards[other] for other in similar],
        nearby=[cards[other] for other in nearby],
    )


def untold(
    measure: queries.Row,
    texts: Mapping[str, Sequence[str]],
    partners: Sequence[queries.Row],
    funding: Sequence[queries.Row],
    reuses: Sequence[queries.Row],
) -> list[str]:
    """Names of the facts that decide on reuse and that no source tells."""
    told = {
        _("Kosten"): measure["cost_amount_eur"] is not None or measure["cost_note"] or funding,
        _("Technik"): texts.get("technologies"),
        _("Lizenz und Quelltext"): measure["licence"] or measure["repository"],
        _("Wer es übernommen hat"): reuses,
        _("Wer mitwirkt"): partners,
    }
    return [name for name, facts in told.items() if not facts]
