"""What lists of hits show beside a measure's card: model projects, and the facts of measures to save."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """What a list shows of a model project: who leads it, ids of its federal states, and the number of its measures."""

    id: str
    name: str
    lead: str
    federal_states: tuple[str, ...]
    measures: int
    last_verified: str


@dataclass(frozen=True, slots=True)
class DownloadedMeasure:
    """The facts of a measure in a file of hits: terms as ids, cost in euro, and the number of its reuses.

    The federal states are those of its model project.
    """

    id: str
    title: str
    subtitle: str
    project_name: str
    federal_states: tuple[str, ...]
    fields: tuple[str, ...]
    kinds: tuple[str, ...]
    audiences: tuple[str, ...]
    status: str
    status_date: str
    start: str | None
    end: str | None
    cost_amount_eur: int | None
    open_source: bool | None
    licence: str | None
    repository: str | None
    reuses: int
    last_verified: str


def project_cards(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, ProjectCard]:
    """What a list shows of each model project, by id; unknown ids are left out."""
    cards = records(
        db,
        """
        SELECT p.id, p.name, p.lead, p.last_verified,
               (SELECT json_group_array(federal_state)
                  FROM (SELECT federal_state FROM projects_federal_states
                         WHERE project = p.id ORDER BY position)) AS federal_states,
               (SELECT count(*) FROM measures WHERE project = p.id) AS measures
          FROM projects p WHERE p.id IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(list(ids)),),
        ProjectCard,
    )
    return {card.id: card for card in cards}


def measures_to_download(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, DownloadedMeasure]:
    """The facts of measures with all their terms, by id of the measure; unknown ids are left out."""
    measures = records(
        db,
        """
        SELECT m.id, m.title, m.subtitle, p.name AS project_name, m.status, m.status_date,
               m.start, m."end", m.cost_amount_eur, m.open_source, m.licence, m.repository, m.last_verified,
               (SELECT json_group_array(federal_state)
                  FROM (SELECT federal_state FROM projects_federal_states
                         WHERE project = m.project ORDER BY position)) AS federal_states,
               (SELECT json_group_array(field)
                  FROM (SELECT field FROM measures_fields WHERE measure = m.id ORDER BY position)) AS fields,
               (SELECT json_group_array(kind)
                  FROM (SELECT kind FROM measures_kinds WHERE measure = m.id ORDER BY position)) AS kinds,
               (SELECT json_group_array(audience)
                  FROM (SELECT audience FROM measures_audiences
                         WHERE measure = m.id ORDER BY position)) AS audiences,
               (SELECT count(*) FROM reuses WHERE measure = m.id) AS reuses
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(list(ids)),),
        DownloadedMeasure,
    )
    return {measure.id: measure for measure in measures}


def project_names(db: sqlite3.Connection) -> dict[str, str]:
    """The names of all model projects, by id."""
    return {row["id"]: row["name"] for row in db.execute("SELECT id, name FROM projects")}
