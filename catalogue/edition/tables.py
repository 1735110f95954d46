"""The tables of the database, derived from the entry models.

A plain value is a column, a part is columns with a prefix, a list is a table of its own, and a value that names
a term or another entry is a foreign key. Sources and partners stand in several entries and are therefore
tables that the entries link to. This module only describes: `database` writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from catalogue.model.entries import PUBLISHED, Entry, Organisation, Part, Partner, Source
from catalogue.model.shapes import shapes
from catalogue.model.values import EntryReference, Target, TermReference

Row = tuple[Any, ...]
"""The values of a row, in the order of its table's columns."""

SHARED: dict[type[Part], tuple[str, tuple[str, ...]]] = {
    Source: ("sources", ("url", "title", "date")),
    Partner: ("partners", ("name",)),
}
"""Parts with a table of their own: its name, and those of their fields that stand there."""

DESCRIBED: dict[type[Part], type[Part]] = {Partner: Organisation}
"""What else a table of shared parts tells, from a list of its own; it begins with the same fields."""


@dataclass(frozen=True, slots=True)
class DatabaseColumn:
    """A column: its name, its Python type, what it means, and the table whose `id` it names, if any."""

    name: str
    type: type
    description: str
    references: str | None = None
    required: bool = False
    worked_out_from: str = ""
    """The column that it follows from; no field of the entry holds it."""


@dataclass(frozen=True, slots=True)
class DatabaseTable:
    """A table: its columns, what a row is, and which columns identify a row."""

    name: str
    description: str
    columns: tuple[DatabaseColumn, ...]
    key: tuple[str, ...]
    group: Group = "lists"


Group = Literal["views", "entries", "lists", "vocabularies", "links", "technical"]
"""What a table or view is for, in the order in which they are shown; the last two are hidden at first."""


IRREGULAR = {"criterion": "criteria", "knowledge": "knowledge"}


def plural(kind: str) -> str:
    """The table of a kind of entry: `measure` → `measures`, `municipality` → `municipalities`."""
    if kind in IRREGULAR:
        return IRREGULAR[kind]
    return kind[:-1] + "ies" if kind.endswith("y") else kind + "s"


def vocabulary_table(vocabulary: str) -> str:
    """The table of a vocabulary: `solution-kinds` → `solution_kinds`."""
    return vocabulary.replace("-", "_")


def list_table(model: type[Entry], field: str) -> str:
    """The table that holds a list of an entry: `measures_fields`, or the short name that the model gives it."""
    return model.list_tables.get(field, f"{plural(model.kind)}_{field}")


def referenced_table(target: Target | None) -> str | None:
    """The table in whose `id` column a value must be found."""
    if isinstance(target, TermReference):
        return vocabulary_table(target.vocabulary)
    if isinstance(target, EntryReference) and len(target.kinds) == 1:
        return plural(target.kinds[0])
    return None


def _columns(model: type[Part], prefix: str = "", optional: bool = False) -> Iterator[DatabaseColumn]:
    for name, field_shape in shapes(model).items():
        field = model.model_fields[name]
        required = field.is_required() and not optional
        description = field.description or ""
        if field_shape.many:
            continue
        if field_shape.part:
            yield from _columns(field_shape.part, f"{prefix}{name}_", optional=not required)
            continue
        references = referenced_table(field_shape.target)
        value_type = str if field_shape.value_type is tuple else field_shape.value_type
        yield DatabaseColumn(prefix + name, value_type, description, references, required)
        if field_shape.is_date:
            yield from _days(prefix + name)


DAYS = {
    "_first_day": "Erster Tag, den {name} meinen kann: 2023 → 2023-01-01",
    "_last_day": "Letzter Tag, den {name} meinen kann: 2023 → 2023-12-31",
}
"""Columns that follow one with a date of any precision. `_start` and `_end` would read like the begin and end of a thing,
and some fields are called so (`date_end` of knowledge)."""


def _days(name: str) -> Iterator[DatabaseColumn]:
    for ending, description in DAYS.items():
        yield DatabaseColumn(name + ending, date, description.format(name=name), worked_out_from=name)


TERM = "Kennung des Begriffs in {table}, für den das Wort steht; leer, wenn es nur hier vorkommt oder mehr als eine Technik meint"


