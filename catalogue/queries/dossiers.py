"""Everything that the database tells of single measures, gathered for comparing and exporting them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue import queries
from catalogue.queries import Row, Rows


@dataclass(frozen=True, slots=True)
class Dossier:
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


def dossier(db: sqlite3.Connection, measure_id: str) -> Dossier | None:
    """The dossier of a measure, or nothing if there is no such measure."""
    measure = queries.measure(db, measure_id)
    if measure is None:
        return None
    project = measure["project"]
    return Dossier(
        measure=measure,
        states=queries.project_states(db, project),
        places=queries.measure_places(db, measure_id) or queries.project_places(db, project),
        terms=queries.measure_terms(db, measure_id),
        texts=queries.measure_texts(db, measure_id),
        partners=queries.measure_partners(db, measure_id),
        funding=queries.measure_funding(db, measure_id),
        reuses=queries.measure_reuses(db, measure_id),
        links=queries.measure_links(db, measure_id),
        sources=queries.measure_sources(db, measure_id),
    )


def dossiers(db: sqlite3.Connection, ids: list[str]) -> list[Dossier]:
    """The dossiers of the measures that exist, in the order of their ids; an id counts once."""
    found = (dossier(db, measure_id) for measure_id in dict.fromkeys(ids))
    return [one for one in found if one is not None]


def all_measures(db: sqlite3.Connection) -> list[str]:
    """The ids of all measures, in their own order."""
    return [row["id"] for row in db.execute("SELECT id FROM measures ORDER BY id")]
