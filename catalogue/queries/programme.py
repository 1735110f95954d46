"""The programme's own figures, and the goals of municipalities that its report names."""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import Row, Rows


def report(db: sqlite3.Connection, report_id: str) -> Row | None:
    """A report with figures."""
    row: Row | None = db.execute("SELECT * FROM reports WHERE id = ?", (report_id,)).fetchone()
    return row


def figures(db: sqlite3.Connection, report_id: str) -> dict[str, Row]:
    """The figures of a report in its order, by name."""
    rows = db.execute("SELECT * FROM figures WHERE report = ? ORDER BY position", (report_id,))
    return {row["name"]: row for row in rows}


def drawdowns(db: sqlite3.Connection, report_id: str) -> Rows:
    """Funds drawn in each half-year, with the sum up to its end."""
    return db.execute(
        """
        SELECT half_year, amount_eur, question, until,
               sum(amount_eur) OVER (ORDER BY half_year) AS sum_eur
          FROM drawdowns WHERE report = ? ORDER BY half_year
        """,
        (report_id,),
    ).fetchall()


def remarks(db: sqlite3.Connection, report_id: str) -> Rows:
    """What a report says of its figures."""
    return db.execute(
        "SELECT text, question FROM reports_remarks WHERE report = ? ORDER BY position", (report_id,)
    ).fetchall()


def sources(db: sqlite3.Connection, table: str, owner: str, entry_id: str) -> Rows:
    """The public pages of an entry; `table` and `owner` are the table of its sources and its column there."""
    if not (table.isidentifier() and owner.isidentifier()):
        raise ValueError(table)
    return db.execute(
        f"""
        SELECT s.url, s.title, s.date FROM {table} l JOIN sources s ON s.id = l.source
         WHERE l.{owner} = ? ORDER BY l.position
        """,
        (entry_id,),
    ).fetchall()


def own_counts(db: sqlite3.Connection) -> Row:
    """What the catalogue itself counts of what the report counts."""
    row: Row = db.execute(
        """
        SELECT (SELECT count(*) FROM projects) AS projects,
               (SELECT count(*) FROM measures) AS measures,
               (SELECT count(*) FROM solutions WHERE curated) AS curated_solutions,
               (SELECT count(*) FROM knowledge WHERE knowledge_kind = 'studien') AS studies,
               (SELECT count(*) FROM knowledge WHERE knowledge_kind = 'gemeinschaften') AS communities,
               (SELECT sum(federal_share_eur) FROM projects) AS federal_share_eur,
               (SELECT count(federal_share_eur) FROM projects) AS projects_with_share
        """
    ).fetchone()
    return row


def cohorts(db: sqlite3.Connection) -> Rows:
    """Model projects and measures of each cohort."""
    return db.execute(
        """
        SELECT c.id, count(DISTINCT p.id) AS projects, count(m.id) AS measures
          FROM cohorts c LEFT JOIN projects p ON p.cohort = c.id LEFT JOIN measures m ON m.project = p.id
         GROUP BY c.id ORDER BY c.position
        """
    ).fetchall()


def goals(db: sqlite3.Connection) -> Rows:
    """All goals in the order of the report, with the number of measures that serve them."""
    return db.execute(
        """
        SELECT g.id, g.title, g.statement, g.question, g.report,
               (SELECT count(*) FROM goals_measures WHERE goal = g.id) AS measures,
               (SELECT max(count) FROM goals_counts WHERE goal = g.id) AS stated
          FROM goals g ORDER BY g.position
        """
    ).fetchall()


def goal(db: sqlite3.Connection, goal_id: str) -> Row | None:
    """A goal."""
    row: Row | None = db.execute("SELECT * FROM goals WHERE id = ?", (goal_id,)).fetchone()
    return row


def stated_counts(db: sqlite3.Connection, goal_id: str) -> Rows:
    """The numbers of measures that the report states for a goal."""
    return db.execute(
        "SELECT count, text FROM goals_counts WHERE goal = ? ORDER BY position", (goal_id,)
    ).fetchall()


def examples(db: sqlite3.Connection, goal_id: str) -> Rows:
    """The examples that the report names for a goal, with their project and measure as far as known."""
    return db.execute(
        """
        SELECT e.text, e.project, p.name AS project_name, e.measure, m.title AS measure_title
          FROM goals_examples e
          LEFT JOIN projects p ON p.id = e.project
          LEFT JOIN measures m ON m.id = e.measure
         WHERE e.goal = ? ORDER BY e.position
        """,
        (goal_id,),
    ).fetchall()


def rules(db: sqlite3.Connection, goal_id: str) -> Rows:
    """Which measures serve a goal: all that a rule names must hold."""
    return db.execute(
        "SELECT field, kind, audience, word FROM goals_rules WHERE goal = ? ORDER BY position", (goal_id,)
    ).fetchall()


def measures_for(db: sqlite3.Connection, goal_id: str) -> list[str]:
    """Ids of the measures that serve a goal: those in operation first, then the best documented."""
    rows = db.execute(
        """
        SELECT m.id
          FROM goals_measures g JOIN measures m ON m.id = g.measure JOIN statuses s ON s.id = m.status
         WHERE g.goal = ?
         ORDER BY m.status = 'betrieb' DESC, (SELECT count(*) FROM results WHERE measure = m.id) DESC,
                  (SELECT count(*) FROM reuses WHERE measure = m.id) DESC, m.title COLLATE german, m.id
        """,
        (goal_id,),
    )
    return [row["id"] for row in rows]


def statuses_for(db: sqlite3.Connection, goal_id: str) -> Rows:
    """How many measures of a goal have each status."""
    return db.execute(
        """
        SELECT s.id, count(m.id) AS measures
          FROM statuses s JOIN measures m ON m.status = s.id JOIN goals_measures g ON g.measure = m.id
         WHERE g.goal = ? GROUP BY s.id ORDER BY s.position
        """,
        (goal_id,),
    ).fetchall()