def _list_tables(model: type[Entry]) -> Iterator[DatabaseTable]:
    owner = DatabaseColumn(
        model.kind, str, f"Kennung des Eintrags in {plural(model.kind)}", plural(model.kind), True
    )
    position = DatabaseColumn("position", int, "Stelle in der Liste, ab 1", None, True)
    for name, field_shape in shapes(model).items():
        if not field_shape.many:
            continue
        part = field_shape.part
        values: tuple[DatabaseColumn, ...]
        if part and part in SHARED:
            shared, identity = SHARED[part]
            link = DatabaseColumn(shared[:-1], int, f"Nummer in {shared}", shared, True)
            values = (link, *(c for c in _columns(part) if not _is_of(c, identity)))
        elif part:
            values = tuple(_columns(part))
        else:
            references = referenced_table(field_shape.target)
            column = _link_column(name, references, model) if field_shape.target else "text"
            values = (
                DatabaseColumn(column, field_shape.value_type, _describe(model, name), references, True),
            )
            if field_shape.word_for:
                named = vocabulary_table(field_shape.word_for)
                values += (DatabaseColumn("term", str, TERM.format(table=named), named),)
        yield DatabaseTable(
            list_table(model, name),
            f"{_describe(model, name)} – je Zeile ein Wert eines Eintrags in {plural(model.kind)}",
            (owner, position, *values),
            (model.kind, "position"),
            "lists" if part and part not in SHARED else "links",
        )


def _is_of(column: DatabaseColumn, fields: tuple[str, ...]) -> bool:
    return column.name in fields or column.worked_out_from in fields


def _describe(model: type[Part], field: str) -> str:
    return model.model_fields[field].description or ""


def _link_column(field: str, references: str | None, model: type[Entry]) -> str:
    """The column of a link table: `municipalities` → `municipality`; a link to the same kind is `linked_…`."""
    if references == plural(model.kind):
        return f"linked_{model.kind}"
    return field[:-3] + "y" if field.endswith("ies") else field.removesuffix("s")


def named_vocabularies(model: type[Part]) -> Iterator[str]:
    """The names of all vocabularies that the values of a model may come from."""
    for field_shape in shapes(model).values():
        if isinstance(field_shape.target, TermReference):
            yield field_shape.target.vocabulary
        if field_shape.word_for:
            yield field_shape.word_for
        if field_shape.part:
            yield from named_vocabularies(field_shape.part)


def _vocabulary_tables(vocabularies: dict[str, str]) -> Iterator[DatabaseTable]:
    """A table for each vocabulary, also for one that models name and the content does not have."""
    described = {
        vocabulary_table(name): name
        for model in (*PUBLISHED, *DESCRIBED.values())
        for name in named_vocabularies(model)
    }
    described |= {vocabulary_table(name): description for name, description in vocabularies.items()}
    for table, description in described.items():
        yield DatabaseTable(
            table,
            description,
            (
                DatabaseColumn("id", str, "Kennung des Begriffs", None, True),
                DatabaseColumn("label_de", str, "Name auf Deutsch", None, True),
                DatabaseColumn("label_en", str, "Name auf Englisch", None, True),
                DatabaseColumn("description", str, "Ein Satz, der den Begriff erklärt", None, True),
                DatabaseColumn("website", str, "Seite, die ihn erklärt, etwa der Text einer Lizenz"),
                DatabaseColumn("position", int, "Reihenfolge im Vokabular, ab 1", None, True),
            ),
            ("id",),
            "vocabularies",
        )


def _shared_tables() -> Iterator[DatabaseTable]:
    for part, (name, identity) in SHARED.items():
        described = DESCRIBED.get(part, part)
        columns = tuple(c for c in _columns(described) if described is not part or _is_of(c, identity))
        number = DatabaseColumn("id", int, "Laufende Nummer in dieser Ausgabe", None, True)
        yield DatabaseTable(name, (part.__doc__ or "").strip(), (number, *columns), ("id",))


def tables(vocabularies: dict[str, str]) -> list[DatabaseTable]:
    """All tables, referenced ones first. `vocabularies` gives the description of each vocabulary by its name."""
    result = [*_vocabulary_tables(vocabularies)]
    for model in PUBLISHED:
        columns = [*_columns(model)]
        columns[1:1] = [
            DatabaseColumn(name, str, description, plural(name), True)
            for name, description in model.placed_in.items()
        ]
        result.append(
            DatabaseTable(
                plural(model.kind), (model.__doc__ or "").strip(), tuple(columns), ("id",), "entries"
            )
        )
    result.extend(_shared_tables())
    for model in PUBLISHED:
        result.extend(_list_tables(model))
    return result
