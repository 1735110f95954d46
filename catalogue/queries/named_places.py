"""Municipalities by name, where entries tell their ids: where something runs, and who reuses it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.model.entries import Reuse
from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A municipality: its name, and its inhabitants if they are known."""

    id: str
    name: str
    population: int | None


@dataclass(frozen=True, slots=True)
class ReuseByName:
    """A reuse with the name of who it is: of the municipality, or as the entry states it."""

    name: str
    reuse: Reuse

    @classmethod
    def of(cls, reuse: Reuse, places: Mapping[str, NamedPlace]) -> ReuseByName:
        """A reuse with its name; `places` holds the municipality if it names one."""
        return cls(places[reuse.municipality].name if reuse.municipality else reuse.name or "", reuse)


def named_places(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, NamedPlace]:
    """The municipalities with these ids, by id."""
    sql = "SELECT id, name, population FROM municipalities WHERE id IN (SELECT value FROM json_each(?))"
    return {place.id: place for place in records(db, sql, (json.dumps(sorted(ids)),), NamedPlace)}
