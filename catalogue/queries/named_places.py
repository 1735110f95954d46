"""Municipalities by name, where entries tell their ids."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import records


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A municipality: its name, and its inhabitants if they are known."""

    id: str
    name: str
    population: int | None


def named_places(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, NamedPlace]:
    """The municipalities with these ids, by id."""
    sql = "SELECT id, name, population FROM municipalities WHERE id IN (SELECT value FROM json_each(?))"
    return {place.id: place for place in records(db, sql, (json.dumps(sorted(ids)),), NamedPlace)}
