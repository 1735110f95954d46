"""How places and what runs there are told in a line."""

from __future__ import annotations

from flask_babel import ngettext

from catalogue.queries.places import Place, PlaceChoice
from catalogue.web.edition_access import term


def within(place: Place | PlaceChoice) -> str:
    """The district and the state of a place, as far as its name does not say them: `Erzgebirgskreis, Sachsen`."""
    state = term("federal_states", place.federal_state).label if place.federal_state else ""
    parts = (place.district_name or "", state)
    return ", ".join(part for part in parts if part and part not in place.name)


def measures_told(count: int) -> str:
    """How many measures run somewhere."""
    return str(ngettext("eine Maßnahme", "%(num)s Maßnahmen", count))
