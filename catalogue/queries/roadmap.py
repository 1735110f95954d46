"""The roadmap: its stages, their criteria, and what shows how to fulfil them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.records import first_record, records


@dataclass(frozen=True, slots=True)
class StageRecord:
    """A stage of the roadmap with its place on the way, from 1; what runs `throughout` all stages has the last."""

    id: str
    title: str
    position: int
    throughout: bool
    goal: str
    milestones: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriterionRecord:
    """A criterion with its stage, the ids of its strands, and who takes part."""

    id: str
    title: str
    stage: str
    stage_title: str
    throughout: bool
    """Whether its stage runs through all others."""
    strands: tuple[str, ...]
    strands_stated: bool
    """Whether the source names the strands; else they follow from the content."""
    milestone: bool
    text: str
    question: str
    actors: tuple[str, ...]
    asked_as: tuple[str, ...]
    """How people ask for it who do not know it."""


@dataclass(frozen=True, slots=True)
class CriterionExample:
    """An entry that shows how to fulfil a criterion: `kind` is that of the entry, `title` names it."""

    criterion: str
    kind: str
    id: str
    title: str


CRITERIA = """
SELECT c.id, c.title, c.stage, s.title AS stage_title, s.throughout, c.strands_stated, c.milestone, c.text, c.question,
       (SELECT json_group_array(strand)
          FROM (SELECT strand FROM criteria_strands WHERE criterion = c.id ORDER BY position)) AS strands,
       (SELECT json_group_array(text)
          FROM (SELECT text FROM criteria_actors WHERE criterion = c.id ORDER BY position)) AS actors,
       (SELECT json_group_array(text)
          FROM (SELECT text FROM criteria_asked_as WHERE criterion = c.id ORDER BY position)) AS asked_as
  FROM criteria c JOIN stages s ON s.id = c.stage
"""


def stages(db: sqlite3.Connection) -> list[StageRecord]:
    """All stages in their order, with milestones and advice."""
    return records(
        db,
        """
        SELECT s.id, s.title, s.position, s.throughout, s.goal,
               (SELECT json_group_array(text)
                  FROM (SELECT text FROM stages_milestones WHERE stage = s.id ORDER BY position)) AS milestones,
               (SELECT json_group_array(text)
                  FROM (SELECT text FROM stages_advice WHERE stage = s.id ORDER BY position)) AS advice
          FROM stages s ORDER BY s.position
        """,
        (),
        StageRecord,
    )


def criteria(db: sqlite3.Connection) -> list[CriterionRecord]:
    """All criteria in the order of the roadmap."""
    return records(db, f"{CRITERIA} ORDER BY s.position, c.position", (), CriterionRecord)


def criterion(db: sqlite3.Connection, criterion_id: str) -> CriterionRecord | None:
    """A criterion, or nothing if there is none of this id."""
    return first_record(db, f"{CRITERIA} WHERE c.id = ?", (criterion_id,), CriterionRecord)


def examples(db: sqlite3.Connection) -> dict[str, list[CriterionExample]]:
    """What shows how to fulfil each criterion, by its id: solutions, then measures, then knowledge.

    A criterion without examples is left out.
    """
    rows = records(
        db,
        """
        WITH shown(criterion, kind, id, title, position) AS (
          SELECT l.criterion, 'solution', e.id, e.title, l.position
            FROM criteria_solutions l JOIN solutions e ON e.id = l.solution
           UNION ALL
          SELECT l.criterion, 'measure', e.id, e.title || ' (' || p.name || ')', l.position
            FROM criteria_measures l JOIN measures e ON e.id = l.measure JOIN projects p ON p.id = e.project
           UNION ALL
          SELECT l.criterion, 'knowledge', e.id, e.title, l.position
            FROM criteria_knowledge l JOIN knowledge e ON e.id = l.knowledge
        )
        SELECT criterion, kind, id, title FROM shown ORDER BY criterion, kind DESC, position
        """,
        (),
        CriterionExample,
    )
    found: dict[str, list[CriterionExample]] = {}
    for row in rows:
        found.setdefault(row.criterion, []).append(row)
    return found
