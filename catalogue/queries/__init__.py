"""All SQL that the web frontend runs. It only reads; rows come as `sqlite3.Row` with named columns.

Labels of terms come in the language of the interface; content stays German.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import dataclass
from pathlib import Path

Row = sqlite3.Row
Rows = list[sqlite3.Row]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a vocabulary in the language of the interface."""

    id: str
    label: str
    description: str


def connect(database: Path) -> sqlite3.Connection:
    """Open an edition's database: read-only and immutable, so without any locks."""
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.row_factory = sqlite3.Row
    connection.create_collation("german", _compare_names)
    return connection


def _compare_names(one: str, other: str) -> int:
    a, b = _sort_key(one), _sort_key(other)
    return (a > b) - (a < b)


def _sort_key(name: str) -> str:
    """Names in the order of DIN 5007-1: ä as a, ß as ss, signs before letters left out."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()


def terms(db: sqlite3.Connection, vocabulary: str, language: str) -> dict[str, Term]:
    """All terms of a vocabulary in its own order, by id. `vocabulary` is the name of a vocabulary's table."""
    if not vocabulary.isidentifier():
        raise ValueError(vocabulary)
    rows = db.execute(f"SELECT id, label_de, label_en, description FROM {vocabulary} ORDER BY position")
    label = "label_en" if language == "en" else "label_de"
    return {row["id"]: Term(row["id"], row[label], row["description"]) for row in rows}


def edition(db: sqlite3.Connection) -> dict[str, str]:
    """What the edition says of itself."""
    return {row["key"]: row["value"] for row in db.execute("SELECT key, value FROM edition")}


def counts(db: sqlite3.Connection) -> Row:
    """How many entries of each kind with a page of its own, and how many sources, the edition holds."""
    row: Row = db.execute(
        """
        SELECT (SELECT count(*) FROM measures) AS measures,
               (SELECT count(*) FROM projects) AS projects,
               (SELECT count(*) FROM municipalities) AS municipalities,
               (SELECT count(*) FROM solutions) AS solutions,
               (SELECT count(*) FROM solutions WHERE curated) AS curated,
               (SELECT count(*) FROM knowledge) AS knowledge,
               (SELECT count(*) FROM sources) AS sources,
               (SELECT count(*) FROM measures WHERE status = 'betrieb') AS in_operation,
               (SELECT max(last_verified) FROM measures) AS last_verified
        """
    ).fetchone()
    return row


def fields_with_counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many measures each field of action has, in the order of the vocabulary."""
    rows = db.execute(
        """
        SELECT f.id, count(l.measure) AS measures
          FROM fields f LEFT JOIN measures_fields l ON l.field = f.id
         GROUP BY f.id ORDER BY f.position
        """
    )
    return {row["id"]: row["measures"] for row in rows}


def measure(db: sqlite3.Connection, measure_id: str) -> Row | None:
    """A measure with the name and kind of its project."""
    row: Row | None = db.execute(
        """
        SELECT m.*, p.name AS project_name, p.project_kind, p.cohort, p.population AS project_population
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id = ?
        """,
        (measure_id,),
    ).fetchone()
    return row


def measure_cards(db: sqlite3.Connection, ids: list[str]) -> dict[str, Row]:
    """What a list shows of each measure, by id: names, project, status, main field and federal states."""
    marks = ", ".join("?" * len(ids))
    rows = db.execute(
        f"""
        SELECT m.id, m.title, m.subtitle, m.project, p.name AS project_name, m.status, m.status_date,
               (SELECT field FROM measures_fields WHERE measure = m.id AND position = 1) AS field,
               (SELECT group_concat(federal_state) FROM projects_federal_states
                 WHERE project = m.project) AS federal_states,
               (SELECT count(*) FROM results WHERE measure = m.id) AS results,
               (SELECT count(*) FROM reuses WHERE measure = m.id) AS reuses
          FROM measures m JOIN projects p ON p.id = m.project
         WHERE m.id IN ({marks})
        """,
        ids,
    )
    return {row["id"]: row for row in rows}


def measure_terms(db: sqlite3.Connection, measure_id: str) -> dict[str, list[str]]:
    """The terms of a measure by table of their vocabulary, in the entry's order."""
    rows = db.execute(
        """
        SELECT 'fields' AS vocabulary, field AS term, position FROM measures_fields WHERE measure = :id
         UNION ALL SELECT 'solution_kinds', kind, position FROM measures_kinds WHERE measure = :id
         UNION ALL SELECT 'audiences', audience, position FROM measures_audiences WHERE measure = :id
         UNION ALL SELECT 'spaces', space, position FROM measures_spaces WHERE measure = :id
         ORDER BY 1, 3
        """,
        {"id": measure_id},
    )
    found: dict[str, list[str]] = {"fields": [], "solution_kinds": [], "audiences": [], "spaces": []}
    for row in rows:
        found[row["vocabulary"]].append(row["term"])
    return found


