"""Opening the database of an edition for reading."""

from __future__ import annotations

import sqlite3
import sys
import unicodedata
from pathlib import Path

from search.caching import MEBIBYTE, BoundedCache

MOST_STATEMENTS = 256
"""How many statements a connection keeps parsed: about as many as all pages run."""


def connect(database: Path) -> sqlite3.Connection:
    """Open an edition's database: read-only and immutable, so without any locks.

    Threads may use the connection one after the other.
    """
    address = f"{database.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(
        address, uri=True, check_same_thread=False, cached_statements=MOST_STATEMENTS
    )
    connection.row_factory = sqlite3.Row
    connection.create_collation("german", _compare_names)
    return connection


class Connections:
    """Connections to one database that are lent to requests: each has read the schema and parsed statements already.

    There are as many as there were requests at the same time, so at most as many as the server has threads.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._free: list[sqlite3.Connection] = []

    def take(self) -> sqlite3.Connection:
        """A connection that nobody else uses until it is given back."""
        try:
            return self._free.pop()  # which Python does in one step, so it needs no lock
        except IndexError:
            return connect(self._database)

    def give_back(self, connection: sqlite3.Connection) -> None:
        """Let others use a connection that was taken."""
        self._free.append(connection)

    def close(self) -> None:
        """Close all connections that nobody uses."""
        while self._free:
            self._free.pop().close()


def read_as_of(db: sqlite3.Connection, day: str) -> None:
    """Let `date('now')` be a day in all queries of a connection, so that views give the same rows tomorrow."""
    clock = sqlite3.connect(":memory:", check_same_thread=False)

    def date(*words: str) -> str | None:
        fixed = [day if word == "now" else word for word in words if word != "localtime"]
        told: str | None = clock.execute(f"SELECT date({', '.join('?' * len(fixed))})", fixed).fetchone()[0]
        return told

    db.create_function("date", -1, date)


def _compare_names(one: str, other: str) -> int:
    a, b = _sort_keys.get_or_make(one, _sort_key), _sort_keys.get_or_make(other, _sort_key)
    return (a > b) - (a < b)


def _sort_key(name: str) -> str:
    """Names in the order of DIN 5007-1: ä as a, ß as ss, signs before letters left out."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()


_sort_keys: BoundedCache[str, str] = BoundedCache(
    4 * MEBIBYTE, lambda name, key: sys.getsizeof(name) + sys.getsizeof(key)
)
"""SQLite asks for the key of a name once for every name that it compares it with."""
