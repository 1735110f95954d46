"""The start page: what this is, a search box, the fields of action, other ways in, and what was verified last."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, current_app, render_template, request
from flask_babel import gettext as _

from catalogue.queries import overview, programme, solutions
from catalogue.queries.measures import measure_cards, recently_verified
from catalogue.web.addresses import absolute, root_of_site
from catalogue.web.edition_access import database
from catalogue.web.search_examples import examples
from catalogue.web.structured_data import site_data

blueprint = Blueprint("start", __name__)

RECENT = 6
SOLUTIONS = 6
"""How many recently verified measures, and how many curated solutions, are shown."""


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """A way into the catalogue beside the search: where it leads, and who needs it for what."""

    label: str
    address: str
    text: str


@blueprint.get("/")
def start() -> str:
    """Show the start page."""
    db = database()
    recent = recently_verified(db, RECENT)
    cards = measure_cards(db, recent)
    return render_template(
        "start.html",
        counts=overview.counts(db),
        fields=overview.fields_with_counts(db),
        examples=examples(),
        ways=ways(),
        solutions=solutions.best_known(db, SOLUTIONS),
        goals=programme.goals(db),
        data=site_data(current_app.config["SITE_NAME"], absolute("/")),
        recent=[cards[measure_id] for measure_id in recent],
    )


def ways() -> list[EntryPoint]:
    """The ways for municipalities, for council members, for research and press, and for editors."""
    root = request.script_root
    edit_address = current_app.config["EDIT_ADDRESS"]
    return [
        EntryPoint(
            _("Kommunen wie wir"),
            f"{root}/kommunen",
            _("Beschreiben Sie Ihren Ort und sehen Sie, was in ähnlichen Kommunen läuft."),
        ),
        EntryPoint(
            _("Schon andernorts übernommen"),
            f"{root}/transfers",
            _("Wer welche Lösung übernommen hat oder übernehmen will."),
        ),
        EntryPoint(
            _("Wo steht unser Vorhaben?"),
            f"{root}/roadmap",
            _("Von der Idee bis zur Übertragung, mit Selbsttest."),
        ),
        EntryPoint(
            _("Wissen"),
            f"{root}/wissen",
            _("Studien, Leitfäden, Gemeinschaften, Termine und Normen."),
        ),
        EntryPoint(
            _("Programm in Zahlen"),
            f"{root}/programm",
            _("Mittel, Reichweite und Übertragungen laut Bundesregierung."),
        ),
        EntryPoint(
            _("Für Forschung und Presse"),
            f"{root_of_site()}/daten/",
            _("Alle Daten mit SQL auswerten, filtern und herunterladen."),
        ),
        EntryPoint(
            _("Für Redaktionen"),
            edit_address or f"{root}/ueber",
            _("Einträge ergänzen und verbessern: wie der Katalog entsteht und woher die Angaben kommen."),
        ),
    ]
