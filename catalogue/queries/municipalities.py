"""What the pages of municipalities ask."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.projects import NamedProject
from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class ListedMunicipality:
    """A municipality or district: ids of its terms, its inhabitants, and the number of measures that run there."""

    id: str
    name: str
    municipality_kind: str | None
    federal_state: str | None
    population: int | None
    measures: int


RUNS_IN = """
    SELECT l.municipality, l.measure FROM measures_municipalities l
     UNION
    SELECT l.municipality, m.id
      FROM projects_municipalities l JOIN measures m ON m.project = l.project
     WHERE NOT EXISTS (SELECT 1 FROM measures_municipalities own WHERE own.measure = m.id)
"""
"""Which measures run in which municipality: those that name it, and those of its projects that name no place."""


def municipalities(db: sqlite3.Connection) -> list[ListedMunicipality]:
    """All municipalities and districts, by name."""
    return records(
        db,
        f"""
        SELECT t.id, t.name, t.municipality_kind, t.federal_state, t.population,
               (SELECT count(*) FROM ({RUNS_IN}) r WHERE r.municipality = t.id) AS measures
          FROM municipalities t ORDER BY t.name COLLATE german
        """,
        (),
        ListedMunicipality,
    )


def municipality_named(db: sqlite3.Connection, name: str) -> str | None:
    """The id of the municipality with a name or alias, whatever its upper and lower case; nothing if there is none."""
    row = db.execute(
        """
        SELECT id FROM municipalities WHERE name = :name COLLATE german
         UNION
        SELECT municipality FROM municipalities_aliases WHERE text = :name COLLATE german
         LIMIT 1
        """,
        {"name": name},
    ).fetchone()
    return str(row[0]) if row else None


def measures_in(db: sqlite3.Connection, municipality_id: str) -> list[str]:
    """Ids of the measures that run in a municipality: those in operation first, then by how much is told of them."""
    rows = db.execute(
        f"""
        SELECT m.id
          FROM ({RUNS_IN}) r JOIN measures m ON m.id = r.measure
         WHERE r.municipality = ?
         ORDER BY CASE m.status WHEN 'betrieb' THEN 0 WHEN 'abgeschlossen' THEN 1 WHEN 'pilot' THEN 2
                                WHEN 'umsetzung' THEN 3 WHEN 'eingestellt' THEN 5 ELSE 4 END,
                  (SELECT count(*) FROM results WHERE measure = m.id) DESC, m.title COLLATE german
        """,
        (municipality_id,),
    )
    return [row["id"] for row in rows]


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
