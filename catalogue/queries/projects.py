"""Model projects: the list, and one with all that belongs to it."""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import Row, Rows


def projects(db: sqlite3.Connection) -> Rows:
    """All model projects with the number of their measures, by name."""
    return db.execute(
        """
        SELECT p.id, p.name, p.lead, p.cohort, p.project_kind, p.population, p.phase, p.volume_eur,
               p.federal_share_eur,
               (SELECT group_concat(federal_state) FROM projects_federal_states
                 WHERE project = p.id) AS federal_states,
               (SELECT count(*) FROM measures WHERE project = p.id) AS measures
          FROM projects p ORDER BY p.name COLLATE german
        """
    ).fetchall()


def project(db: sqlite3.Connection, project_id: str) -> Row | None:
    """A model project."""
    row: Row | None = db.execute("SELECT * FROM projects WHERE id = ?", (project_id,)).fetchone()
    return row


def project_states(db: sqlite3.Connection, project_id: str) -> list[str]:
    """Ids of the federal states of a project."""
    rows = db.execute(
        "SELECT federal_state FROM projects_federal_states WHERE project = ? ORDER BY position", (project_id,)
    )
    return [row["federal_state"] for row in rows]


def project_aliases(db: sqlite3.Connection, project_id: str) -> list[str]:
    """Other names of a project."""
    rows = db.execute("SELECT text FROM projects_aliases WHERE project = ? ORDER BY position", (project_id,))
    return [row["text"] for row in rows]


def project_places(db: sqlite3.Connection, project_id: str) -> Rows:
    """The municipalities of a project."""
    return db.execute(
        """
        SELECT t.id, t.name, t.population, t.population_year, t.municipality_kind
          FROM projects_municipalities l JOIN municipalities t ON t.id = l.municipality
         WHERE l.project = ? ORDER BY l.position
        """,
        (project_id,),
    ).fetchall()


def project_funding(db: sqlite3.Connection, project_id: str) -> Rows:
    """Who pays what for a project."""
    return db.execute(
        """
        SELECT funder, purpose, amount_eur, share_percent, note
          FROM projects_funding WHERE project = ? ORDER BY position
        """,
        (project_id,),
    ).fetchall()


def project_sources(db: sqlite3.Connection, project_id: str) -> Rows:
    """The public pages that a project's facts come from."""
    return db.execute(
        """
        SELECT s.url, s.title, s.date
          FROM projects_sources l JOIN sources s ON s.id = l.source
         WHERE l.project = ? ORDER BY l.position
        """,
        (project_id,),
    ).fetchall()


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
