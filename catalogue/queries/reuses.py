"""Reuses: the records that count for an entry, and how many there are. Every page and download asks here.

What counts for which entry, and what a number means, is defined in `model.reuse` and baked into the views
`transfers` and `reuse_numbers`; nothing here counts by itself.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.queries.records import first_record, pairs, records, records_by_key


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A public page with the date that it shows itself: a year, a month or a day (`2022-01-29`)."""

    url: str
    title: str
    date: str | None


@dataclass(frozen=True, slots=True)
class ReuseRecord:
    """A record: what is reused, by whom, how, and who says so. Kind and status are ids of terms."""

    id: str
    origin_kind: str
    """`solution` or `measure`."""
    origin: str
    origin_title: str
    origin_subtitle: str
    municipality: str | None
    name: str
    """Of the municipality, or of whoever else it is."""
    population: int | None
    measure: str | None
    """The measure with which that place reuses it."""
    measure_title: str | None
    kind: str
    status: str
    date: str | None
    note: str | None
    reported: bool
    in_use_elsewhere: bool
    pages: tuple[SourcePage, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """How often an entry is reused; the meaning of each number stands at the view `reuse_numbers`."""

    reported: int = 0
    in_use_elsewhere: int = 0
    named: int = 0


NONE = Numbers()


@dataclass(frozen=True, slots=True)
class Totals:
    """How many records there are: reported ones, those of them in use elsewhere, merely named ones, and of each kind."""

    reported: int
    in_use_elsewhere: int
    named: int
    by_kind: dict[str, int]
    """By the id of the kind, in the order of the vocabulary; kinds without records included."""


@dataclass(frozen=True, slots=True)
class ReusedEntry:
    """A solution, or a measure that is part of none, with how often it is reused and the projects it comes from."""

    kind: str
    id: str
    title: str
    subtitle: str
    projects: tuple[str, ...]
    reported: int
    in_use_elsewhere: int
    named: int

    @property
    def numbers(self) -> Numbers:
        """How often it is reused."""
        return Numbers(self.reported, self.in_use_elsewhere, self.named)


@dataclass(frozen=True, slots=True)
class EntryOfProject:
    """A measure or solution with a model project that it comes from."""

    kind: str
    entry: str
    project: str


RECORDS = """
SELECT t.id, t.from_kind AS origin_kind, t.from_id AS origin, t.from_title AS origin_title,
       coalesce(s.subtitle, m.subtitle) AS origin_subtitle, t.to_municipality AS municipality, t.to_name AS name,
       place.population, t.to_measure AS measure, own.title AS measure_title, t.kind, t.status, t.date, t.note,
       t.reported, t.in_use_elsewhere,
       (SELECT json_group_array(json_object('url', url, 'title', title, 'date', date))
          FROM (SELECT page.url, page.title, page.date FROM reuses_sources l JOIN sources page ON page.id = l.source
                 WHERE l.reuse = t.id ORDER BY l.position)) AS pages
  FROM transfers t
  LEFT JOIN solutions s ON s.id = t.from_id
  LEFT JOIN measures m ON m.id = t.from_id
  LEFT JOIN measures own ON own.id = t.to_measure
  LEFT JOIN municipalities place ON place.id = t.to_municipality
"""

PLACES_FIRST_IN_USE = "ORDER BY t.in_use_elsewhere DESC, t.reported DESC, t.status = 'im-einsatz' DESC, t.to_name COLLATE german"
"""The order in which an entry lists who reuses it: those who run it first, those merely named last."""


def all_reuses(db: sqlite3.Connection) -> list[ReuseRecord]:
    """All records, by what is reused and the name of who reuses it."""
    return _records(db, "ORDER BY t.from_title COLLATE german, t.from_id, t.to_name COLLATE german")


def of_entry(db: sqlite3.Connection, kind: str, entry: str) -> list[ReuseRecord]:
    """The records that count for a measure, a solution or a model project, those who run it first."""
    return of_entries(db, kind, [entry])[entry]


def of_entries(db: sqlite3.Connection, kind: str, ids: Iterable[str]) -> dict[str, list[ReuseRecord]]:
    """The same for several entries of a kind, by their ids; an entry that nobody reuses has an empty list."""
    found: dict[str, list[ReuseRecord]] = {entry: [] for entry in ids}
    counted: dict[str, list[str]] = {}
    links = pairs(
        db,
        """
        SELECT reuse, entry FROM reuses_of_entries
         WHERE entry_kind = ? AND entry IN (SELECT value FROM json_each(?)) ORDER BY reuse, entry
        """,
        (kind, json.dumps(list(found))),
        str,
        str,
    )
    for reuse, entry in links:
        counted.setdefault(reuse, []).append(entry)
    chosen = "WHERE t.id IN (SELECT value FROM json_each(?))"
    for record in _records(db, f"{chosen} {PLACES_FIRST_IN_USE}", json.dumps(list(counted))):
        for entry in counted[record.id]:
            found[entry].append(record)
    return found


def by_municipality(db: sqlite3.Connection, municipality: str) -> list[ReuseRecord]:
    """What a municipality reuses, means to or has tested, by name."""
    return _records(db, "WHERE t.to_municipality = ? ORDER BY t.from_title COLLATE german", municipality)


def by_measure(db: sqlite3.Connection, measure: str) -> list[ReuseRecord]:
    """What a measure reuses from elsewhere, by name."""
    return _records(db, "WHERE t.to_measure = ? ORDER BY t.from_title COLLATE german", measure)


def of_topic(db: sqlite3.Connection, topic: str) -> list[ReuseRecord]:
    """The reported records of what has a field of action or is of a kind of solution, each once, by name."""
    return _records(
        db,
        """
        WHERE t.reported AND t.id IN (
              SELECT l.reuse
                FROM reuses_of_entries l
                JOIN (SELECT 'measure' AS kind, measure AS entry FROM measures_fields WHERE field = ?
                       UNION SELECT 'measure', measure FROM measures_kinds WHERE kind = ?
                       UNION SELECT 'solution', solution FROM solutions_fields WHERE field = ?
                       UNION SELECT 'solution', solution FROM solutions_kinds WHERE kind = ?) e
                  ON e.kind = l.entry_kind AND e.entry = l.entry)
        ORDER BY t.from_title COLLATE german, t.to_name COLLATE german
        """,
        topic,
        topic,
        topic,
        topic,
    )


def numbers(db: sqlite3.Connection, kind: str) -> dict[str, Numbers]:
    """The numbers of all entries of a kind that are reused, by id."""
    sql = "SELECT entry, reported, in_use_elsewhere, named FROM reuse_numbers WHERE entry_kind = ?"
    return records_by_key(db, sql, (kind,), str, Numbers)


def numbers_of(db: sqlite3.Connection, kind: str, entry: str) -> Numbers:
    """The numbers of one measure, solution or model project."""
    sql = "SELECT reported, in_use_elsewhere, named FROM reuse_numbers WHERE entry_kind = ? AND entry = ?"
    return first_record(db, sql, (kind, entry), Numbers) or NONE


def totals(db: sqlite3.Connection) -> Totals:
    """How many records the catalogue has."""
    [counted] = records(
        db,
        """
        SELECT coalesce(sum(reported), 0) AS reported, coalesce(sum(in_use_elsewhere), 0) AS in_use_elsewhere,
               coalesce(sum(NOT reported), 0) AS named
          FROM transfers
        """,
        (),
        Numbers,
    )
    of_kinds = pairs(
        db,
        """
        SELECT k.id, count(r.id) FROM reuse_kinds k LEFT JOIN reuses r ON r.reuse_kind = k.id
         GROUP BY k.id ORDER BY k.position
        """,
        (),
        str,
        int,
    )
    return Totals(counted.reported, counted.in_use_elsewhere, counted.named, dict(of_kinds))


def most_reused(db: sqlite3.Connection, limit: int) -> list[ReusedEntry]:
    """Solutions, and measures that are part of none, by how many places elsewhere run them, then by reported reuses.

    Entries that are merely named in a list of users are left out.
    """
    return records(
        db,
        """
        SELECT n.entry_kind AS kind, n.entry AS id, coalesce(s.title, m.title) AS title, coalesce(s.subtitle, m.subtitle) AS subtitle,
               n.reported, n.in_use_elsewhere, n.named,
               (SELECT json_group_array(p.name)
                  FROM projects p
                 WHERE p.id = m.project
                    OR p.id IN (SELECT origin FROM solutions_origins WHERE solution = s.id)) AS projects
          FROM reuse_numbers n
          LEFT JOIN solutions s ON n.entry_kind = 'solution' AND s.id = n.entry
          LEFT JOIN measures m ON n.entry_kind = 'measure' AND m.id = n.entry
         WHERE n.reported > 0
           AND (s.id IS NOT NULL
                OR (m.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM solutions_measures WHERE measure = m.id)))
         ORDER BY n.in_use_elsewhere DESC, n.reported DESC, title COLLATE german
         LIMIT ?
        """,
        (limit,),
        ReusedEntry,
    )


def _records(db: sqlite3.Connection, condition: str, *values: str) -> list[ReuseRecord]:
    """The records that a condition on `transfers t` chooses."""
    return records(db, f"{RECORDS} {condition}", values, ReuseRecord)


def origin_projects(db: sqlite3.Connection) -> dict[tuple[str, str], list[str]]:
    """By kind and id of measures and solutions the model projects that they come from."""
    sql = """
        SELECT 'measure' AS kind, id AS entry, project FROM measures
         UNION ALL
        SELECT 'solution', solution, origin FROM solutions_origins
    """
    found: dict[tuple[str, str], list[str]] = {}
    for one in records(db, sql, (), EntryOfProject):
        found.setdefault((one.kind, one.entry), []).append(one.project)
    return found
