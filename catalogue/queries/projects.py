"""Model projects: the list, and what stands beside the entry of one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.contacts import WithContact
from catalogue.queries.named_places import NamedPlace
from catalogue.queries.records import records, values


@dataclass(frozen=True, slots=True)
class ListedProject:
    """A model project in the list of all: ids of its terms, inhabitants, volume in euro, and number of measures."""

    id: str
    name: str
    federal_states: tuple[str, ...]
    cohort: str
    project_kind: str
    population: int | None
    volume_eur: int | None
    measures: int


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A model project as others name it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ReachableProject(WithContact):
    """A model project with what leads to it."""

    id: str
    name: str
    website: str | None


def projects(db: sqlite3.Connection) -> list[ListedProject]:
    """All model projects, by name."""
    return records(
        db,
        """
        SELECT p.id, p.name, p.cohort, p.project_kind, p.population, p.volume_eur,
               (SELECT json_group_array(federal_state)
                  FROM (SELECT federal_state FROM projects_federal_states
                         WHERE project = p.id ORDER BY position)) AS federal_states,
               (SELECT count(*) FROM measures WHERE project = p.id) AS measures
          FROM projects p ORDER BY p.name COLLATE german
        """,
        (),
        ListedProject,
    )


def places_of(db: sqlite3.Connection, project_id: str) -> list[NamedPlace]:
    """The municipalities and districts of a project, in the order of its entry."""
    return records(
        db,
        """
        SELECT t.id, t.name, t.population
          FROM projects_municipalities l JOIN municipalities t ON t.id = l.municipality
         WHERE l.project = ? ORDER BY l.position
        """,
        (project_id,),
        NamedPlace,
    )


def project_measures(db: sqlite3.Connection, project_id: str) -> list[str]:
    """Ids of the measures of a project, by main field of action, then by name."""
    return values(
        db,
        """
        SELECT m.id
          FROM measures m
          JOIN measures_fields l ON l.measure = m.id AND l.position = 1
          JOIN fields f ON f.id = l.field
         WHERE m.project = ? ORDER BY f.position, m.title COLLATE german, m.id
        """,
        (project_id,),
        str,
    )


def reachable_projects(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, ReachableProject]:
    """The projects that exist of these, by id."""
    found = records(
        db,
        """
        SELECT id, name, website, contact_name, contact_url, contact_email FROM projects
         WHERE id IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(sorted(ids)),),
        ReachableProject,
    )
    return {one.id: one for one in found}
