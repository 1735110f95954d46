"""How Datasette searches: in the words of the site, for tables that have a full text and for views over them.

What a visitor types is put into the terms that `edition.full_text` holds, wherever a full text is asked: by `_search`, by the
page that searches all tables, and in SQL by `suche(:q)`. With `_searchmode=raw` the question is passed on as it is.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette.filters import FilterArguments

from catalogue.edition.full_text import ENDING, FULL_TEXT
from catalogue.edition.views import VIEWS
from search import PlainTerms

FUNCTIONS = ("suche", "escape_fts")
"""What puts a question into terms: ours, and what Datasette calls around each one."""

TABLES_OF_VIEWS = {view.name: view.of for view in VIEWS if view.of in FULL_TEXT}
"""Views that can be searched, and the tables whose rows theirs are."""


def add_functions(connection: sqlite3.Connection, terms: PlainTerms) -> None:
    """Let SQL put questions into terms."""

    def ask(question: Any) -> str:
        return terms.of_query("" if question is None else str(question))

    for name in FUNCTIONS:
        connection.create_function(name, 1, ask, deterministic=True)


def full_text_of(table: str) -> str | None:
    """The full text of a table, if it has one."""
    return table + ENDING if table in FULL_TEXT else None


def view_filter(request: Any, table: str) -> FilterArguments | None:
    """What `_search` means for a view: the rows whose entries are found. Nothing for a table or a view that has no full text."""
    searched = TABLES_OF_VIEWS.get(table)
    if searched is None:
        return None
    question = request.args.get("_search")
    shown = {"supports_search": True, "search": question or ""}
    if not question:
        return FilterArguments([], extra_context=shown)
    full_text = searched + ENDING
    return FilterArguments(
        [
            f"id IN (SELECT id FROM [{searched}] WHERE rowid IN "
            f"(SELECT rowid FROM [{full_text}] WHERE [{full_text}] MATCH suche(:suche)))"
        ],
        {"suche": question},
        [f'search matches "{question}"'],
        shown,
    )
