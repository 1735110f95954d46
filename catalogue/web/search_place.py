"""A search with a place: which places around it are asked for, how far a hit is, and the hits on a map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from flask_babel import gettext as _
from flask_babel import ngettext

from catalogue.model.facets import PLACES
from catalogue.model.ids import key_in_address
from catalogue.queries import municipalities, positions
from catalogue.queries.municipalities import ServedPlace
from catalogue.queries.places import Place
from catalogue.queries.positions import PlaceOnMap
from catalogue.web.edition_access import ask_once
from catalogue.web.maps import Spot
from catalogue.web.places_around import distance, most_alike, profile_of, reasons_of
from catalogue.web.search_request import ALIKE, DISTRICT, HERE, NEARNESS, STATE, SearchRequest
from search import Hit
from search.distance import kilometres

MOST_ALIKE = 20
"""So many places like one's own are looked into."""

NOWHERE = ("",)
"""What no document has."""


@dataclass(frozen=True, slots=True)
class WayAround:
    """A link that asks the same of other places around one's own."""

    label: str
    address: str
    current: bool


def narrowed(asked: SearchRequest) -> Mapping[str, Sequence[str]]:
    """The filters of a search with the municipalities that its place and nearness stand for."""
    if asked.place is None or not asked.near:
        return asked.filters
    return {**asked.filters, PLACES: [one.id for one in places_near(asked.place, asked.near)] or NOWHERE}


def places_near(place: Place, near: str) -> list[ServedPlace]:
    """The municipalities and districts with an entry that are meant by one of `NEARNESS`."""
    served = ask_once(municipalities.municipalities)
    if near == ALIKE:
        return most_alike(profile_of(place), place.municipality, served)[:MOST_ALIKE]
    return [one for one in served if _is_near(one, place, near)]


def _is_near(one: ServedPlace, place: Place, near: str) -> bool:
    if near == HERE:
        return one.id == place.municipality or one.district == place.key
    if near == DISTRICT:
        return (place.district or place.key) in (one.district, one.key)
    if near == STATE:
        return one.federal_state == place.federal_state
    return bool(place.position and one.position and kilometres(place.position, one.position) <= int(near))


def near_label(near: str) -> str:
    """What one of `NEARNESS` is called."""
    names = {
        "": _("alle Orte"),
        HERE: _("nur hier"),
        DISTRICT: _("gleicher Kreis"),
        STATE: _("gleiches Bundesland"),
        ALIKE: _("Orte wie dieser"),
    }
    return str(names.get(near) or _("Umkreis %(km)s km", km=near))


def ways_around(asked: SearchRequest) -> list[WayAround]:
    """What can be asked for around the place of a search."""
    if asked.place is None:
        return []
    has_position = asked.place.position is not None
    return [
        WayAround(near_label(near), asked.address(near=near), asked.near == near)
        for near in ("", *NEARNESS)
        if has_position or not near.isdigit()
    ]


def where_found(asked: SearchRequest, found: Iterable[Hit]) -> dict[tuple[str, str], str]:
    """By kind and id of a hit where it runs, how far that is from the place of the search, and why it is asked for."""
    place = asked.place
    if place is None:
        return {}
    at = places_of(found)
    served = {one.id: one for one in (places_near(place, asked.near) if asked.near else ())}
    told: dict[tuple[str, str], str] = {}
    for key, places in at.items():
        meant = [one for one in places if one.id in served] or places
        told[key] = _told(place, meant, served if asked.near == ALIKE else {})
    return told


def nearest_first(asked: SearchRequest, found: Sequence[Hit]) -> list[Hit]:
    """Hits in the order of their distance from the place of the search, those that are only distantly related after all
    others; what runs nowhere that is known comes last, in the order in which it was found."""
    here = asked.place.position if asked.place else None
    if here is None:
        return list(found)
    at = places_of(found)

    def far(hit: Hit) -> tuple[bool, float]:
        places = at.get((hit.kind, hit.id), ())
        return hit.is_distant, min((kilometres(here, one.position) for one in places), default=inf)

    return sorted(found, key=far)


def _told(place: Place, places: Sequence[PlaceOnMap], alike: Mapping[str, ServedPlace]) -> str:
    if any(one.id == place.municipality for one in places):
        return str(_("in %(place)s", place=place.name))
    here = place.position
    if here is None:
        return str(_("in %(place)s", place=places[0].name))
    nearest = min(places, key=lambda one: kilometres(here, one.position))
    far = distance(kilometres(here, nearest.position), place, nearest)
    told = str(_("in %(place)s, %(distance)s entfernt", place=nearest.name, distance=far))
    if nearest.id in alike:
        told += f" ({', '.join(reasons_of(profile_of(place), alike[nearest.id]))})"
    return told


def places_of(found: Iterable[Hit]) -> dict[tuple[str, str], list[PlaceOnMap]]:
    """By kind and id of a hit the places where it runs, as far as their position is known."""
    known = ask_once(positions.places_of_entries)
    return {at: known[at] for hit in found if (at := (hit.kind, hit.id)) in known}


def spots(asked: SearchRequest, found: Iterable[Hit]) -> list[Spot]:
    """The hits of a search by place, for a map: each place leads to its hits; the own place is among them."""
    counted: dict[PlaceOnMap, int] = {}
    for places in places_of(found).values():
        for one in places:
            counted[one] = counted.get(one, 0) + 1
    here = asked.place
    drawn = [
        Spot(
            one.position,
            one.name,
            asked.address(map=False, place=key_in_address(one.key), near=HERE),
            ngettext("ein Treffer", "%(num)s Treffer", count),
            weight=count,
            is_approximate=one.is_approximate,
        )
        for one, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].name))
    ]
    if here and here.position:
        drawn.insert(0, Spot(here.position, here.name, here=True, is_approximate=here.is_approximate))
    return drawn
