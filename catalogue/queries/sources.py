"""The public pages that the facts of entries come from."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from catalogue.edition.tables import list_table
from catalogue.model.entries import DocumentedEntry
from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A public page with the date that it shows itself: a year, a month or a day (`2022-01-29`)."""

    url: str
    title: str
    date: str | None


def sources(db: sqlite3.Connection, model: type[DocumentedEntry], entry_id: str) -> list[SourcePage]:
    """The pages of an entry in its own order; none for an unknown id. `model` says what kind of entry it is."""
    return records(
        db,
        f"""
        SELECT s.url, s.title, s.date FROM {list_table(model, "sources")} l JOIN sources s ON s.id = l.source
         WHERE l.{model.kind} = ? ORDER BY l.position
        """,
        (entry_id,),
        SourcePage,
    )
