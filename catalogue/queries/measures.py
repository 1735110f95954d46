"""Measures beside the entries themselves: cards of lists, links between measures, and which come first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import pairs, records, values


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """What a list shows of a measure; project, status, field and federal states are ids."""

    id: str
    title: str
    subtitle: str
    project: str
    project_name: str
    status: str
    status_date: str
    end: str | None
    field: str
    federal_states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedMeasure:
    """A measure that another one uses (`uses`), is used by (`used_by`) or is related to (`related`)."""

    relation: str
    id: str
    title: str
    subtitle: str
    project_name: str


def measure_cards(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, MeasureCard]:
    """What a list shows of each measure, by id."""
    cards = records(
        db,
        """
        SELECT m.id, m.title, m.subtitle, m.project, p.name AS project_name, m.status, m.status_date, m."end",
               (SELECT field FROM measures_fields WHERE measure = m.id AND position = 1) AS field,
               (SELECT json_group_array(federal_state)
                  FROM (SELECT federal_state FROM projects_federal_states
                         WHERE project = m.project ORDER BY position)) AS federal_states
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(list(ids)),),
        MeasureCard,
    )
    return {card.id: card for card in cards}


def results_of(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """What came of each measure, by its id; a measure without any result is left out."""
    rows = pairs(
        db,
        """
        SELECT measure, text FROM results WHERE measure IN (SELECT value FROM json_each(?))
         ORDER BY measure, position
        """,
        (json.dumps(list(ids)),),
        str,
        str,
    )
    found: dict[str, list[str]] = {}
    for measure, text in rows:
        found.setdefault(measure, []).append(text)
    return found


def measure_links(db: sqlite3.Connection, measure_id: str) -> list[LinkedMeasure]:
    """Measures that this one uses, is used by, or is related to, in this order, by name."""
    return records(
        db,
        """
        SELECT 'uses' AS relation, m.id, m.title, m.subtitle, p.name AS project_name
          FROM measures_uses l JOIN measures m ON m.id = l.linked_measure JOIN projects p ON p.id = m.project
         WHERE l.measure = :id
         UNION
        SELECT 'used_by', m.id, m.title, m.subtitle, p.name
          FROM measures_uses l JOIN measures m ON m.id = l.measure JOIN projects p ON p.id = m.project
         WHERE l.linked_measure = :id
         UNION
        SELECT 'related', m.id, m.title, m.subtitle, p.name
          FROM (SELECT linked_measure AS id FROM measures_related WHERE measure = :id
                 UNION SELECT measure FROM measures_related WHERE linked_measure = :id) l
          JOIN measures m ON m.id = l.id JOIN projects p ON p.id = m.project
         ORDER BY 1 DESC, 3
        """,
        {"id": measure_id},
        LinkedMeasure,
    )


def measures_nearby(db: sqlite3.Connection, measure_id: str, limit: int) -> list[str]:
    """Ids of other measures of the same project: first those of the same municipality, then the best known."""
    return values(
        db,
        """
        SELECT other.id
          FROM measures own JOIN measures other ON other.project = own.project AND other.id <> own.id
         WHERE own.id = ?
         ORDER BY EXISTS (SELECT 1 FROM measures_municipalities a
                            JOIN measures_municipalities b ON b.municipality = a.municipality
                           WHERE a.measure = own.id AND b.measure = other.id) DESC,
                  other.status = 'betrieb' DESC,
                  (SELECT count(*) FROM results WHERE measure = other.id) DESC, other.id
         LIMIT ?
        """,
        (measure_id, limit),
        str,
    )
