"""What Datasette's pages wear: header, footer and style sheets of the site, and what its templates need beside their own.

The templates are in `templates/` and are German; Datasette has no second language. They need neither scripts nor styles of
their own, so the pages stand under the same policy as the others.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasette.utils import path_with_replaced_args
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from catalogue.edition import Edition
from catalogue.edition.table_metadata import HIDDEN, LIST_MARK
from catalogue.edition.tables import plural
from catalogue.facts.formats import number
from catalogue.model.kinds import KINDS
from catalogue.server.answer_chart import answer_chart
from catalogue.web.navigation import frame

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATES_OF_SITE = Path(__file__).parents[1] / "web" / "templates"

STYLE_SHEETS = ("kern.css", "fonts.css", "catalogue.css", "data.css")
FONTS = ("FiraSans-Regular.woff2", "FiraSans-SemiBold.woff2")

GROUPS: Mapping[str, tuple[str, str]] = {
    "views": (
        "Sichten",
        "Hier anfangen: je Zeile eine Sache, mit lesbaren Namen, fertig verbunden und mit Kennzahlen.",
    ),
    "entries": ("Einträge", "Je Zeile ein Eintrag, so wie er in seiner Datei steht."),
    "lists": (
        "Was Einträge aufzählen",
        "Je Zeile ein Ergebnis, ein Betrag, eine Quelle …; die erste Spalte sagt, wozu es gehört.",
    ),
    "vocabularies": ("Vokabulare", "Die Begriffe, die in den Einträgen als Kennung stehen, mit ihren Namen."),
    "links": ("Verknüpfungen", "Welcher Eintrag mit welchem Begriff oder anderen Eintrag verbunden ist."),
    "technical": ("Technisches", "Was die Anwendung selbst braucht."),
}
"""The groups of tables with a heading and a sentence."""

LOOKUPS: Mapping[str, str] = {
    "exact": "ist",
    "not": "ist nicht",
    "contains": "enthält",
    "endswith": "endet auf",
    "startswith": "beginnt mit",
    "gt": "größer als",
    "gte": "mindestens",
    "lt": "kleiner als",
    "lte": "höchstens",
    "like": "passt zu (like)",
    "notlike": "passt nicht zu (like)",
    "glob": "passt zu (glob)",
    "in": "ist eines von",
    "notin": "ist keines von",
    "arraycontains": "Liste enthält",
    "arraynotcontains": "Liste enthält nicht",
    "date": "ist am Tag",
    "isnull": "ist leer",
    "notnull": "ist nicht leer",
    "isblank": "ist leer oder ohne Text",
    "notblank": "ist weder leer noch ohne Text",
}
"""What Datasette's comparisons are called."""


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Tables or views that belong together."""

    id: str
    title: str
    text: str
    tables: list[dict[str, Any]]


class Dress:
    """What the templates of Datasette need, for one edition; they call it `dress`."""

    def __init__(self, edition: Edition, root: str, site_name: str, tables: Mapping[str, Any]) -> None:
        """`root` is the path of the site; `tables` is what `edition.table_metadata` tells of each."""
        names = json.loads((edition.static / "names.json").read_text("utf-8"))
        self.root = root
        self.site_name = site_name
        self.style_sheets = [f"{root}/static/{names[name]}" for name in STYLE_SHEETS]
        self.chart_style = f"{root}/static/{names['charts.css']}"
        self.fonts = [f"{root}/static/{names[name]}" for name in FONTS]
        self.icon = f"{root}/static/{names['favicon.svg']}"
        self.header, self.footer = _frame(edition, root, site_name)
        self._tables = tables
        self._paths = _paths(edition)
        self._kinds = {plural(kind.name): kind.name for kind in KINDS}

    def told_of(self, table: str) -> Mapping[str, Any]:
        """What is told of a table or view; nothing of one that is not of the edition."""
        told: Mapping[str, Any] = self._tables.get(table, {})
        return told

    def is_list(self, table: str, column: str) -> bool:
        """Whether the values of a column are lists."""
        return LIST_MARK in self.told_of(table).get("columns", {}).get(column, "")

    def groups(
        self, tables: Iterable[dict[str, Any]], views: Iterable[dict[str, Any]]
    ) -> Iterator[TableGroup]:
        """Datasette's tables and views in groups, the hidden ones last."""
        there = {each["name"]: each for each in (*views, *tables)}
        for name, (title, text) in GROUPS.items():
            found = [
                there[one] for one, told in self._tables.items() if told["group"] == name and one in there
            ]
            if found:
                yield TableGroup(name, title, text, found)

    def is_hidden(self, group: TableGroup) -> bool:
        """Whether a group is shown only to whom asks for it."""
        return group.id in HIDDEN

    def page_of(self, table: str, row: Mapping[str, Any]) -> str | None:
        """The address of the page about a row: that of the entry that it is, or that it belongs to."""
        told = self.told_of(table)
        kind = self._kinds.get(told.get("of") or table)
        if kind and "id" in row:
            return self._page(kind, row["id"])
        if "entry" in row:
            return self._page(row.get("entry_kind") or row.get("kind"), row["entry"])
        if table in ("entries", "completeness"):
            return self._page(row.get("kind"), row.get("id"))
        owner = next((column for column in row if column in self._kinds.values()), "")
        return self._page(owner, row.get(owner))

    def _page(self, kind: Any, entry: Any) -> str | None:
        name = entry["value"] if isinstance(entry, dict) else entry
        path = self._paths.get((str(kind), str(name)))
        return f"{self.root}{path}" if path else None

    answer_chart = staticmethod(answer_chart)

    @staticmethod
    def with_bars(request: Any, column: str) -> str:
        """The path and values of a request that asks for bars of a column."""
        return str(path_with_replaced_args(request, {"_bars": column}))

    @staticmethod
    def raw(row: Any) -> dict[str, Any]:
        """The values of a row of Datasette by column."""
        return {cell["column"]: cell["raw"] for cell in row.cells}

    @staticmethod
    def number(value: float) -> str:
        """A number as it is written in German."""
        return number(value, "de")

    @staticmethod
    def lookup(key: str, name: str) -> str:
        """What a comparison is called; the English name of one that is new."""
        return LOOKUPS.get(key, name)


def _frame(edition: Edition, root: str, site_name: str) -> tuple[Markup, Markup]:
    """Header and footer of the site."""
    drawn: Any = (
        Environment(loader=FileSystemLoader(TEMPLATES_OF_SITE), autoescape=True)
        .get_template("frame.html")
        .module
    )
    parts = frame("/daten/", "de", site_name, edition.id, root, root)
    return drawn.site_header(parts), drawn.site_footer(parts)


def _paths(edition: Edition) -> dict[tuple[str, str], str]:
    """Where the pages of entries are, by kind and id."""
    with closing(sqlite3.connect(f"{edition.database.as_uri()}?immutable=1", uri=True)) as db:
        return {(kind, name): path for kind, name, path in db.execute("SELECT kind, id, path FROM entries")}
