"""What lists of hits show beside a measure's card: model projects."""

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
    recorded: str
    last_verified: str | None


def project_cards(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, ProjectCard]:
    """What a list shows of each model project, by id; unknown ids are left out."""
    cards = records(
        db,
        """
        SELECT p.id, p.name, p.lead, p.recorded, p.last_verified,
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


def project_names(db: sqlite3.Connection) -> dict[str, str]:
    """The names of all model projects, by id."""
    return {row["id"]: row["name"] for row in db.execute("SELECT id, name FROM projects")}
