"""Answers on the register of places: every municipality and district, found by its name, and one by its key."""

from __future__ import annotations

from catalogue.api.answers import FoundPlace, PlaceAnswer, PlacesAnswer
from catalogue.api.context import Context
from catalogue.api.operation import HOME
from catalogue.api.parameters import OnePlace, PlaceParameters
from catalogue.api.problem_details import Refused
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries import places as register

PLACES = "/places"
PAGES = KINDS_BY_NAME["municipality"].folder
"""Where the pages of places are, those without an entry too."""


def places(context: Context, asked: PlaceParameters) -> PlacesAnswer:
    """The places whose names have all words that were typed."""
    return PlacesAnswer(
        edition=context.edition,
        items=[
            FoundPlace(
                key=one.key,
                name=one.name,
                district=one.district_name,
                federal_state=context.term("federal-states", one.federal_state)
                if one.federal_state
                else None,
                population=one.population,
                address=context.address(PAGES + one.page),
                self=context.address(f"{HOME}{PLACES}/{one.key}"),
            )
            for one in register.places_called(context.db, asked.q, asked.limit)
        ],
    )


def place(context: Context, asked: OnePlace) -> PlaceAnswer:
    """The place with a key. Raises Refused if there is none."""
    found = register.place(context.db, asked.id)
    if found is None:
        raise Refused("not-found")
    return PlaceAnswer(
        edition=context.edition,
        item=found,
        address=context.address(PAGES + found.page),
        entry=context.address(f"{HOME}/municipalities/{found.municipality}") if found.municipality else None,
    )
