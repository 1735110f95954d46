"""Needs, such as a Rufbus: which there are, and which entries are about each (see `edition.needs`)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import records, values

FURTHEST_FIRST = (
    "betrieb",
    "abgeschlossen",
    "pilot",
    "umsetzung",
    "planung",
    "idee",
    "eingestellt",
    "unbekannt",
)
"""Statuses from the one that tells most to others down to the one that tells nothing."""


@dataclass(frozen=True, slots=True)
class PlacesOfStatus:
    """How many model projects are how far with a need: each once, by the measure that is furthest."""

    status: str
    places: int


@dataclass(frozen=True, slots=True)
class Need:
    """A need with what lists show of it; `field` is the field of action that most of its measures have first."""

    id: str
    name_de: str
    name_en: str
    question_de: str | None
    question_en: str | None
    field: str
    measures: int
    by_status: tuple[PlacesOfStatus, ...]
    """Furthest first; only statuses that a place has."""
    solutions: int

    @property
    def places(self) -> int:
        """How many model projects have a measure about it, be it planned, running or discontinued."""
        return sum(one.places for one in self.by_status)


@dataclass(frozen=True, slots=True)
class KnowledgeOfNeed:
    """A piece of knowledge about a need."""

    id: str
    title: str
    knowledge_kind: str
    publisher: str | None
    date: str | None


CASES = " ".join(f"WHEN '{status}' THEN {rank}" for rank, status in enumerate(FURTHEST_FIRST))

NEEDS = f"""
SELECT n.id, n.name_de, n.name_en, n.question_de, n.question_en,
       (SELECT f.field FROM needs_entries e JOIN measures_fields f ON f.measure = e.entry AND f.position = 1
         WHERE e.need = n.id AND e.kind = 'measure'
         GROUP BY f.field ORDER BY count(*) DESC, f.field LIMIT 1) AS field,
       (SELECT count(*) FROM needs_entries e WHERE e.need = n.id AND e.kind = 'measure') AS measures,
       (SELECT json_group_array(json_object('status', counted.status, 'places', counted.places))
          FROM (SELECT furthest.status, count(*) AS places
                  FROM (SELECT m.status, min(CASE m.status {CASES} END) AS rank FROM needs_entries e JOIN measures m ON m.id = e.entry
                         WHERE e.need = n.id AND e.kind = 'measure' GROUP BY m.project) furthest
                 GROUP BY furthest.status ORDER BY furthest.rank) counted) AS by_status,
       (SELECT count(*) FROM needs_entries e WHERE e.need = n.id AND e.kind = 'solution') AS solutions
  FROM needs n
"""


def needs(db: sqlite3.Connection) -> list[Need]:
    """All needs by their German name."""
    return records(db, f"{NEEDS} ORDER BY n.name_de COLLATE german", (), Need)


def need(db: sqlite3.Connection, need_id: str) -> Need | None:
    """One need, or nothing if there is no such one."""
    return next(iter(needs_named(db, [need_id])), None)


def needs_named(db: sqlite3.Connection, ids: Iterable[str]) -> list[Need]:
    """The needs among these ids, in the order of the ids."""
    wanted = list(ids)
    found = records(
        db, f"{NEEDS} WHERE n.id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),), Need
    )
    return sorted(found, key=lambda one: wanted.index(one.id))


def needs_of(db: sqlite3.Connection, kind: str, entry_id: str) -> list[Need]:
    """The needs that an entry is about, those it is most plainly about first."""
    sql = f"""
        {NEEDS} JOIN needs_entries own ON own.need = n.id
         WHERE own.kind = ? AND own.entry = ? ORDER BY own.evidence DESC, n.position
    """
    return records(db, sql, (kind, entry_id), Need)


def asked_needs(db: sqlite3.Connection, limit: int) -> list[Need]:
    """The needs with a question in people's words that most places have or plan, one of each field of action."""
    asked = records(db, f"{NEEDS} WHERE n.question_de IS NOT NULL", (), Need)
    best: dict[str, Need] = {}
    for one in sorted(asked, key=lambda one: (-one.places, one.id)):
        best.setdefault(one.field, one)
    return [*best.values()][:limit]


def entries_of(db: sqlite3.Connection, need_id: str, kind: str) -> list[str]:
    """Ids of the entries of a kind that are about a need, those that are it most plainly first."""
    sql = "SELECT entry FROM needs_entries WHERE need = ? AND kind = ? ORDER BY evidence DESC, entry"
    return values(db, sql, (need_id, kind), str)


def knowledge_with(db: sqlite3.Connection, ids: Iterable[str]) -> list[KnowledgeOfNeed]:
    """The pieces of knowledge among these ids, by kind, the newest first."""
    return records(
        db,
        """
        SELECT k.id, k.title, k.knowledge_kind, k.publisher, k.date
          FROM knowledge k JOIN knowledge_kinds kind ON kind.id = k.knowledge_kind
         WHERE k.id IN (SELECT value FROM json_each(?))
         ORDER BY kind.position, k.date DESC, k.title COLLATE german
        """,
        (json.dumps(list(ids)),),
        KnowledgeOfNeed,
    )
