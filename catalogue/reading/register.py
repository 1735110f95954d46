"""The register of places: every municipality with its district, state and coordinates, from the files of `register/`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MUNICIPALITIES = Path("register/municipalities.csv")
DISTRICTS = Path("register/districts.csv")
REGISTER_FILES = frozenset((MUNICIPALITIES, DISTRICTS))
"""Files of content that are no entries."""

_DISTRICT_DIGITS = 5  # of a municipality's key


@dataclass(frozen=True, slots=True)
class RegisteredPlace:
    """A municipality as the register has it. `state` is the two letters of ISO 3166-2."""

    key: str
    name: str
    district: str
    """Empty for a city without one."""
    state: str
    coordinates: tuple[float, float] | None
    """Latitude and longitude in degrees, WGS 84."""


def read_register(root: Path) -> list[RegisteredPlace]:
    """All municipalities, in the order of their keys; none if the content has no register."""
    if not (root / MUNICIPALITIES).is_file():
        return []
    districts = {row["key"]: row["name"] for row in _rows(root / DISTRICTS)}
    return [_place(row, districts) for row in _rows(root / MUNICIPALITIES)]


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _place(row: Mapping[str, str], districts: Mapping[str, str]) -> RegisteredPlace:
    coordinates = (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None
    district = districts.get(row["key"][:_DISTRICT_DIGITS], "")
    return RegisteredPlace(row["key"], row["name"], district, row["state"], coordinates)
