"""What lists of hits show beside a measure's card: model projects, and which measures use a solution."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import pairs, records


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


def measures_of_solutions(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """The ids of the measures that use each solution, by its id; a solution without any is left out."""
    found: dict[str, list[str]] = {}
    for solution, measure in _uses(db, "solution", ids):
        found.setdefault(solution, []).append(measure)
    return found


def solutions_of_measures(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """The ids of the solutions that each measure uses, by its id; a measure without any is left out."""
    found: dict[str, list[str]] = {}
    for solution, measure in _uses(db, "measure", ids):
        found.setdefault(measure, []).append(solution)
    return found


def _uses(db: sqlite3.Connection, side: str, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Solutions with the measures that use them, of those that stand on one side with these ids.

    The measures are those of `SolutionRecord.measures`: what a solution names, then those of places that reuse it.
    """
    return pairs(
        db,
        """
        WITH uses AS (
          SELECT solution, measure, 0 AS elsewhere, position FROM solutions_measures
           UNION ALL
          SELECT l.entry, r.measure, 1, 0 FROM reuses_of_entries l JOIN reuses r ON r.id = l.reuse
           WHERE l.entry_kind = 'solution' AND r.measure IS NOT NULL)
        SELECT solution, measure FROM uses
         WHERE CASE :side WHEN 'solution' THEN solution ELSE measure END IN (SELECT value FROM json_each(:ids))
         GROUP BY solution, measure ORDER BY solution, min(elsewhere), min(position), measure
        """,
        {"side": side, "ids": json.dumps(list(ids))},
        str,
        str,
    )


def project_names(db: sqlite3.Connection) -> dict[str, str]:
    """The names of all model projects, by id."""
    return dict(pairs(db, "SELECT id, name FROM projects", (), str, str))
