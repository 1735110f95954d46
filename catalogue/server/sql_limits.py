"""What a query of the public may take: SQLite's own limits on a connection, and a bound on the rows that are kept.

What all queries together may take of the machine is limited for the process that Datasette runs in (`datasette_main`).

A query is stopped by the clock only between two steps of SQLite's machine. One step may call a function that runs
over a whole text, or over one text for each character of another; so the length of a text bounds the time, too.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, Generic, TypeVar

from datasette.database import Database, QueryInterrupted
from datasette.utils import sqlite_timelimit

from catalogue.facts.formats import number
from catalogue.server.datasette_search import full_text_of
from catalogue.server.sql_functions import replace_slow_functions

LONGEST_VALUE = 100_000
"""Bytes of a text, a blob or a row. The longest row of the catalogue has a hundredth of it."""

LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 64,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 5000,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
"""What SQLite refuses beyond (https://www.sqlite.org/limits.html). Datasette itself asks for up to 2,000 variables."""

ANSWER_BYTES = 5_000_000
"""How much one answer may hold in memory."""

CELL_BYTES = 100
"""What a cell counts beside its text: Datasette needs about 30 µs to show an empty one."""

TOO_MUCH_MEMORY = "Die Abfrage braucht zu viel Arbeitsspeicher. Verbinden Sie weniger Tabellen oder schachteln Sie weniger tief."
TOO_LARGE = (
    "Die Antwort wäre zu groß: Schon die ersten {rows} Zeilen füllen den Platz. Wählen Sie weniger Spalten oder mit LIMIT "
    "weniger Zeilen, kürzen Sie lange Texte, zum Beispiel mit substr(text, 1, 1000), oder laden Sie die Antwort als CSV."
)
EXPLANATIONS = {
    "string or blob too big": (
        f"Ein Wert wäre länger als {LONGEST_VALUE} Zeichen. "
        "Fassen Sie weniger zusammen oder kürzen Sie Texte, zum Beispiel mit substr(text, 1, 1000)."
    ),
    "query string is too large": "Die Abfrage ist zu lang. Teilen Sie sie auf.",
}
"""What SQLite says of a limit, and what a person is told."""

T = TypeVar("T")


def limit(connection: sqlite3.Connection) -> None:
    """Put the limits on a connection."""
    for category, most in LIMITS.items():
        connection.setlimit(category, most)
    connection.execute("PRAGMA temp_store = MEMORY")  # else one sort writes a gigabyte a second to the disk
    replace_slow_functions(connection, LONGEST_VALUE)


class RowCounter:
    """Makes the rows of one answer, until they hold too much."""

    def __init__(self) -> None:
        self._left = ANSWER_BYTES
        self._rows = 0

    def __call__(self, cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> sqlite3.Row:
        """A row, as sqlite3 asks for it. Raises OperationalError if the answer grows too large."""
        self._left -= sum(CELL_BYTES + (len(v) if isinstance(v, str | bytes) else 0) for v in row)
        if self._left < 0:
            raise sqlite3.OperationalError(TOO_LARGE.format(rows=number(self._rows, "de")))
        self._rows += 1
        return sqlite3.Row(cursor, row)


class Reading(Generic[T]):
    """What is read from a connection in a thread, and can be stopped from another."""

    def __init__(self, fn: Callable[[sqlite3.Connection], T]) -> None:
        self._fn = fn
        self._connection: sqlite3.Connection | None = None
        self._changing = threading.Lock()

    def __call__(self, connection: sqlite3.Connection) -> T:
        """Read from a connection. Raises sqlite3.OperationalError if that is stopped."""
        self._use(connection)
        try:
            return self._fn(connection)
        finally:
            self._use(None)

    def stop(self) -> None:
        """Stop the query that runs, if one does."""
        with self._changing:
            if self._connection:
                self._connection.interrupt()

    def _use(self, connection: sqlite3.Connection | None) -> None:
        with self._changing:
            self._connection = connection


whole_answers: ContextVar[bool] = ContextVar("whole_answers", default=False)
"""Whether the request that is answered wants all rows of its query: whoever loads data, not whoever looks at a page."""


class BoundedDatabase(Database):  # type: ignore[misc]
    """A database of Datasette whose answers are bounded, and which tells a person what to do about it."""

    async def execute(self, sql: str, *arguments: Any, truncate: bool = False, **settings: Any) -> Any:
        """The rows of a query; of a page's query the first `max_returned_rows`."""
        return await super().execute(
            sql, *arguments, truncate=truncate and not whole_answers.get(), **settings
        )

    async def fts_table(self, table: str) -> str | None:
        """The full text of a table. Datasette itself looks for one that copies the table's columns."""
        return full_text_of(table)

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Read with `fn` from a connection. Raises sqlite3.DatabaseError where a limit is reached."""

        def bounded(connection: sqlite3.Connection) -> T:
            connection.row_factory = RowCounter()
            return fn(connection)

        return await self._explained(bounded)

    async def read(self, sql: str, params: Mapping[str, Any], use: Callable[[sqlite3.Cursor], T]) -> T:
        """What `use` makes of the rows of a query while they are read, as many as there are; it keeps few of them.

        Raises sqlite3.DatabaseError where a limit is reached, QueryInterrupted where time is up.
        """

        def _reading(connection: sqlite3.Connection) -> T:
            connection.row_factory = None
            with sqlite_timelimit(connection, self.ds.sql_time_limit_ms):
                try:
                    return use(connection.execute(sql, params))
                except sqlite3.OperationalError as error:
                    if error.args == ("interrupted",):
                        raise QueryInterrupted(error, sql, params) from None
                    raise

        return await self._explained(_reading)

    async def _explained(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        reading = Reading(fn)
        try:
            read: T = await super().execute_fn(reading)
        except asyncio.CancelledError:  # the visitor has left
            reading.stop()
            raise
        except MemoryError:
            raise sqlite3.OperationalError(TOO_MUCH_MEMORY) from None
        except sqlite3.DatabaseError as error:
            if str(error) in EXPLANATIONS:
                raise type(error)(EXPLANATIONS[str(error)]) from None
            raise
        return read
