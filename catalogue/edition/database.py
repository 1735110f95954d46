"""Writing the SQLite database of an edition.

The same entries give the same file, byte for byte: rows are written in one fixed order, nothing depends on the
clock, and what differs between releases of SQLite is blanked.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from catalogue.edition.citations import FACTS_SOURCES, facts_sources
from catalogue.edition.entry_list import ENTRY_LIST, entry_list
from catalogue.edition.field_changes import FIELD_CHANGES
from catalogue.edition.former_ids import FORMER_IDS
from catalogue.edition.goals import GOALS_MEASURES, measures_of_goals
from catalogue.edition.needs import NEEDS, NEEDS_ENTRIES
from catalogue.edition.places import PLACES
from catalogue.edition.reuses import REUSES_OF_ENTRIES, reuses_of_entries
from catalogue.edition.shared_parts import Numbers, number_partners, number_sources, shared_key
from catalogue.edition.sqlite_file import PAGE_SIZE, blank_unused_bytes
from catalogue.edition.tables import (
    SHARED,
    DatabaseColumn,
    DatabaseTable,
    Row,
    list_table,
    plural,
    tables,
    vocabulary_table,
)
from catalogue.edition.views import VIEWS
from catalogue.model.days import first_day, last_day
from catalogue.model.entries import DocumentedEntry, Entry, Part, Partner, Source, Vocabulary
from catalogue.model.partners import NO_LIST, PartnerNames
from catalogue.model.shapes import Shape, shapes
from catalogue.model.values import UNKNOWN
from catalogue.reading.found_once import FoundOnce
from catalogue.reading.kept_results import KeptResults

if TYPE_CHECKING:
    from sqlite_utils import Database

EDITION_TABLE = DatabaseTable(
    "edition",
    "Was diese Ausgabe ist: Kennung, Prüfsumme des Inhalts, Version des Formats",
    (
        DatabaseColumn("key", str, "Was der Wert sagt", required=True),
        DatabaseColumn("value", str, "Wert", required=True),
    ),
    ("key",),
    "technical",
)

CHANGES_TABLE = DatabaseTable(
    "changes",
    "Wann Einträge dazukamen und sich zuletzt änderten, aus der Versionsgeschichte; leer, wo es keine gibt",
    (
        DatabaseColumn("kind", str, "Art des Eintrags, zum Beispiel measure", required=True),
        DatabaseColumn("entry", str, "Kennung des Eintrags", required=True),
        DatabaseColumn("change", str, "added: dazugekommen; changed: zuletzt geändert", required=True),
        DatabaseColumn("date", str, "Tag", required=True),
        DatabaseColumn("commit", str, "Kennung des Standes in der Versionsgeschichte", required=True),
    ),
    ("kind", "entry", "change"),
)


def write_database(
    path: Path,
    vocabularies: Sequence[Vocabulary],
    entries: Iterable[tuple[DocumentedEntry, Mapping[str, str]]],
    edition: Mapping[str, str],
    further: Mapping[str, Sequence[Row]] = MappingProxyType({}),
    partner_names: PartnerNames = NO_LIST,
    kept: KeptResults | None = None,
) -> None:
    """Write all tables and views to a new file at `path`.

    `entries` are pairs of an entry and the ids that its place in the folder tree adds (`{"project": "zwoenitz"}`).
    `edition` is what the table of that name tells of this edition, `further` are the rows of tables that hold no fields of
    entries, by name; `partner_names` says which partners are the same; the statements of the tables are `kept`. Raises `sqlite3.IntegrityError` for an id that names
    nothing; `checking` finds those first.
    """
    rows = collect_rows(vocabularies, entries, partner_names)
    rows |= {"edition": [*edition.items()], **further}
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute("PRAGMA auto_vacuum = NONE")
    connection.execute("PRAGMA secure_delete = ON")  # else its default at compile time decides what is left
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    described = all_tables({v.id: v.description for v in vocabularies})
    statements_of = (kept or KeptResults()).get_or_make("tables", repr(described), lambda: schema(described))
    for table, (create, *indexes) in zip(described, statements_of, strict=True):
        connection.execute(create)
        insert_rows(connection, table, rows.get(table.name, []))
        for index in indexes:  # over all rows at once, which is faster and closer than row by row
            connection.execute(index)
    for view in VIEWS:
        connection.execute(f"CREATE VIEW [{view.name}] AS {view.sql}")
    if connection.in_transaction:
        connection.execute("COMMIT")
    violations = connection.execute("PRAGMA foreign_key_check").fetchall()
    if violations:
        raise sqlite3.IntegrityError(f"foreign keys without a target: {violations[:5]}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.close()
    blank_unused_bytes(path, PAGE_SIZE)


def all_tables(vocabularies: dict[str, str]) -> list[DatabaseTable]:
    """Every table in the order of writing; `vocabularies` gives the meaning of each vocabulary's table."""
    return [
        *tables(vocabularies),
        PLACES,
        GOALS_MEASURES,
        NEEDS,
        NEEDS_ENTRIES,
        REUSES_OF_ENTRIES,
        FACTS_SOURCES,
        ENTRY_LIST,
        FORMER_IDS,
        EDITION_TABLE,
        CHANGES_TABLE,
        FIELD_CHANGES,
    ]


