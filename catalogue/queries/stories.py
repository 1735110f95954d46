"""Results with numbers of measures that run: what a reader believes first."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class ToldResult:
    """A result that a measure in operation tells."""

    measure: str
    title: str
    project: str
    project_name: str
    field: str
    text: str


def results_of_running_measures(db: sqlite3.Connection, longest: int) -> list[ToldResult]:
    """The results of at most so many characters of measures in operation whose status has a date.

    First those of measures that most other places run, then those that stand on most sources.
    """
    return records(
        db,
        """
        SELECT m.id AS measure, m.title, m.project, p.name AS project_name,
               (SELECT field FROM measures_fields WHERE measure = m.id AND position = 1) AS field, r.text
          FROM results r JOIN measures m ON m.id = r.measure JOIN projects p ON p.id = m.project
          LEFT JOIN reuse_numbers n ON n.entry_kind = 'measure' AND n.entry = m.id
         WHERE m.status = 'betrieb' AND m.status_date <> 'unbekannt' AND length(r.text) <= ?
         ORDER BY coalesce(n.in_use_elsewhere, 0) DESC,
                  (SELECT count(*) FROM measures_sources WHERE measure = m.id) DESC, m.id, r.position
        """,
        (longest,),
        ToldResult,
    )
