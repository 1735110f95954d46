"""Solutions with what surrounds them: lists, what they come from, who reuses them, the measures they are in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.edition.views import PLACES_OF_MEASURES
from catalogue.model.entries import Measure, Solution
from catalogue.queries import entries, reuses
from catalogue.queries.projects import ReachableProject, reachable_projects
from catalogue.queries.records import pairs, records, values
from catalogue.queries.reuses import ReuseRecord


@dataclass(frozen=True, slots=True)
class SolutionSummary:
    """What a list shows of a solution, and what the rule for curated ones looks at."""

    id: str
    title: str
    subtitle: str
    curated: bool
    status: str
    status_date: str
    problem: str | None
    open_source: bool | None
    licence: str | None
    fields: tuple[str, ...]
    kinds: tuple[str, ...]
    requirements: int
    sources: int
    in_use_elsewhere: int
    """How many other places run it, as `reuse_numbers` counts."""


@dataclass(frozen=True, slots=True)
class SolutionRecord:
    """A solution, the model projects that it comes from, and who reuses it or means to."""

    solution: Solution
    origins: list[ReachableProject]
    reuses: list[ReuseRecord]
    standards: dict[str, str]
    """Ids of the standards among the knowledge, by the name that the solution calls them by."""
    own_measures: list[Measure]
    """The measures that are part of it and of no other solution: what those cost and how open they are holds here too."""

    @property
    def id(self) -> str:
        """The id of the solution."""
        return self.solution.id

    @property
    def measures(self) -> list[str]:
        """Ids of the measures that it is in: those of its own projects, then those of places that reuse it."""
        elsewhere = {reuse.measure for reuse in self.reuses if reuse.measure}
        return list(dict.fromkeys([*self.solution.measures, *sorted(elsewhere)]))


@dataclass(frozen=True, slots=True)
class SolutionOfMeasure:
    """A solution that a measure is part of."""

    id: str
    title: str
    subtitle: str


def solutions(db: sqlite3.Connection) -> list[SolutionSummary]:
    """All solutions with what a list shows and the rule looks at, by name."""
    return records(
        db,
        """
        SELECT s.id, s.title, s.subtitle, s.curated, s.status, s.status_date, s.problem, s.open_source, s.licence,
               (SELECT json_group_array(field)
                  FROM (SELECT field FROM solutions_fields WHERE solution = s.id ORDER BY position)) AS fields,
               (SELECT json_group_array(kind)
                  FROM (SELECT kind FROM solutions_kinds WHERE solution = s.id ORDER BY position)) AS kinds,
               (SELECT count(*) FROM solutions_requirements WHERE solution = s.id) AS requirements,
               (SELECT count(*) FROM solutions_sources WHERE solution = s.id) AS sources,
               coalesce(n.in_use_elsewhere, 0) AS in_use_elsewhere
          FROM solutions s LEFT JOIN reuse_numbers n ON n.entry_kind = 'solution' AND n.entry = s.id
         ORDER BY s.title COLLATE german
        """,
        (),
        SolutionSummary,
    )


def solution_record(db: sqlite3.Connection, solution_id: str) -> SolutionRecord | None:
    """A solution with what surrounds it, or nothing if there is no such solution."""
    return next(iter(solution_records(db, [solution_id])), None)


def solution_records(db: sqlite3.Connection, ids: Iterable[str] | None = None) -> list[SolutionRecord]:
    """The records of the solutions that exist, in the order of their ids, each once; no ids mean all solutions."""
    read = entries.read(db, Solution, ids)
    reused = reuses.of_entries(db, Solution.kind, read)
    found = read.values()
    projects = reachable_projects(db, {project for one in found for project in one.origins})
    known = _standards(db, {name for one in found for name in (*one.standards, *one.interfaces)})
    own_measures = _own_measures(db, read)
    return [
        SolutionRecord(
            one,
            [projects[project] for project in one.origins],
            reused[one.id],
            {name: known[name] for name in (*one.standards, *one.interfaces) if name in known},
            own_measures[one.id],
        )
        for one in found
    ]


def with_surroundings(db: sqlite3.Connection, solution: Solution) -> SolutionRecord:
    """The record of a solution that may not be in the edition, or not in this form: with what surrounds its id there."""
    known = solution_record(db, solution.id)
    projects = reachable_projects(db, set(solution.origins))
    origins = [projects[project] for project in solution.origins]
    return SolutionRecord(
        solution,
        origins,
        known.reuses if known else [],
        known.standards if known else {},
        known.own_measures if known else [],
    )


def of_measure(db: sqlite3.Connection, measure_id: str) -> list[SolutionOfMeasure]:
    """The solutions that a measure of their own projects is part of, curated ones first."""
    return records(
        db,
        """
        SELECT s.id, s.title, s.subtitle FROM solutions_measures l JOIN solutions s ON s.id = l.solution
         WHERE l.measure = ? ORDER BY s.curated DESC, s.title COLLATE german
        """,
        (measure_id,),
        SolutionOfMeasure,
    )


def sizes_of_users(db: sqlite3.Connection, solution_id: str) -> list[int]:
    """Inhabitants of the places where a solution is in use: of those elsewhere, and of its own measures' places.

    A place counts once; one whose population is unknown does not count. A measure that names no place of its own
    counts for its project's place if that is a single one.
    """
    return values(
        db,
        f"""
        SELECT population FROM municipalities
         WHERE population IS NOT NULL AND id IN (
               SELECT t.to_municipality
                 FROM reuses_of_entries l JOIN transfers t ON t.id = l.reuse AND t.in_use_elsewhere
                WHERE l.entry_kind = 'solution' AND l.entry = :id
                UNION
               SELECT p.municipality
                 FROM solutions_measures l JOIN measures m ON m.id = l.measure AND m.status = 'betrieb'
                 JOIN ({PLACES_OF_MEASURES}) p ON p.measure = m.id WHERE l.solution = :id)
        """,
        {"id": solution_id},
        int,
    )


def _own_measures(db: sqlite3.Connection, solution_ids: Iterable[str]) -> dict[str, list[Measure]]:
    """The measures that are part of one of these solutions and of no other, in the order in which it names them."""
    found: dict[str, list[str]] = {solution: [] for solution in solution_ids}
    rows = pairs(
        db,
        """
        SELECT l.solution, l.measure FROM solutions_measures l
         WHERE l.solution IN (SELECT value FROM json_each(?))
           AND (SELECT count(DISTINCT solution) FROM solutions_measures WHERE measure = l.measure) = 1
         ORDER BY l.solution, l.position
        """,
        (json.dumps(list(found)),),
        str,
        str,
    )
    for solution, measure in rows:
        found[solution].append(measure)
    measures = entries.read(db, Measure, [one for ids in found.values() for one in ids])
    return {solution: [measures[one] for one in ids] for solution, ids in found.items()}


def _standards(db: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """The ids of the standards among the knowledge whose title or other name is one of these, by that name."""
    rows = pairs(
        db,
        """
        SELECT title, id FROM knowledge
         WHERE knowledge_kind = 'normen' AND title IN (SELECT value FROM json_each(:names))
         UNION
        SELECT a.text, k.id FROM knowledge_aliases a JOIN knowledge k ON k.id = a.knowledge
         WHERE k.knowledge_kind = 'normen' AND a.text IN (SELECT value FROM json_each(:names))
        """,
        {"names": json.dumps(sorted(names))},
        str,
        str,
    )
    return dict(rows)
