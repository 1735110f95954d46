"""What is told of tables and views beside their rows: Datasette's metadata, and how it shows them.

All of it follows from the models and from what is declared of a table or view.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from catalogue.edition.database import all_tables
from catalogue.edition.descriptions import english, meaning_of_null
from catalogue.edition.tables import DatabaseTable, Group, plural, vocabulary_table
from catalogue.edition.views import VIEWS, View
from catalogue.model.entries import Label, Vocabulary
from catalogue.model.kinds import KINDS
from catalogue.model.shapes import shapes
from catalogue.model.values import TermReference

LIST_MARK = "(JSON-Liste)"
"""What the description of a column with a list says."""

HIDDEN: tuple[Group, ...] = ("links", "technical")

SORTED: Mapping[str, tuple[str, str]] = {
    "changes": ("sort_desc", "date"),
    "field_changes": ("sort_desc", "date"),
    "knowledge": ("sort_desc", "date_first_day"),
    "measures": ("sort", "title"),
    "municipalities": ("sort", "name"),
    "projects": ("sort", "name"),
    "reuses": ("sort_desc", "date_first_day"),
    "solutions": ("sort", "title"),
}
"""How tables are sorted at first that are not by their key or by the order of a vocabulary."""


def table_metadata(vocabularies: Sequence[Vocabulary]) -> dict[str, dict[str, Any]]:
    """Datasette's metadata of tables and views, in the order in which they are shown.

    Each has `description`, `group`, `columns` (`{name: description}`) and `null` (what it means that nothing stands there),
    most a `title`; what ends with `_en` is the same in English.
    """
    labels = {vocabulary_table(v.id): v.label for v in vocabularies}
    labels |= {plural(kind.name): kind.plural for kind in KINDS}
    tables = all_tables({v.id: v.description for v in vocabularies})
    told = {view.name: _view(view) for view in VIEWS}
    told |= {table.name: _table(table, labels.get(table.name)) for table in tables}
    groups = get_args(Group)
    return dict(sorted(told.items(), key=lambda item: groups.index(item[1]["group"])))


def _view(view: View) -> dict[str, Any]:
    facets = [{"array": name} if LIST_MARK in view.columns[name] else name for name in view.facets]
    return {
        "title": view.title.de,
        "title_en": view.title.en,
        "description": view.description,
        "description_en": english(view.description),
        "group": "views",
        "of": view.of,
        "columns": view.columns,
        "columns_en": {name: english(text) for name, text in view.columns.items()},
        "null": dict.fromkeys(view.columns, "Trifft nicht zu oder ist nicht bekannt"),
        **({"facets": facets} if facets else {}),
    }


def _table(table: DatabaseTable, label: Label | None) -> dict[str, Any]:
    return {
        **({"title": label.de, "title_en": label.en} if label else {}),
        "description": table.description,
        "description_en": english(table.description) or _of_vocabulary(label),
        "group": table.group,
        "columns": {column.name: column.description for column in table.columns},
        "columns_en": {column.name: english(column.description) for column in table.columns},
        "null": {column.name: text for column in table.columns if (text := meaning_of_null(column))},
        "references": {c.name: c.references for c in table.columns if c.references},
        **({"hidden": True} if table.group in HIDDEN else {}),
        **dict(_shown(table)),
    }


def _of_vocabulary(label: Label | None) -> str:
    """What the table of a vocabulary holds, in English; what it is for, editors say in German."""
    return f"Terms of the vocabulary “{label.en}”" if label else ""


def _shown(table: DatabaseTable) -> Iterator[tuple[str, Any]]:
    """How Datasette labels, sorts and counts the rows of a table."""
    for kind in KINDS:
        if plural(kind.name) == table.name:
            yield "label_column", kind.title
            held = shapes(kind.model).items()
            yield (
                "facets",
                [name for name, one in held if isinstance(one.target, TermReference) and not one.many],
            )
    if table.group == "vocabularies":
        yield "label_column", "label_de"
        yield "sort", "position"
    if table.name in SORTED:
        yield SORTED[table.name]
