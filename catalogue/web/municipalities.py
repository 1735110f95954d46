"""Places: finding one's own, what runs in the places most like it, and the page of every municipality and district."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from catalogue.advice.place_similarity import PlaceProfile
from catalogue.model.entries import Municipality
from catalogue.model.size_classes import KINDS
from catalogue.queries import municipalities, places, reuses
from catalogue.queries.entries import read_one
from catalogue.queries.measures import measure_cards
from catalogue.queries.municipalities import ServedPlace
from catalogue.queries.places import Place
from catalogue.web import maps
from catalogue.web.edition_access import ask_once, database, vocabulary_terms
from catalogue.web.form_input import form_choice, form_number, form_text
from catalogue.web.maps import Drawing, Spot
from catalogue.web.place_names import measures_told, within
from catalogue.web.places_around import (
    PlaceAround,
    alike,
    by_distance,
    distance,
    measures_by_place,
    nearby,
    profile_of,
)
from search.distance import Position

blueprint = Blueprint("municipalities", __name__)

PLACES_ALIKE = 8
PLACES_ALIKE_ON_A_PAGE = 5
MOST_CHOICES = 50
SUGGESTIONS = 8
PLACES_OF_STATE = 6
LEAST_MAP_KM, MOST_MAP_KM = 40, 150
"""How far the map around a place reaches at least and at most."""


@blueprint.get("/kommunen")
def index() -> ResponseReturnValue:
    """Find a place by its name, or show the measures of the places that are most like the one described in the address."""
    db = database()
    name = form_text("ort")
    if name and (meant := places.place_meant(db, name)):
        return redirect(f"{request.script_root}/kommunen/{meant.page}")
    own = described_place()
    is_described = own != PlaceProfile()
    served = ask_once(municipalities.municipalities)
    return render_template(
        "municipalities.html",
        name=name,
        choices=[(choice, within(choice)) for choice in places.places_called(db, name, MOST_CHOICES)],
        most_choices=MOST_CHOICES,
        own=own,
        described=is_described,
        alike=alike(db, own, None, served, PLACES_ALIKE) if is_described else [],
        by_state=by_state(served),
        kinds=vocabulary_terms("municipality_kinds"),
        states=vocabulary_terms("federal_states"),
    )


@blueprint.get("/kommunen/vorschlaege")
def suggest() -> ResponseReturnValue:
    """The places that the typed text may become, each by a name that no other has."""
    typed = form_text("q")
    found = places.places_called(database(), typed, SUGGESTIONS)
    return jsonify(
        query=typed,
        suggestions=[{"text": one.name, "kind": within(one)} for one in found],
    )


def described_place() -> PlaceProfile:
    """The place that the address describes."""
    population = form_number("einwohner", r"[0-9]{1,8}", between=". \u00a0\u202f")
    return PlaceProfile(
        kind=form_choice("art", vocabulary_terms("municipality_kinds")) or None,
        population=int(population) if population else None,
        federal_state=form_choice("land", vocabulary_terms("federal_states")) or None,
    )


def by_state(served: Sequence[ServedPlace]) -> dict[str, list[ServedPlace]]:
    """The places with measures by federal state, in the order of the vocabulary."""
    return {
        state: [place for place in served if place.federal_state == state and place.measures]
        for state in vocabulary_terms("federal_states")
    }


@blueprint.get("/kommunen/<page>")
def show(page: str) -> ResponseReturnValue:
    """Show one municipality or district: what it is, what runs there and around it. Its key leads to its address."""
    db = database()
    entry = read_one(db, Municipality, page)
    place = places.place_of_entry(db, page) if entry else places.place(db, page.partition("-")[0])
    if place is None and entry is None:
        abort(404)
    if place and place.page != page:
        return redirect(f"{request.script_root}/kommunen/{place.page}", code=301)
    served = ask_once(municipalities.municipalities)
    ids = ask_once(measures_by_place).get(entry.id, []) if entry else []
    cards = measure_cards(db, ids)
    return render_template(
        "municipality.html",
        place=place,
        entry=entry,
        name=place.name if place else entry.name if entry else "",
        kind=(kind := kind_of(place, entry)),
        size=next((size for size, of_size in KINDS.items() if of_size == kind), None),
        state=place.federal_state if place else entry.federal_state if entry else None,
        city_away=distance(place.city_km, place) if place and place.city_km else "",
        projects=municipalities.projects_of(db, entry.id) if entry else [],
        measures=[cards[one] for one in ids],
        reused=reuses.by_municipality(db, entry.id) if entry else [],
        around=surroundings(place, served, ids) if place else None,
    )


def kind_of(place: Place | None, entry: Municipality | None) -> str | None:
    """The kind of a place: as the register has it by its size, else as the entry tells."""
    return place.municipality_kind if place else entry.municipality_kind if entry else None


@dataclass(frozen=True, slots=True)
class AroundPlace:
    """What the page of a place shows around it."""

    nearby: list[PlaceAround]
    drawing: Drawing | None
    spots: list[Spot]
    district: list[ServedPlace]
    """Others of the district with measures, and the district itself."""
    municipalities: list[places.PlaceLink]
    """Of a district."""
    state: list[ServedPlace]
    """Those of the state where most runs."""
    in_state: int
    """How many places of the state have measures."""
    alike: list[PlaceAround]


def surroundings(place: Place, served: Sequence[ServedPlace], shown: Sequence[str]) -> AroundPlace:
    """What is around a place; `shown` are the measures that its page has already."""
    db = database()
    near = by_distance(place.position, served, place.municipality) if place.position else []
    around = nearby(db, place, near, shown)
    others = [one for one in served if one.measures and one.id != place.municipality]
    in_state = [one for one in others if one.federal_state == place.federal_state]
    district = place.district or place.key
    reach = min(max(LEAST_MAP_KM, 1.1 * max((one.km or 0 for one in around), default=0)), MOST_MAP_KM)
    spots = spots_around(place, [pair for pair in near if pair[0] <= 1.4 * reach])
    return AroundPlace(
        nearby=around,
        drawing=maps.draw(
            spots,
            within_km=round(reach),
            distances_km=[far for far in (25, 50, 100) if far < reach],
            most_names=9,
        )
        if spots
        else None,
        spots=spots,
        district=[one for one in others if district in (one.district, one.key)],
        municipalities=places.in_district(db, place.key),
        state=sorted(in_state, key=lambda one: -one.measures)[:PLACES_OF_STATE],
        in_state=len(in_state),
        alike=alike(db, profile_of(place), place.municipality, served, PLACES_ALIKE_ON_A_PAGE),
    )


def spots_around(place: Place, near: Sequence[tuple[float, ServedPlace]]) -> list[Spot]:
    """The place and those around it where something runs, for a map; of several at one position the one where most runs."""
    if place.position is None:
        return []
    at: dict[Position, tuple[float, ServedPlace]] = {}
    for far, one in near:
        if one.position and (one.position not in at or at[one.position][1].measures < one.measures):
            at[one.position] = far, one
    return [
        Spot(place.position, place.name, here=True, is_approximate=place.is_approximate),
        *(
            Spot(
                position,
                one.name,
                f"{request.script_root}/kommunen/{one.id}",
                f"{distance(far, place, one)}, {measures_told(one.measures)}",
                weight=one.measures,
                is_approximate=one.is_approximate,
            )
            for position, (far, one) in at.items()
        ),
    ]
