"""What stands beside the entries of reports and goals: sums, own counts, and the measures that serve a goal."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.overview import TermCount
from catalogue.queries.records import records, values


@dataclass(frozen=True, slots=True)
class HalfYear:
    """Funds drawn in half a year (`2021-H1`), in euro, and all that was drawn up to its end, so far as the report knows.

    `until` is the day that the figure ends with if it is not the last of the half-year.
    """

    half_year: str
    amount_eur: int
    sum_eur: int
    question: int
    until: str | None


@dataclass(frozen=True, slots=True)
class OwnCounts:
    """What the catalogue itself counts of what a report counts."""

    projects: int
    measures: int
    curated_solutions: int
    studies: int
    communities: int


@dataclass(frozen=True, slots=True)
class CohortCount:
    """Numbers of model projects and measures of a cohort."""

    id: str
    projects: int
    measures: int


@dataclass(frozen=True, slots=True)
class ListedGoal:
    """A goal with the number of measures that serve it, and the highest number that the report states, if any."""

    id: str
    title: str
    measures: int
    stated: int | None


@dataclass(frozen=True, slots=True)
class StatedExample:
    """An example that a report names for a goal, with the ids and names of its project and measure so far as known."""

    text: str
    project: str | None
    project_name: str | None
    measure: str | None
    measure_title: str | None


def drawdowns(db: sqlite3.Connection, report_id: str) -> list[HalfYear]:
    """Funds drawn in each half-year, the earliest first."""
    return records(
        db,
        """
        SELECT half_year, amount_eur, question, until,
               sum(amount_eur) OVER (ORDER BY half_year) AS sum_eur
          FROM drawdowns WHERE report = ? ORDER BY half_year
        """,
        (report_id,),
        HalfYear,
    )


def own_counts(db: sqlite3.Connection) -> OwnCounts:
    """What the catalogue itself counts of what the report counts."""
    [found] = records(
        db,
        """
        SELECT (SELECT count(*) FROM projects) AS projects,
               (SELECT count(*) FROM measures) AS measures,
               (SELECT count(*) FROM solutions WHERE curated) AS curated_solutions,
               (SELECT count(*) FROM knowledge WHERE knowledge_kind = 'studien') AS studies,
               (SELECT count(*) FROM knowledge WHERE knowledge_kind = 'gemeinschaften') AS communities
        """,
        (),
        OwnCounts,
    )
    return found


def cohorts(db: sqlite3.Connection) -> list[CohortCount]:
    """Model projects and measures of each cohort, in the order of the vocabulary."""
    return records(
        db,
        """
        SELECT c.id, count(DISTINCT p.id) AS projects, count(m.id) AS measures
          FROM cohorts c LEFT JOIN projects p ON p.cohort = c.id LEFT JOIN measures m ON m.project = p.id
         GROUP BY c.id ORDER BY c.position
        """,
        (),
        CohortCount,
    )


def goals(db: sqlite3.Connection) -> list[ListedGoal]:
    """All goals in the order of the report."""
    return records(
        db,
        """
        SELECT g.id, g.title,
               (SELECT count(*) FROM goals_measures WHERE goal = g.id) AS measures,
               (SELECT max(count) FROM goals_counts WHERE goal = g.id) AS stated
          FROM goals g ORDER BY g.position
        """,
        (),
        ListedGoal,
    )


def examples(db: sqlite3.Connection, goal_id: str) -> list[StatedExample]:
    """The examples that the report names for a goal, in its order."""
    return records(
        db,
        """
        SELECT e.text, e.project, p.name AS project_name, e.measure, m.title AS measure_title
          FROM goals_examples e
          LEFT JOIN projects p ON p.id = e.project
          LEFT JOIN measures m ON m.id = e.measure
         WHERE e.goal = ? ORDER BY e.position
        """,
        (goal_id,),
        StatedExample,
    )


def measures_for(db: sqlite3.Connection, goal_id: str) -> list[str]:
    """Ids of the measures that serve a goal: those in operation first, then the best documented."""
    return values(
        db,
        """
        SELECT m.id
          FROM goals_measures g JOIN measures m ON m.id = g.measure JOIN statuses s ON s.id = m.status
          LEFT JOIN reuse_numbers n ON n.entry_kind = 'measure' AND n.entry = m.id
         WHERE g.goal = ?
         ORDER BY m.status = 'betrieb' DESC, (SELECT count(*) FROM results WHERE measure = m.id) DESC,
                  coalesce(n.reported, 0) DESC, m.title COLLATE german, m.id
        """,
        (goal_id,),
        str,
    )


def statuses_for(db: sqlite3.Connection, goal_id: str) -> list[TermCount]:
    """How many measures of a goal have each status, in the order of the vocabulary; statuses of none are left out."""
    return records(
        db,
        """
        SELECT s.id, count(m.id) AS measures
          FROM statuses s JOIN measures m ON m.status = s.id JOIN goals_measures g ON g.measure = m.id
         WHERE g.goal = ? GROUP BY s.id ORDER BY s.position
        """,
        (goal_id,),
        TermCount,
    )
