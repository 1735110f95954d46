"""Which places with measures are near a place, in its district, in its state, or like it, and what runs there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from catalogue.advice.place_similarity import PlaceProfile, similarity
from catalogue.queries import municipalities
from catalogue.queries.measures import MeasureCard, measure_cards
from catalogue.queries.municipalities import ServedPlace
from catalogue.queries.places import Place
from catalogue.queries.positions import PlaceOnMap
from catalogue.web.edition_access import ask_once, term
from catalogue.web.page_parts import number
from search.distance import Position, kilometres

MEASURES_NEARBY = 10
MEASURES_A_PLACE = 3
PLACES_LOOKED_AT = 30
"""So many of the first places are asked for their measures; neighbours of one project share theirs."""


@dataclass(frozen=True, slots=True)
class PlaceAround:
    """A place with measures as a list shows it: why it stands there, and some of what runs there."""

    place: ServedPlace
    reasons: tuple[str, ...]
    measures: tuple[MeasureCard, ...]
    km: float | None = None


def by_distance(
    here: Position, served: Iterable[ServedPlace], own: str | None
) -> list[tuple[float, ServedPlace]]:
    """The places with measures and a known position, without one's own, the nearest first, with the distance in kilometres."""
    far = [
        (kilometres(here, place.position), place)
        for place in served
        if place.measures and place.id != own and place.position
    ]
    return sorted(far, key=lambda pair: (pair[0], pair[1].name))


def nearby(
    db: sqlite3.Connection, own: Place, near: Sequence[tuple[float, ServedPlace]], shown: Iterable[str] = ()
) -> list[PlaceAround]:
    """The nearest places with ten measures in all, no measure twice and none of those shown already."""
    km_to = {place.id: km for km, place in near}
    found = _with_measures(db, [place for _km, place in near], shown, MEASURES_NEARBY)
    return [
        PlaceAround(place, (distance(km_to[place.id], own, place),), measures, km_to[place.id])
        for place, measures in found
    ]


def alike(
    db: sqlite3.Connection, own: PlaceProfile, own_id: str | None, served: Iterable[ServedPlace], most: int
) -> list[PlaceAround]:
    """The places with measures that are most like one's own, the most alike first; each measure at the first of its places."""
    found = _with_measures(db, most_alike(own, own_id, served), (), MEASURES_A_PLACE * most)
    return [PlaceAround(place, tuple(reasons_of(own, place)), measures) for place, measures in found][:most]


def most_alike(own: PlaceProfile, own_id: str | None, served: Iterable[ServedPlace]) -> list[ServedPlace]:
    """The places with measures without one's own, the most alike first; of those alike the one where more runs."""
    return sorted(
        (place for place in served if place.measures and place.id != own_id),
        key=lambda place: (-similarity(own, profile_of(place)), -place.measures, place.name),
    )


def _with_measures(
    db: sqlite3.Connection, places: Sequence[ServedPlace], shown: Iterable[str], most: int
) -> list[tuple[ServedPlace, tuple[MeasureCard, ...]]]:
    chosen = [*_each_once(places[:PLACES_LOOKED_AT], set(shown), most)]
    cards = measure_cards(db, [one for _, ids in chosen for one in ids])
    return [(place, tuple(cards[one] for one in ids)) for place, ids in chosen]


def measures_by_place(db: sqlite3.Connection) -> dict[str, list[str]]:
    """Ids of the measures of every place where something runs (see `queries.municipalities`)."""
    return municipalities.measures_by_place(db, [one.id for one in municipalities.municipalities(db)])


def _each_once(
    places: Sequence[ServedPlace], shown: set[str], most: int
) -> Iterator[tuple[ServedPlace, list[str]]]:
    by_place = ask_once(measures_by_place)
    for place in places:
        ids = [one for one in by_place.get(place.id, ()) if one not in shown][: min(MEASURES_A_PLACE, most)]
        if ids:
            shown.update(by_place[place.id])
            most -= len(ids)
            yield place, ids
        if not most:
            return


def profile_of(place: ServedPlace | Place) -> PlaceProfile:
    """What similarity compares of a place."""
    return PlaceProfile(place.municipality_kind, place.population, place.federal_state, place.city_km)


def reasons_of(own: PlaceProfile, place: ServedPlace) -> Iterator[str]:
    """Why a place is like one's own, in words: its kind, inhabitants, way to a city, federal state."""
    if place.municipality_kind:
        yield term("municipality_kinds", place.municipality_kind).label
    if place.population is not None:
        yield _("%(number)s Einwohner", number=number(place.population))
    if place.city_km:
        yield _("%(distance)s zur nächsten Großstadt", distance=distance(place.city_km, place))
    if place.federal_state:
        label = term("federal_states", place.federal_state).label
        same = own.federal_state == place.federal_state
        yield _("gleiches Bundesland (%(state)s)", state=label) if same else label


def distance(km: float, *ends: ServedPlace | Place | PlaceOnMap) -> str:
    """A distance as people say it: `17 km`; less than one is not told apart.

    Where the position of one of its `ends` is only that of the district it is told in tens: `etwa 20 km`.
    """
    if any(end.is_approximate for end in ends):
        return str(_("etwa %(number)s km", number=number(max(round(km, -1), 10))))
    return f"{number(max(round(km), 1))} km"
