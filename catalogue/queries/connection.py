"""Opening the database of an edition for reading."""

from __future__ import annotations

import sqlite3
import sys
import unicodedata
from pathlib import Path

from search.caching import MEBIBYTE, BoundedCache


def connect(database: Path) -> sqlite3.Connection:
    """Open an edition's database: read-only and immutable, so without any locks."""
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.row_factory = sqlite3.Row
    connection.create_collation("german", _compare_names)
    return connection


def _compare_names(one: str, other: str) -> int:
    a, b = _sort_key(one), _sort_key(other)
    return (a > b) - (a < b)


def _sort_key(name: str) -> str:
    """Names in the order of DIN 5007-1: ä as a, ß as ss, signs before letters left out."""
    key = _sort_keys.get(name)
    if key is None:
        plain = unicodedata.normalize("NFD", name.casefold())
        key = "".join(c for c in plain if c.isalnum() or c == " ").strip()
        _sort_keys.put(name, key)
    return key


_sort_keys: BoundedCache[str, str] = BoundedCache(
    4 * MEBIBYTE, lambda name, key: sys.getsizeof(name) + sys.getsizeof(key)
)
"""SQLite asks for the key of a name once for every name that it compares it with."""
