"""Which places of the register an id may mean that no entry has: the id that their names would give, or one typing error away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from catalogue.model.ids import DISTRICT_DIGITS, words_of_id
from catalogue.reading.content import Content
from catalogue.reading.register import RegisteredPlace
from catalogue.reading.validation_messages import misspelling_of

BESIDE = re.compile(r" (?:[vaiobd]\.|an|am|im|in|ob|bei|vor|unter) ")
"""Behind these words stands where a place lies: `Bad Homburg v. d. Höhe`."""

MOST_TOLD = 4
"""So many places of one name are told."""


def registered(content: Content, entry_id: str) -> list[RegisteredPlace]:
    """The places that an id may mean, the largest first; none if the register has none, or the content no register."""
    known = _by_id((*content.districts, *content.register))
    found = known.get(entry_id) or known.get(misspelling_of(entry_id, known) or "", [])
    return sorted(found, key=lambda place: -place.population)


def is_called(place: RegisteredPlace, entry_id: str) -> bool:
    """Whether the name of a place gives the id, letter by letter."""
    return entry_id in _ids(place)


def told(places: list[RegisteredPlace]) -> str:
    """A sentence that names the places with their keys, and says how one becomes an entry."""
    names = [f"{_name(place)} ({place.state[-2:]}, ags {place.key})" for place in places[:MOST_TOLD]]
    more = " und weitere" if len(places) > MOST_TOLD else ""
    return f"Im Register der Orte steht {', '.join(names)}{more}; mit diesem „ags“ wird ein Eintrag daraus."


def _name(place: RegisteredPlace) -> str:
    is_district = len(place.key) == DISTRICT_DIGITS
    return f"Kreis {place.name}" if is_district and "kreis" not in place.name.casefold() else place.name


@lru_cache(maxsize=2)
def _by_id(places: Iterable[RegisteredPlace]) -> dict[str, list[RegisteredPlace]]:
    found: dict[str, list[RegisteredPlace]] = {}
    for place in places:
        for one in _ids(place):
            found.setdefault(one, []).append(place)
    return found


def _ids(place: RegisteredPlace) -> set[str]:
    """The ids that a place may have: of its name with and without what stands in parentheses, behind a slash, or where it lies."""
    short = re.sub(r"\(.*?\)|[/,].*", "", place.name)
    ids = {_id(place.name), _id(short), _id(BESIDE.split(short)[0])}
    if len(place.key) == DISTRICT_DIGITS:
        return {f"{kind}{one}" for one in ids for kind in ("landkreis-", "kreis-")} | {
            one for one in ids if "kreis" in one
        }
    return ids


def _id(name: str) -> str:
    return "-".join(words_of_id(name))
