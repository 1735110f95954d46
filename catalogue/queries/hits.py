"""What lists of hits show beside a measure's card: model projects, and whole rows to save."""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import Row


def project_cards(db: sqlite3.Connection, ids: list[str]) -> dict[str, Row]:
    """What a list shows of each model project, by id."""
    marks = ", ".join("?" * len(ids))
    rows = db.execute(
        f"""
        SELECT p.id, p.name, p.lead, p.cohort, p.phase, p.last_verified,
               (SELECT group_concat(federal_state)
                  FROM (SELECT federal_state FROM projects_federal_states
                         WHERE project = p.id ORDER BY position)) AS federal_states,
               (SELECT count(*) FROM measures WHERE project = p.id) AS measures
          FROM projects p WHERE p.id IN ({marks})
        """,
        ids,
    )
    return {row["id"]: row for row in rows}


def measures_to_download(db: sqlite3.Connection, ids: list[str]) -> dict[str, Row]:
    """The facts of measures with all their terms as ids between commas, by id of the measure."""
    marks = ", ".join("?" * len(ids))
    rows = db.execute(
        f"""
        SELECT m.id, m.title, m.subtitle, m.project, p.name AS project_name, m.status, m.status_date,
               m.start, m."end", m.cost_amount_eur, m.open_source, m.licence, m.repository, m.last_verified,
               (SELECT group_concat(federal_state)
                  FROM (SELECT federal_state FROM projects_federal_states
                         WHERE project = m.project ORDER BY position)) AS federal_states,
               (SELECT group_concat(field)
                  FROM (SELECT field FROM measures_fields WHERE measure = m.id ORDER BY position)) AS fields,
               (SELECT group_concat(kind)
                  FROM (SELECT kind FROM measures_kinds WHERE measure = m.id ORDER BY position)) AS kinds,
               (SELECT group_concat(audience)
                  FROM (SELECT audience FROM measures_audiences
                         WHERE measure = m.id ORDER BY position)) AS audiences,
               (SELECT count(*) FROM reuses WHERE measure = m.id) AS reuses
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id IN ({marks})
        """,
        ids,
    )
    return {row["id"]: row for row in rows}


def project_names(db: sqlite3.Connection) -> dict[str, str]:
    """The names of all model projects, by id."""
    return {row["id"]: row["name"] for row in db.execute("SELECT id, name FROM projects")}
