"""The start page: what this is, a search box, the fields of action, and what was verified last."""

from __future__ import annotations

from flask import Blueprint, current_app, render_template

from catalogue import queries
from catalogue.web.addresses import absolute
from catalogue.web.edition_access import database
from catalogue.web.structured_data import site_data

blueprint = Blueprint("start", __name__)

EXAMPLES = (
    "Bus auf dem Dorf",
    "Bäume gießen mit Sensoren",
    "Hochwasser früh erkennen",
    "Leerstand in der Innenstadt",
    "Hilfe für Ältere am Smartphone",
    "Bürger mitreden lassen",
)
RECENT = 6


@blueprint.get("/")
def start() -> str:
    """Show the start page."""
    db = database()
    recent = queries.recently_verified(db, RECENT)
    cards = queries.measure_cards(db, recent)
    return render_template(
        "start.html",
        counts=queries.counts(db),
        fields=queries.fields_with_counts(db),
        examples=EXAMPLES,
        data=site_data(current_app.config["SITE_NAME"], absolute("/")),
        recent=[cards[measure_id] for measure_id in recent],
    )
