"""Reuse: what a record says, and for which entries it counts. The one definition of both.

Checks, tables, search and the rule for curated solutions all ask here; pages, views and downloads read the table
that is made from it (`edition.reuses`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalogue.model.entries import Measure, Project, Reuse, Solution

IN_USE = "im-einsatz"

TAKEN_OVER = "uebernommen"
ADAPTED = "angepasst"
JOINT = "gemeinsame-entwicklung"
ROLL_OUT = "ausweitung"
TEST = "erprobung"
EXAMPLE = "vorbild"
NAMED = "genannt"

RUNNING_KINDS = (TAKEN_OVER, ADAPTED, JOINT)
"""Kinds of reuse in which another place runs what it reuses: no roll-out at home, no test, no model for own work."""

Key = tuple[str, str]
"""Kind and id of an entry."""


def is_reported(reuse: Reuse) -> bool:
    """Whether a source reports the reuse; a place that only stands in a list of users is no report."""
    return reuse.reuse_kind != NAMED


def is_in_use_elsewhere(reuse: Reuse) -> bool:
    """Whether another place runs it: the status says so, and the kind is one in which a place runs it."""
    return reuse.status == IN_USE and reuse.reuse_kind in RUNNING_KINDS


@dataclass(frozen=True, slots=True)
class Family:
    """Which measures, solutions and model projects belong together.

    A record names one origin, a measure or a solution, and counts once for each of these:

    - a solution: records whose origin it is, or one of its measures (`Solution.measures`);
    - a measure: records whose origin it is, or a solution that it is a measure of;
    - a model project: records whose origin is one of its measures, and those that count for a solution that comes
      from it (`Solution.origins`).

    So a measure and its solution show the same records, whichever of the two the record names; only records of
    another measure of that solution count for the solution alone.
    """

    projects: Mapping[str, Project]
    solutions: Mapping[str, Solution]
    project_of: Mapping[str, str]
    """The id of each measure's project."""

    def counted_for(self, origin: str) -> list[Key]:
        """The entries that a record of this origin counts for, kinds and ids in order; none for an unknown origin."""
        if origin in self.project_of:
            measures, solutions = [origin], [s for s in self.solutions.values() if origin in s.measures]
        elif origin in self.solutions:
            solutions = [self.solutions[origin]]
            measures = solutions[0].measures
        else:
            return []
        projects = {project for solution in solutions for project in solution.origins}
        projects |= {self.project_of[origin]} if origin in self.project_of else set()
        found = {Measure.kind: measures, Solution.kind: [s.id for s in solutions], Project.kind: projects}
        return sorted((kind, entry) for kind, ids in found.items() for entry in ids)

    def participants(self, origin: str) -> list[str]:
        """Ids of the municipalities that take part in a project of the origin; for them it is no reuse."""
        projects = [entry for kind, entry in self.counted_for(origin) if kind == Project.kind]
        known = [self.projects[project] for project in projects if project in self.projects]
        return list(dict.fromkeys(place for project in known for place in project.municipalities))


def by_entry(family: Family, reuses: Iterable[Reuse]) -> dict[Key, list[Reuse]]:
    """The records that count for each entry, in the order of their ids."""
    found: dict[Key, list[Reuse]] = {}
    for reuse in sorted(reuses, key=lambda one: one.id):
        for key in family.counted_for(reuse.origin):
            found.setdefault(key, []).append(reuse)
    return found


def rows(family: Family, reuses: Iterable[Reuse]) -> Iterator[tuple[str, str, str]]:
    """Kind and id of an entry and the id of a record that counts for it, in order."""
    for (kind, entry), counted in sorted(by_entry(family, reuses).items()):
        yield from ((kind, entry, one.id) for one in counted)
