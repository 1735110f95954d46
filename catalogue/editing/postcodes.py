"""Postcodes of the register: those of GeoNames, joined with municipalities by the key of the district and the name.

The source is GeoNames' table of postal codes: tab-separated, a line a locality, with the key of its district. A locality
that is called like no municipality of its district, most often a part of one, joins nothing: where it lies is no proof.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from catalogue.model.ids import DISTRICT_DIGITS
from catalogue.reading.register import RegisteredPlace
from search.german import fold

COUNTRY = "DE"
COLUMNS = 12
"""Of a line of the source: country, postcode, name, three levels above it with name and code, latitude, longitude, accuracy."""

_POSTCODE = re.compile(r"[0-9]{5}")
_ADDITION = re.compile(
    r"\s*(\(|/|,| an der | am | auf | bei | im | in | ob | vor | a\.| b\.| i\.| v\.| o\.).*"
)
_PARTS = re.compile(r"[-/ ]+")


class Locality(NamedTuple):
    """A name that mail goes to, with its postcode."""

    postcode: str
    name: str
    district: str
    """The first five digits of the key of its municipality."""


class Joined(NamedTuple):
    """A postcode of a municipality."""

    postcode: str
    key: str


def read_localities(table: str) -> list[Locality]:
    """The localities of Germany in a table of GeoNames. Raises ValueError with the line that is none of such a table."""
    found = []
    for number, line in enumerate(table.splitlines(), start=1):
        cells = line.split("\t")
        if len(cells) != COLUMNS:
            raise ValueError(f"Zeile {number} hat {len(cells)} statt {COLUMNS} Spalten.")
        country, postcode, name, district = cells[0], cells[1], cells[2], cells[8]
        if country == COUNTRY and _POSTCODE.fullmatch(postcode):
            found.append(Locality(postcode, name, district))
    return found


def join(localities: Iterable[Locality], register: Iterable[RegisteredPlace]) -> list[Joined]:
    """The postcodes of municipalities, in order; what may be several municipalities or none is left out."""
    of_district: dict[str, list[RegisteredPlace]] = defaultdict(list)
    for place in register:
        of_district[place.key[:DISTRICT_DIGITS]].append(place)
    within: dict[str, list[Locality]] = defaultdict(list)
    for locality in localities:
        within[locality.district].append(locality)
    found: set[Joined] = set()
    for district, places in of_district.items():
        names = _Names(places, {fold(locality.name) for locality in within[district]})
        keys = ((locality.postcode, names.key_of(locality.name)) for locality in within[district])
        found.update(Joined(postcode, key) for postcode, key in keys if key)
    return sorted(found)


def as_table(joined: Iterable[Joined]) -> str:
    """The text of `register/postcodes.csv`."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(Joined._fields)
    table.writerows(joined)
    return out.getvalue()


class _Names:
    """What the municipalities of a district are called."""

    def __init__(self, places: list[RegisteredPlace], localities: Set[str]) -> None:
        """`localities` are the folded names that the source has in the district."""
        self._only = places[0].key if len(places) == 1 else ""
        self._whole = _told_by_one((fold(place.name), place.key) for place in places)
        self._plain = _told_by_one((_plain(place.name), place.key) for place in places)
        merged = [place for place in places if not {fold(place.name), _plain(place.name)} & localities]
        self._parts = _told_by_one((part, place.key) for place in merged for part in _parts(place.name))

    def key_of(self, locality: str) -> str:
        """The key of the municipality that a locality is called after; empty if none or several are.

        A city that is a district of its own is it whatever the locality is called. Else the first that fits counts: the
        whole name; the name without what tells it apart (`Stollberg/Erzgebirge`); a part of the name of a municipality
        that the source does not have by its own, since it is younger (`Wettin` of `Wettin-Löbejün`); the name before
        that of a part (`Aurich Brockzetel`).
        """
        if self._only:
            return self._only
        name = fold(locality)
        return (
            self._whole.get(name)
            or self._plain.get(_plain(locality))
            or self._parts.get(name)
            or self._begins(name)
        )

    def _begins(self, name: str) -> str:
        words = name.split()
        beginnings = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
        return next((self._whole[beginning] for beginning in beginnings if beginning in self._whole), "")


def _told_by_one(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By name the key of the one place that is called so."""
    keys: dict[str, set[str]] = defaultdict(set)
    for name, key in named:
        keys[name].add(key)
    return {name: min(of_name) for name, of_name in keys.items() if len(of_name) == 1}


def _plain(name: str) -> str:
    return fold(_ADDITION.sub("", name))


def _parts(name: str) -> Iterator[str]:
    """`Wettin-Löbejün` → wettin, löbejün; `Osternienburger Land` → osternienburg."""
    first, *others = _PARTS.split(_ADDITION.sub("", name))
    if others:
        yield from (fold(part) for part in (first, *others))
        if first.endswith("er"):
            yield fold(first.removesuffix("er"))
