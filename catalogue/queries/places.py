"""The register of places: one by its key or page, those that a text may mean, and those around one."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass

from catalogue.model.ids import key_in_address
from catalogue.queries.records import first_record, records
from search.distance import Position
from search.german import fold

DISTRICT = "landkreis"


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or district of the register: ids of its terms, where it belongs, and its entry if it has one."""

    key: str
    name: str
    designation: str | None
    municipality_kind: str | None
    district: str | None
    """The key of its district."""
    district_name: str | None
    district_page: str | None
    federal_state: str | None
    population: int
    latitude: float | None
    longitude: float | None
    is_approximate: bool
    """Whether the position is that of its district."""
    city: str | None
    """The nearest city of 100,000 inhabitants or more; none for such a city."""
    city_km: int | None
    municipality: str | None
    """The id of its entry."""
    page: str
    """The last part of its address."""
    postcodes: str | None
    """Those that are known for certain, with spaces between them."""

    @property
    def address_key(self) -> str:
        """How the address of a search has it."""
        return key_in_address(self.key)

    @property
    def position(self) -> Position | None:
        """Latitude and longitude in degrees, if they are known."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place that a text may mean, with what tells it apart: its district and its state."""

    key: str
    name: str
    district_name: str | None
    federal_state: str | None
    population: int
    page: str

    @property
    def address_key(self) -> str:
        """How the address of a search has it."""
        return key_in_address(self.key)


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place as a list of its district names it."""

    name: str
    population: int
    page: str


_PLACES = """
    SELECT p.id AS key, p.name, p.designation, p.municipality_kind, p.district, d.name AS district_name,
           d.page AS district_page, p.federal_state, p.population, p.latitude, p.longitude, p.is_approximate,
           c.name AS city, p.city_km, p.municipality, p.page, p.postcodes
      FROM places p LEFT JOIN places d ON d.id = p.district LEFT JOIN places c ON c.id = p.city
"""


def place(db: sqlite3.Connection, key: str) -> Place | None:
    """The municipality or district with a key; nothing if there is none."""
    return first_record(db, f"{_PLACES} WHERE p.id = ?", (key,), Place)


def place_of_entry(db: sqlite3.Connection, municipality: str) -> Place | None:
    """The place that an entry is about; nothing if the register lacks it, as with an association of municipalities."""
    return first_record(db, f"{_PLACES} WHERE p.municipality = ?", (municipality,), Place)


def places_called(db: sqlite3.Connection, text: str, limit: int) -> list[PlaceChoice]:
    """The places whose name, with those of the district and the postcodes, has all words of a text, or with this key:
    called so first, then the largest."""
    words = fold(text).split()
    if not words:
        return []
    sql = """
        SELECT p.id AS key, p.name, d.name AS district_name, p.federal_state, p.population, p.page
          FROM places p LEFT JOIN places d ON d.id = p.district
         WHERE instr(p.sought, :first)
           AND NOT EXISTS (SELECT 1 FROM json_each(:words) WHERE NOT instr(p.sought, value))
            OR p.id = :text
         ORDER BY CASE WHEN p.sought = :text OR p.sought GLOB :name THEN 0
                       WHEN substr(p.sought, 1, length(:first)) = :first THEN 1
                       WHEN instr(p.sought, ' ' || :first) THEN 2
                       ELSE 3 END,
                  p.population DESC
         LIMIT :limit
    """
    joined = " ".join(words)
    asked = {
        "first": words[0],
        "words": json.dumps(words),
        "text": joined,
        "name": f"{joined.translate(_NO_PATTERN)}[ /(,]*",
        "limit": limit,
    }
    return records(db, sql, asked, PlaceChoice)


def place_meant(db: sqlite3.Connection, text: str) -> Place | None:
    """The place that a key, with or without its name, a name or a postcode stands for; nothing if none or several do.

    Some postcodes are also keys of districts: these, without a name, stand for either.
    """
    if _KEY.match(text):
        return place(db, text.partition("-")[0])
    found = places_called(db, text, _MOST_NAMESAKES)
    called_so = [one for one in found if one.name.casefold() == text.casefold()]
    meant = called_so if len(called_so) == 1 else found
    return place(db, meant[0].key) if len(meant) == 1 else None


_KEY = re.compile(r"[0-9]{8}(-|$)|[0-9]{5}-")
_MOST_NAMESAKES = 50
_NO_PATTERN = str.maketrans({"*": "[*]", "?": "[?]", "[": "[[]"})


def in_district(db: sqlite3.Connection, district: str) -> list[PlaceLink]:
    """The municipalities of a district, the largest first."""
    sql = "SELECT name, population, page FROM places WHERE district = ? ORDER BY population DESC, name"
    return records(db, sql, (district,), PlaceLink)
