"""Full-text columns for Datasette: filled with the terms by which the search of the site finds an entry.

SQLite compares words letter by letter; what is known of German is therefore in the columns. They hold no text that anyone
could read, only what finds a row of the table beside them, which has the same `rowid`. Questions must be put in the same
terms: see `server.datasette_search`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from catalogue.edition.sqlite_file import PAGE_SIZE, blank_unused_bytes
from catalogue.edition.tables import plural
from catalogue.model.kinds import KINDS
from search import PlainTerms, plain_documents

FULL_TEXT: dict[str, tuple[str, ...]] = {
    **{plural(kind.name): kind.full_text or (kind.title,) for kind in KINDS},
    "results": ("text",),
    "lessons": ("text",),
}
"""Tables that can be searched, and the columns that are, the one that names a row first; see `FOUND_BY_SITE`."""

FOUND_BY_SITE = frozenset(plural(kind.name) for kind in KINDS if kind.searched)
"""Tables of entries that the site finds. Of them all is searched that the site looks into, also what they list."""

ENDING = "_fts"
"""What follows the name of a table in that of its full text."""


def write_full_text(database: Path, index: Path, terms: PlainTerms) -> None:
    """Add a full text to each table that can be searched, from the index of the same edition. Raises OSError.

    `terms` are those of the same index; they analyse what is not in it.
    """
    found = plain_documents(index)
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    for table, columns in FULL_TEXT.items():
        name = table + ENDING
        connection.execute(
            f"CREATE VIRTUAL TABLE [{name}] USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 2')"
        )
        if table in FOUND_BY_SITE:
            rows = [(row, found[key]) for row, key in connection.execute(f"SELECT rowid, id FROM [{table}]")]
        else:
            rows = [*_rows(connection, table, columns, terms)]
        connection.executemany(f"INSERT INTO [{name}] (rowid, terms) VALUES (?, ?)", rows)
        connection.execute(f"INSERT INTO [{name}] ([{name}]) VALUES ('optimize')")
    connection.execute("COMMIT")
    connection.close()
    blank_unused_bytes(database, PAGE_SIZE)


def _rows(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], terms: PlainTerms
) -> Iterator[tuple[int, str]]:
    """The number of each row, and the terms of its columns."""
    listed = ", ".join(f"[{column}]" for column in columns)
    for number, *texts in connection.execute(f"SELECT rowid, {listed} FROM [{table}] ORDER BY rowid"):
        yield number, _of_text("\n".join(filter(None, texts)), terms)


def _of_text(text: str, terms: PlainTerms) -> str:
    """The terms of a text, kept for the next build of this process with the same words."""
    known = _known_terms(terms.fingerprint)
    if text not in known:
        known[text] = terms.of_text(text)
    return known[text]


@lru_cache(maxsize=1)
def _known_terms(_language: str) -> dict[str, str]:
    return {}