def measure_texts(db: sqlite3.Connection, measure_id: str) -> dict[str, list[str]]:
    """Results, lessons, technologies and standards of a measure."""
    rows = db.execute(
        """
        SELECT 'results' AS kind, text, position FROM results WHERE measure = :id
         UNION ALL SELECT 'lessons', text, position FROM lessons WHERE measure = :id
         UNION ALL SELECT 'technologies', text, position FROM measures_technologies WHERE measure = :id
         UNION ALL SELECT 'standards', text, position FROM measures_standards WHERE measure = :id
         ORDER BY 1, 3
        """,
        {"id": measure_id},
    )
    found: dict[str, list[str]] = {"results": [], "lessons": [], "technologies": [], "standards": []}
    for row in rows:
        found[row["kind"]].append(row["text"])
    return found


def measure_places(db: sqlite3.Connection, measure_id: str) -> Rows:
    """The municipalities where a measure runs, if it names its own."""
    return db.execute(
        """
        SELECT t.id, t.name, t.population
          FROM measures_municipalities l JOIN municipalities t ON t.id = l.municipality
         WHERE l.measure = ? ORDER BY l.position
        """,
        (measure_id,),
    ).fetchall()


def measure_partners(db: sqlite3.Connection, measure_id: str) -> Rows:
    """The partners of a measure with their roles."""
    return db.execute(
        """
        SELECT p.name, l.role
          FROM measures_partners l JOIN partners p ON p.id = l.partner
         WHERE l.measure = ? ORDER BY l.position
        """,
        (measure_id,),
    ).fetchall()


def measure_funding(db: sqlite3.Connection, measure_id: str) -> Rows:
    """Who pays what for a measure."""
    return db.execute(
        """
        SELECT funder, purpose, amount_eur, share_percent, note
          FROM measures_funding WHERE measure = ? ORDER BY position
        """,
        (measure_id,),
    ).fetchall()


def measure_reuses(db: sqlite3.Connection, measure_id: str) -> Rows:
    """Who took a measure over or means to."""
    return db.execute(
        """
        SELECT coalesce(t.name, r.name) AS name, r.kind, r.status, r.date, r.note
          FROM reuses r LEFT JOIN municipalities t ON t.id = r.municipality
         WHERE r.measure = ? ORDER BY r.position
        """,
        (measure_id,),
    ).fetchall()


def measure_links(db: sqlite3.Connection, measure_id: str) -> Rows:
    """Measures that this one uses, is used by, or is related to; `relation` says which."""
    return db.execute(
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
    ).fetchall()


def measures_nearby(db: sqlite3.Connection, measure_id: str, limit: int) -> list[str]:
    """Ids of other measures of the same project: first those of the same municipality, then the best known."""
    rows = db.execute(
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
    )
    return [row["id"] for row in rows]


def measure_sources(db: sqlite3.Connection, measure_id: str) -> Rows:
    """The public pages that a measure's facts come from."""
    return db.execute(
        """
        SELECT s.url, s.title, s.date
          FROM measures_sources l JOIN sources s ON s.id = l.source
         WHERE l.measure = ? ORDER BY l.position
        """,
        (measure_id,),
    ).fetchall()


def recently_verified(db: sqlite3.Connection, limit: int) -> list[str]:
    """Ids of the measures that were verified last; of the same day, those with most to tell."""
    rows = db.execute(
        """
        SELECT m.id FROM measures m
         ORDER BY m.last_verified DESC, m.status_date = 'unbekannt', m.status_date DESC,
                  (SELECT count(*) FROM results r WHERE r.measure = m.id) DESC, m.id
         LIMIT ?
        """,
        (limit,),
    )
    return [row["id"] for row in rows]


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
