"""Model projects: the list, and one with all that belongs to it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.named_places import NamedPlace
from catalogue.queries.records import first_record, records


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
class ProjectRecord:
    """What the entry of a model project tells, but for its places, funding and sources: ids of its terms, amounts in euro."""

    id: str
    name: str
    aliases: tuple[str, ...]
    lead: str
    federal_states: tuple[str, ...]
    cohort: str
    project_kind: str
    phase: str | None
    population: int | None
    population_year: int | None
    population_note: str | None
    volume_eur: int | None
    federal_share_eur: int | None
    funding_note: str | None
    website: str | None
    summary: str
    last_verified: str


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A model project as others name it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FundingShare:
    """Who pays what: an amount in euro, a share of the cost in percent, or only the name."""

    funder: str
    purpose: str | None
    amount_eur: int | None
    share_percent: float | None
    note: str | None


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


def project(db: sqlite3.Connection, project_id: str) -> ProjectRecord | None:
    """A model project, or nothing if there is none of this id."""
    return first_record(
        db,
        """
        SELECT p.id, p.name, p.lead, p.cohort, p.project_kind, p.phase, p.population, p.population_year,
               p.population_note, p.volume_eur, p.federal_share_eur, p.funding_note, p.website, p.summary,
               p.last_verified,
               (SELECT json_group_array(text)
                  FROM (SELECT text FROM projects_aliases WHERE project = p.id ORDER BY position)) AS aliases,
               (SELECT json_group_array(federal_state)
                  FROM (SELECT federal_state FROM projects_federal_states
                         WHERE project = p.id ORDER BY position)) AS federal_states
          FROM projects p WHERE p.id = ?
        """,
        (project_id,),
        ProjectRecord,
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


def project_funding(db: sqlite3.Connection, project_id: str) -> list[FundingShare]:
    """Who pays what for a project, in the order of its entry."""
    return records(
        db,
        """
        SELECT funder, purpose, amount_eur, share_percent, note
          FROM projects_funding WHERE project = ? ORDER BY position
        """,
        (project_id,),
        FundingShare,
    )


def project_measures(db: sqlite3.Connection, project_id: str) -> list[str]:
    """Ids of the measures of a project, by main field of action, then by name."""
    rows = db.execute(
        """
        SELECT m.id
          FROM measures m
          JOIN measures_fields l ON l.measure = m.id AND l.position = 1
          JOIN fields f ON f.id = l.field
         WHERE m.project = ? ORDER BY f.position, m.title COLLATE german, m.id
        """,
        (project_id,),
    )
    return [row["id"] for row in rows]
