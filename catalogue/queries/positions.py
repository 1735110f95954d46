"""Where the places of entries lie, for maps and distances. Entries about areas that the register lacks have no position."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.edition.views import PLACES_OF_MEASURES
from catalogue.queries.municipalities import RUNS_IN
from catalogue.queries.records import records
from search.distance import Position, kilometres

APART_KM = 40
"""Places of one project that are nearer to each other are shown as one point."""


@dataclass(frozen=True, slots=True)
class PlaceOnMap:
    """A municipality or district with an entry: its name, its key in the register, and where it lies in degrees."""

    id: str
    name: str
    key: str
    latitude: float
    longitude: float
    is_approximate: bool
    """Whether the position is only that of the district."""

    @property
    def position(self) -> Position:
        """Latitude and longitude."""
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True)
class PlaceOfProject(PlaceOnMap):
    """A place that takes part in a model project."""

    project: str


@dataclass(frozen=True, slots=True)
class PlaceOfSolution(PlaceOnMap):
    """A place where a solution runs: where it comes from, or elsewhere."""

    elsewhere: bool


@dataclass(frozen=True, slots=True)
class EntryInPlace:
    """A measure or model project with a municipality where it runs."""

    kind: str
    entry: str
    municipality: str


def places_on_map(db: sqlite3.Connection) -> dict[str, PlaceOnMap]:
    """All municipalities and districts with an entry whose position is known, by id."""
    sql = """
        SELECT t.id, t.name, p.id AS key, p.latitude, p.longitude, p.is_approximate
          FROM municipalities t JOIN places p ON p.municipality = t.id
         WHERE p.latitude IS NOT NULL
    """
    return {place.id: place for place in records(db, sql, (), PlaceOnMap)}


def places_of_projects(db: sqlite3.Connection) -> dict[str, list[PlaceOnMap]]:
    """By project the places where it is shown: the largest, and those that lie apart from each other."""
    sql = """
        SELECT l.project, t.id, t.name, p.id AS key, p.latitude, p.longitude, p.is_approximate
          FROM projects_municipalities l
          JOIN municipalities t ON t.id = l.municipality
          JOIN places p ON p.municipality = t.id
         WHERE p.latitude IS NOT NULL
         ORDER BY l.project, p.population DESC, t.id
    """
    found: dict[str, list[PlaceOnMap]] = {}
    for place in records(db, sql, (), PlaceOfProject):
        found.setdefault(place.project, []).append(place)
    return {project: _apart(places) for project, places in found.items()}


def places_of_solution(db: sqlite3.Connection, solution_id: str) -> list[PlaceOfSolution]:
    """Where a solution runs, as far as positions are known: the places of its own measures first, then those elsewhere."""
    sql = f"""
        WITH runs AS (
          SELECT p.municipality AS id, 0 AS elsewhere
            FROM solutions_measures l JOIN ({PLACES_OF_MEASURES}) p ON p.measure = l.measure
           WHERE l.solution = :id
           UNION ALL
          SELECT t.to_municipality, 1
            FROM reuses_of_entries l JOIN transfers t ON t.id = l.reuse AND t.in_use_elsewhere
           WHERE l.entry_kind = 'solution' AND l.entry = :id)
        SELECT t.id, t.name, p.id AS key, p.latitude, p.longitude, p.is_approximate, min(r.elsewhere) AS elsewhere
          FROM runs r JOIN municipalities t ON t.id = r.id JOIN places p ON p.municipality = t.id
         WHERE p.latitude IS NOT NULL
         GROUP BY t.id ORDER BY elsewhere, t.name COLLATE german
    """
    return records(db, sql, {"id": solution_id}, PlaceOfSolution)


def places_of_entries(db: sqlite3.Connection) -> dict[tuple[str, str], list[PlaceOnMap]]:
    """By kind and id the places where measures and model projects run; entries of other kinds run nowhere."""
    sql = f"""
        SELECT 'measure' AS kind, measure AS entry, municipality FROM ({RUNS_IN})
         UNION ALL
        SELECT 'project', project, municipality FROM projects_municipalities
    """
    known = places_on_map(db)
    found: dict[tuple[str, str], list[PlaceOnMap]] = {}
    for one in records(db, sql, (), EntryInPlace):
        if one.municipality in known:
            found.setdefault((one.kind, one.entry), []).append(known[one.municipality])
    return found


def _apart(places: Iterable[PlaceOnMap]) -> list[PlaceOnMap]:
    """Those of the places that are not near one before them."""
    kept: list[PlaceOnMap] = []
    for place in places:
        if all(kilometres(place.position, other.position) >= APART_KM for other in kept):
            kept.append(place)
    return kept
