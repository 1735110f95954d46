"""Measures with what surrounds them: their model project, where they run, and who reuses them.

The measure itself is its entry. What stands beside it comes from other entries, so that it is never taken for something
that the measure's own sources say.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.edition.views import ONLY_SOLUTION
from catalogue.model.entries import Measure, Solution
from catalogue.queries import entries, reuses
from catalogue.queries.contacts import WithContact
from catalogue.queries.named_places import NamedPlace, named_places
from catalogue.queries.records import pairs, records_by_key, values
from catalogue.queries.reuses import ReuseRecord


@dataclass(frozen=True, slots=True)
class ProjectOfMeasure(WithContact):
    """What a measure's model project tells of all its measures: names, area and where it lies."""

    id: str
    name: str
    population: int | None
    federal_states: tuple[str, ...]
    municipalities: tuple[str, ...]
    website: str | None


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """A measure, its model project, the places where it runs, and who reuses it."""

    measure: Measure
    project: ProjectOfMeasure
    places: list[NamedPlace]
    """Where it runs: the places that the measure names, else those of its project."""
    places_inherited: bool
    """Whether the places are those of the project, since the measure names none."""
    reuses: list[ReuseRecord]
    solution: Solution | None
    """The solution that it is part of, if there is just one: what that one costs and how open it is holds here too."""

    @property
    def id(self) -> str:
        """The id of the measure."""
        return self.measure.id


def measure_record(db: sqlite3.Connection, measure_id: str) -> MeasureRecord | None:
    """A measure with what surrounds it, or nothing if there is no such measure."""
    return next(iter(measure_records(db, [measure_id])), None)


def measure_records(db: sqlite3.Connection, ids: Iterable[str] | None = None) -> list[MeasureRecord]:
    """The records of the measures that exist, in the order of their ids, each once; no ids mean all measures."""
    measures = entries.read(db, Measure, ids)
    projects = _projects(db, list(measures))
    where = {one: measure.municipalities or projects[one].municipalities for one, measure in measures.items()}
    places = named_places(db, {place for ids in where.values() for place in ids})
    reused = reuses.of_entries(db, Measure.kind, measures)
    solutions = _only_solutions(db, list(measures))
    return [
        MeasureRecord(
            measure,
            projects[one],
            [places[place] for place in where[one]],
            not measure.municipalities,
            reused[one],
            solutions.get(one),
        )
        for one, measure in measures.items()
    ]


def measures_of_project(db: sqlite3.Connection, project_id: str) -> list[str]:
    """The ids of a project's measures, in their order."""
    return values(db, "SELECT id FROM measures WHERE project = ? ORDER BY id", (project_id,), str)


def _only_solutions(db: sqlite3.Connection, measure_ids: list[str]) -> dict[str, Solution]:
    """The solution of each measure that is part of just one, by id of the measure."""
    found = pairs(
        db,
        f"SELECT measure, solution FROM ({ONLY_SOLUTION}) WHERE measure IN (SELECT value FROM json_each(?))",
        (json.dumps(measure_ids),),
        str,
        str,
    )
    solutions = entries.read(db, Solution, {solution for _, solution in found})
    return {measure: solutions[solution] for measure, solution in found}


def _projects(db: sqlite3.Connection, measure_ids: list[str]) -> dict[str, ProjectOfMeasure]:
    """The model projects of measures, by id of the measure."""
    return records_by_key(
        db,
        """
        SELECT m.id AS measure, p.id, p.name, p.population, p.website,
               p.contact_name, p.contact_url, p.contact_email,
               (SELECT json_group_array(federal_state)
                  FROM (SELECT federal_state FROM projects_federal_states
                         WHERE project = p.id ORDER BY position)) AS federal_states,
               (SELECT json_group_array(municipality)
                  FROM (SELECT municipality FROM projects_municipalities
                         WHERE project = p.id ORDER BY position)) AS municipalities
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(measure_ids),),
        str,
        ProjectOfMeasure,
    )
