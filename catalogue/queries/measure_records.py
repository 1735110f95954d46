"""Everything that the database tells of single measures, gathered for comparing and exporting them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.queries import measures, projects
from catalogue.queries.connection import Row, Rows


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """A measure with all that belongs to it; what the entry does not tell is empty."""

    measure: Row
    states: list[str]
    places: Rows
    terms: dict[str, list[str]]
    texts: dict[str, list[str]]
    partners: Rows
    funding: Rows
    reuses: Rows
    links: Rows
    sources: Rows

    @property
    def id(self) -> str:
        """The id of the measure."""
        return str(self.measure["id"])


def measure_record(db: sqlite3.Connection, measure_id: str) -> MeasureRecord | None:
    """A measure with all that belongs to it, or nothing if there is no such measure."""
    measure = measures.measure(db, measure_id)
    if measure is None:
        return None
    project = measure["project"]
    return MeasureRecord(
        measure=measure,
        states=projects.project_states(db, project),
        places=measures.measure_places(db, measure_id) or projects.project_places(db, project),
        terms=measures.measure_terms(db, measure_id),
        texts=measures.measure_texts(db, measure_id),
        partners=measures.measure_partners(db, measure_id),
        funding=measures.measure_funding(db, measure_id),
        reuses=measures.measure_reuses(db, measure_id),
        links=measures.measure_links(db, measure_id),
        sources=measures.measure_sources(db, measure_id),
    )


def measure_records(db: sqlite3.Connection, ids: list[str]) -> list[MeasureRecord]:
    """The records of the measures that exist, in the order of their ids; an id counts once."""
    found = (measure_record(db, measure_id) for measure_id in dict.fromkeys(ids))
    return [one for one in found if one is not None]


def all_measures(db: sqlite3.Connection) -> list[str]:
    """The ids of all measures, in their own order."""
    return [row["id"] for row in db.execute("SELECT id FROM measures ORDER BY id")]
