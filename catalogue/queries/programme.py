"""The programme's own figures, and the goals of municipalities that its report names."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.overview import TermCount
from catalogue.queries.records import first_record, records


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A public document with figures: `printed_paper` is what it answers to, `date` a year, a month or a day."""

    id: str
    title: str
    publisher: str
    printed_paper: str | None
    date: str


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure of a report as it states it: a value in its unit, with a bound (`mehr als`), and the question it stands in.

    The question is missing for a figure of the preliminary remarks.
    """

    name: str
    text: str
    value: float
    unit: str
    bound: str | None
    question: int | None
    as_of: str | None


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
class ReportRemark:
    """What a report says of its figures, with the question that it says it in."""

    text: str
    question: int


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
class GoalRecord:
    """A goal of municipalities: the id of the report and the question that name it, and how its rules were chosen."""

    id: str
    title: str
    report: str
    question: int
    statement: str | None
    mapping_note: str


@dataclass(frozen=True, slots=True)
class GoalCount:
    """A number of measures that a report states for a goal, and what it counts."""

    count: int
    text: str


@dataclass(frozen=True, slots=True)
class StatedExample:
    """An example that a report names for a goal, with the ids and names of its project and measure so far as known."""

    text: str
    project: str | None
    project_name: str | None
    measure: str | None
    measure_title: str | None


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """Which measures serve a goal: all must hold of the ids of a field, a kind and an audience, and a part of a word."""

    field: str | None
    kind: str | None
    audience: str | None
    word: str | None


def report(db: sqlite3.Connection, report_id: str) -> ReportRecord | None:
    """A report with figures, or nothing if there is none of this id."""
    return first_record(
        db,
        "SELECT id, title, publisher, printed_paper, date FROM reports WHERE id = ?",
        (report_id,),
        ReportRecord,
    )


def figures(db: sqlite3.Connection, report_id: str) -> dict[str, StatedFigure]:
    """The figures of a report in its order, by name."""
    found = records(
        db,
        """
        SELECT name, text, value, unit, bound, question, as_of FROM figures WHERE report = ? ORDER BY position
        """,
        (report_id,),
        StatedFigure,
    )
    return {figure.name: figure for figure in found}


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


def remarks(db: sqlite3.Connection, report_id: str) -> list[ReportRemark]:
    """What a report says of its figures, in its order."""
    return records(
        db,
        "SELECT text, question FROM reports_remarks WHERE report = ? ORDER BY position",
        (report_id,),
        ReportRemark,
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


def goal(db: sqlite3.Connection, goal_id: str) -> GoalRecord | None:
    """A goal, or nothing if there is none of this id."""
    return first_record(
        db,
        "SELECT id, title, report, question, statement, mapping_note FROM goals WHERE id = ?",
        (goal_id,),
        GoalRecord,
    )


def stated_counts(db: sqlite3.Connection, goal_id: str) -> list[GoalCount]:
    """The numbers of measures that the report states for a goal, in its order."""
    return records(
        db,
        "SELECT count, text FROM goals_counts WHERE goal = ? ORDER BY position",
        (goal_id,),
        GoalCount,
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


def rules(db: sqlite3.Connection, goal_id: str) -> list[MeasureRule]:
    """The rules of which one must hold for a measure to serve a goal, in the order of its entry."""
    return records(
        db,
        "SELECT field, kind, audience, word FROM goals_rules WHERE goal = ? ORDER BY position",
        (goal_id,),
        MeasureRule,
    )


def measures_for(db: sqlite3.Connection, goal_id: str) -> list[str]:
    """Ids of the measures that serve a goal: those in operation first, then the best documented."""
    rows = db.execute(
        """
        SELECT m.id
          FROM goals_measures g JOIN measures m ON m.id = g.measure JOIN statuses s ON s.id = m.status
          LEFT JOIN reuse_numbers n ON n.entry_kind = 'measure' AND n.entry = m.id
         WHERE g.goal = ?
         ORDER BY m.status = 'betrieb' DESC, (SELECT count(*) FROM results WHERE measure = m.id) DESC,
                  coalesce(n.reported, 0) DESC, m.title COLLATE german, m.id
        """,
        (goal_id,),
    )
    return [row["id"] for row in rows]


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