def schema(described: Sequence[DatabaseTable]) -> list[list[str]]:
    """The statements that create each table with its indexes."""
    from sqlite_utils import Database  # takes its time, and pandas with it where that is installed

    database = Database(memory=True)
    for table in described:
        create_table(database, table)
    found = database.conn.execute(
        "SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    )
    statements: dict[str, list[str]] = {}
    for name, sql in found.fetchall():
        statements.setdefault(name, []).append(sql)
    database.conn.close()
    return [statements[table.name] for table in described]


def create_table(database: Database, table: DatabaseTable) -> None:
    """Create an empty table with strict column types and foreign keys, and an index on each of them."""
    database.create_table(
        table.name,
        {c.name: int if c.type is bool else c.type for c in table.columns},
        pk=table.key if len(table.key) > 1 else table.key[0],
        not_null=[c.name for c in table.columns if c.required],
        foreign_keys=[(c.name, c.references, "id") for c in table.columns if c.references],
        strict=True,
    )
    for column in table.columns:
        if column.references and column.name != table.key[0]:
            database[table.name].create_index([column.name])  # type: ignore[union-attr]


def insert_rows(connection: sqlite3.Connection, table: DatabaseTable, rows: Sequence[Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    if rows:
        places = ", ".join("?" * len(table.columns))
        connection.executemany(f"INSERT INTO [{table.name}] VALUES ({places})", rows)


def collect_rows(
    vocabularies: Sequence[Vocabulary],
    entries: Iterable[tuple[DocumentedEntry, Mapping[str, str]]],
    partner_names: PartnerNames,
) -> dict[str, Sequence[Row]]:
    """All rows by table, in the order of ids, so that the input's order does not matter."""
    rows: dict[str, list[Row]] = {}
    for vocabulary in vocabularies:
        rows[vocabulary_table(vocabulary.id)] = [
            (term.id, term.label.de, term.label.en, term.description, term.website, position)
            for position, term in enumerate(vocabulary.terms, start=1)
        ]
    words = {vocabulary.id: vocabulary.terms_by_word() for vocabulary in vocabularies}
    ordered = sorted(entries, key=lambda pair: (pair[0].kind, pair[0].id))
    told = [entry for entry, _ in ordered]
    source_numbers, sources = number_sources(told)
    partner_numbers, partners = number_partners(told, partner_names)
    numbers: dict[type[Part], Numbers] = {Source: source_numbers, Partner: partner_numbers}
    for part, kept in ((Source, sources), (Partner, partners)):
        rows[SHARED[part][0]] = [(number, *_shared_values(one)) for number, one in enumerate(kept, start=1)]
    for (entry, place), (plain, lists) in zip(ordered, _known_rows.of(told), strict=True):
        own, *rest = plain
        rows.setdefault(plural(entry.kind), []).append((own, *place.values(), *rest))
        for field, table, listed in lists:
            rows.setdefault(table, []).extend(_completed(listed, shapes(type(entry))[field], numbers, words))
    rows[ENTRY_LIST.name] = [*entry_list(ordered, vocabularies)]
    rows[GOALS_MEASURES.name] = [*measures_of_goals(told)]
    rows[REUSES_OF_ENTRIES.name] = [*reuses_of_entries(ordered)]
    rows[FACTS_SOURCES.name] = [*facts_sources(told, source_numbers)]
    return {**rows}


def _shared_values(part: Part) -> Iterator[Any]:
    """The values of a source or an organisation in the order of the columns of their own table."""
    identity = SHARED[type(part)][1] if type(part) in SHARED else tuple(shapes(type(part)))
    for name, held in shapes(type(part)).items():
        if name in identity and not held.many:
            yield from column_values(getattr(part, name), held)


def plain_values(part: Part) -> Iterator[Any]:
    """The values of a part in the order of its columns: lists left out, inner parts flattened."""
    for name, field_shape in shapes(type(part)).items():
        value = getattr(part, name)
        if field_shape.many:
            continue
        if field_shape.part:
            yield from (
                plain_values(value)
                if value
                else [None] * sum(1 + 2 * s.is_date for s in shapes(field_shape.part).values() if not s.many)
            )
        else:
            yield from column_values(value, field_shape)


def column_values(value: Any, held: Shape) -> Iterator[Any]:
    """A plain value as its columns hold it: keys of sources as a JSON array, a date of any precision with its days."""
    if isinstance(value, tuple):
        yield json.dumps(value) if value else None
        return
    yield value
    if held.is_date:
        known = value is not None and value != UNKNOWN
        yield from (day(value).isoformat() if known else None for day in (first_day, last_day))


def entry_rows(entry: Entry) -> tuple[Row, list[tuple[str, str, list[Row]]]]:
    """What follows from an entry alone: its plain values, and of each list that it has the field, the table and the rows."""
    lists = [
        (field, list_table(type(entry), field), [*list_rows(entry, field)])
        for field, held in shapes(type(entry)).items()
        if held.many
    ]
    return tuple(plain_values(entry)), lists


_known_rows = FoundOnce(entry_rows)


def list_rows(entry: Entry, field: str) -> Iterator[Row]:
    """The rows of one list of an entry: owner, position, then the value or the columns of the part.

    Of a shared part what the entry says of it stands for its number, see `_completed`.
    """
    part = shapes(type(entry))[field].part
    for position, value in enumerate(getattr(entry, field), start=1):
        if part in SHARED:
            identity = SHARED[part][1]
            rest = (
                column_values(getattr(value, name), held)
                for name, held in shapes(part).items()
                if name not in identity
            )
            yield (entry.id, position, shared_key(value), *chain.from_iterable(rest))
        elif part:
            yield (entry.id, position, *plain_values(value))
        else:
            yield (entry.id, position, value)


def _completed(
    rows: Sequence[Row],
    held_each: Shape,
    numbers: Mapping[type[Part], Numbers],
    words: Mapping[str, Mapping[str, str]],
) -> Iterable[Row]:
    """The rows of a list with what other entries and the vocabularies give: the numbers of shared parts, the terms of words.

    `words` gives for each vocabulary the term of a word in lower case.
    """
    if held_each.part in SHARED:
        number = numbers[held_each.part]
        return ((owner, position, number[key], *rest) for owner, position, key, *rest in rows)
    if held_each.word_for:
        term = words.get(held_each.word_for, {})
        return ((owner, position, value, term.get(value.casefold())) for owner, position, value in rows)
    return rows
