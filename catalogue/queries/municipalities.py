"""What runs in which municipality, and what its model projects are."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.projects import NamedProject
from catalogue.queries.records import pairs, records
from search.distance import Position


@dataclass(frozen=True, slots=True)
class ServedPlace:
    """A municipality or district with an entry: ids of its terms, where it lies, and the number of measures that run there."""

    id: str
    name: str
    municipality_kind: str | None
    federal_state: str | None
    population: int | None
    key: str | None
    """In the register; nothing for an area that the register lacks."""
    district: str | None
    """The key of its district."""
    latitude: float | None
    longitude: float | None
    is_approximate: bool
    """Whether the position is only that of the district."""
    city_km: int | None
    """To the nearest city of 100,000 inhabitants or more."""
    measures: int

    @property
    def position(self) -> Position | None:
        """Latitude and longitude in degrees, if they are known."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)


RUNS_IN = """
    SELECT l.municipality, l.measure FROM measures_municipalities l
     UNION
    SELECT l.municipality, m.id
      FROM projects_municipalities l JOIN measures m ON m.project = l.project
     WHERE NOT EXISTS (SELECT 1 FROM measures_municipalities own WHERE own.measure = m.id)
"""
"""Which measures run in which municipality: those that name it, and those of its projects that name no place."""


def municipalities(db: sqlite3.Connection) -> list[ServedPlace]:
    """All municipalities and districts with an entry, by name; their inhabitants are those of the register if it has them."""
    return records(
        db,
        f"""
        SELECT t.id, t.name, t.municipality_kind, t.federal_state,
               coalesce(p.population, t.population) AS population, p.id AS key, p.district, p.latitude,
               p.longitude, coalesce(p.is_approximate, 0) AS is_approximate, p.city_km, coalesce(r.measures, 0) AS measures
          FROM municipalities t
          LEFT JOIN places p ON p.municipality = t.id
          LEFT JOIN (SELECT municipality, count(*) AS measures FROM ({RUNS_IN}) GROUP BY 1) r ON r.municipality = t.id
         ORDER BY t.name COLLATE german
        """,
        (),
        ServedPlace,
    )


def measures_in(db: sqlite3.Connection, municipality_id: str) -> list[str]:
    """Ids of the measures that run in a municipality: those in operation first, then by how much is told of them."""
    return measures_by_place(db, [municipality_id]).get(municipality_id, [])


def measures_by_place(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """The same for several municipalities, by their ids; one where nothing runs is left out."""
    rows = pairs(
        db,
        f"""
        SELECT r.municipality, m.id
          FROM ({RUNS_IN}) r JOIN measures m ON m.id = r.measure
         WHERE r.municipality IN (SELECT value FROM json_each(?))
         ORDER BY CASE m.status WHEN 'betrieb' THEN 0 WHEN 'abgeschlossen' THEN 1 WHEN 'pilot' THEN 2
                                WHEN 'umsetzung' THEN 3 WHEN 'eingestellt' THEN 5 ELSE 4 END,
                  (SELECT count(*) FROM results WHERE measure = m.id) DESC, m.title COLLATE german
        """,
        (json.dumps(list(ids)),),
        str,
        str,
    )
    found: dict[str, list[str]] = {}
    for municipality, measure in rows:
        found.setdefault(municipality, []).append(measure)
    return found


def projects_of(db: sqlite3.Connection, municipality_id: str) -> list[NamedProject]:
    """The model projects that a municipality takes part in, by name."""
    return records(
        db,
        """
        SELECT p.id, p.name FROM projects_municipalities l JOIN projects p ON p.id = l.project
         WHERE l.municipality = ? ORDER BY p.name COLLATE german
        """,
        (municipality_id,),
        NamedProject,
    )
