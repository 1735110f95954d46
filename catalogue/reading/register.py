"""The register of places: every municipality and district with its inhabitants, state, coordinates and postcodes,
from `register/`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from catalogue.model.ids import DISTRICT_DIGITS

MUNICIPALITIES = Path("register/municipalities.csv")
DISTRICTS = Path("register/districts.csv")
POSTCODES = Path("register/postcodes.csv")
REGISTER_FILES = frozenset((MUNICIPALITIES, DISTRICTS, POSTCODES))
"""Files of content that are no entries."""

CENSUS_YEAR = 2022
"""Of the numbers of inhabitants."""


@dataclass(frozen=True, slots=True)
class RegisteredPlace:
    """A municipality or a district as the register has it. `state` is the two letters of ISO 3166-2."""

    key: str
    """Eight digits for a municipality, five for a district."""
    name: str
    addition: str
    """What the register writes behind the name: `Stadt`, `M`, `Hansestadt`; empty if nothing."""
    district: str
    """The name of a municipality's district; empty for a city without one and for a district itself."""
    state: str
    population: int
    coordinates: tuple[float, float] | None
    """Latitude and longitude in degrees, WGS 84; of a district the centre of its inhabitants."""
    postcodes: tuple[str, ...] = ()
    """Those that are known for certain; none of a district."""

    @property
    def district_key(self) -> str:
        """The key of the district, also for a city that has none."""
        return self.key[:DISTRICT_DIGITS]


def read_register(root: Path) -> list[RegisteredPlace]:
    """All municipalities, in the order of their keys; none if the content has no register."""
    if not (root / MUNICIPALITIES).is_file():
        return []
    postcodes = (root / POSTCODES).read_bytes() if (root / POSTCODES).is_file() else b""
    return [
        *_municipalities((root / MUNICIPALITIES).read_bytes(), (root / DISTRICTS).read_bytes(), postcodes)
    ]


@lru_cache(maxsize=1)
def _municipalities(municipalities: bytes, districts: bytes, postcodes: bytes) -> tuple[RegisteredPlace, ...]:
    """Kept for the next reading of this process, as the register hardly ever changes."""
    names = {row["key"]: row["name"] for row in _rows(districts)}
    codes: dict[str, list[str]] = {}
    for row in _rows(postcodes):
        codes.setdefault(row["key"], []).append(row["postcode"])
    return tuple(_municipality(row, names, codes.get(row["key"], ())) for row in _rows(municipalities))


def read_districts(root: Path, municipalities: Iterable[RegisteredPlace]) -> list[RegisteredPlace]:
    """All districts, in the order of their keys; where they lie and in which state follows from their municipalities."""
    if not (root / DISTRICTS).is_file():
        return []
    within: dict[str, list[RegisteredPlace]] = {}
    for place in municipalities:
        within.setdefault(place.district_key, []).append(place)
    return [_district(row, within.get(row["key"], [])) for row in _rows((root / DISTRICTS).read_bytes())]


def _rows(table: bytes) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(table.decode("utf-8"), newline=""))


def _municipality(
    row: Mapping[str, str], districts: Mapping[str, str], postcodes: Iterable[str]
) -> RegisteredPlace:
    return RegisteredPlace(
        key=row["key"],
        name=row["name"],
        addition=row["addition"],
        district=districts.get(row["key"][:DISTRICT_DIGITS], ""),
        state=row["state"],
        population=int(row["population"]),
        coordinates=(float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None,
        postcodes=tuple(postcodes),
    )


def _district(row: Mapping[str, str], municipalities: list[RegisteredPlace]) -> RegisteredPlace:
    return RegisteredPlace(
        key=row["key"],
        name=row["name"],
        addition="",
        district="",
        state=municipalities[0].state if municipalities else "",
        population=int(row["population"]),
        coordinates=_centre(municipalities),
    )


def _centre(municipalities: Iterable[RegisteredPlace]) -> tuple[float, float] | None:
    """Where the inhabitants of municipalities live on average; those whose position is unknown are left out."""
    known = [(place.population, *place.coordinates) for place in municipalities if place.coordinates]
    total = sum(population for population, _, _ in known)
    if not total:
        return None
    latitude = sum(population * latitude for population, latitude, _ in known) / total
    longitude = sum(population * longitude for population, _, longitude in known) / total
    return round(latitude, 4), round(longitude, 4)
