""" "Places like ours": measures from the places most like one's own, and the page of a municipality."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Blueprint, abort, render_template
from flask_babel import gettext as _

from catalogue.advice.place_similarity import PlaceProfile, similarity
from catalogue.model.entries import Municipality
from catalogue.queries import municipalities as places
from catalogue.queries import reuses
from catalogue.queries.entries import read_one
from catalogue.queries.measures import MeasureCard, measure_cards
from catalogue.queries.municipalities import ListedMunicipality
from catalogue.web.edition_access import database, term, vocabulary_terms
from catalogue.web.form_input import form_text
from catalogue.web.page_parts import number

blueprint = Blueprint("municipalities", __name__)

PLACES_SHOWN = 8
MEASURES_A_PLACE = 4


@dataclass(frozen=True, slots=True)
class SimilarPlace:
    """A place like the visitor's, why it is alike, and what runs there."""

    place: ListedMunicipality
    percent: int
    reasons: list[str]
    measures: list[MeasureCard]


@blueprint.get("/kommunen")
def index() -> str:
    """Show the measures of the places that are most like the one described in the address."""
    db = database()
    name = form_text("ort")
    known = places.municipality_named(db, name) if name else None
    all_places = places.municipalities(db)
    own = asked_place(next((place for place in all_places if place.id == known), None))
    described = own != PlaceProfile()
    return render_template(
        "municipalities.html",
        name=name,
        unknown_name=bool(name) and known is None,
        own=own,
        described=described,
        alike=most_alike(all_places, own, known) if described else [],
        municipalities=all_places,
        kinds=vocabulary_terms("municipality_kinds"),
        states=vocabulary_terms("federal_states"),
    )


def asked_place(known: ListedMunicipality | None) -> PlaceProfile:
    """The place that the address describes; what it does not say comes from the known municipality."""
    base = as_place(known) if known else PlaceProfile()
    kind = form_text("art")
    state = form_text("land")
    population = re.sub(r"[.\s\u202f]", "", form_text("einwohner"))
    return PlaceProfile(
        kind=kind if kind in vocabulary_terms("municipality_kinds") else base.kind,
        population=int(population) if re.fullmatch(r"[0-9]{1,8}", population) else base.population,
        federal_state=state if state in vocabulary_terms("federal_states") else base.federal_state,
    )


def most_alike(
    candidates: list[ListedMunicipality], own: PlaceProfile, own_id: str | None
) -> list[SimilarPlace]:
    """The places with measures that are most like one's own, the most alike first.

    Neighbours of one project share its measures; each measure is shown once, at the most similar place.
    """
    db = database()
    ranked = sorted(
        (place for place in candidates if place.measures and place.id != own_id),
        key=lambda place: (-similarity(own, as_place(place)), -place.measures, place.name),
    )
    found: list[SimilarPlace] = []
    shown: set[str] = set()
    for place in ranked:
        ids = [i for i in places.measures_in(db, place.id) if i not in shown][:MEASURES_A_PLACE]
        if ids:
            shown.update(places.measures_in(db, place.id))
            cards = measure_cards(db, ids)
            percent = round(100 * similarity(own, as_place(place)))
            found.append(SimilarPlace(place, percent, reasons(own, place), [cards[i] for i in ids]))
        if len(found) == PLACES_SHOWN:
            break
    return found


def as_place(place: ListedMunicipality) -> PlaceProfile:
    """What is known of a municipality."""
    return PlaceProfile(place.municipality_kind, place.population, place.federal_state)


def reasons(own: PlaceProfile, place: ListedMunicipality) -> list[str]:
    """Why a place is shown, in words: its kind, its inhabitants, its federal state."""
    said = []
    if place.municipality_kind:
        said.append(term("municipality_kinds", place.municipality_kind).label)
    if place.population is not None:
        said.append(_("%(number)s Einwohner", number=number(place.population)))
    if place.federal_state:
        same = own.federal_state == place.federal_state
        label = term("federal_states", place.federal_state).label
        said.append(_("gleiches Bundesland (%(state)s)", state=label) if same else label)
    return said


@blueprint.get("/kommunen/<municipality_id>")
def show(municipality_id: str) -> str:
    """Show one municipality: what it is, takes part in, runs and has taken over."""
    db = database()
    place = read_one(db, Municipality, municipality_id)
    if place is None:
        abort(404)
    ids = places.measures_in(db, municipality_id)
    cards = measure_cards(db, ids)
    return render_template(
        "municipality.html",
        place=place,
        projects=places.projects_of(db, municipality_id),
        measures=[cards[i] for i in ids],
        reused=reuses.by_municipality(db, municipality_id),
        sources=place.sources,
    )
