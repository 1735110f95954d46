"""What Datasette may not do here, as plugins of Datasette.

Loaded with Datasette at its first request, as importing Datasette takes longer than the first page may.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.facets import ArrayFacet, ColumnFacet, Facet

from catalogue.server.asgi import Application
from catalogue.server.datasette_csv import ROUTE, whole_csv
from catalogue.server.datasette_errors import answer
from catalogue.server.datasette_gate import Gate
from catalogue.server.sql_limits import limit

SECRET_PRAGMAS = ("database_list",)
"""What SQLite would tell in these is where its files lie."""


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Limit what a query may take, and let every query of a secret pragma give no rows."""
    limit(conn)
    conn.set_authorizer(_authorize)


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Callable[[Application], Gate]:
    """Let only requests through that can be answered in bounded time."""
    return lambda app: Gate(datasette, app)


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """CSV is ours: whole."""
    return [(ROUTE, whole_csv)]


@hookimpl  # type: ignore[untyped-decorator]
def register_facet_classes() -> list[type[Facet]]:
    """Facets of columns and of lists. That of dates reads `2022` as the 2022nd day of an ancient calendar."""
    return [ColumnFacet, ArrayFacet]


@hookimpl(tryfirst=True)  # type: ignore[untyped-decorator]
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Awaitable[Any]:
    """Answer with a page that tells nothing of the machine."""
    return answer(datasette, request, exception)


def _authorize(action: int, name: str | None, *_: Any) -> int:
    secret = action == sqlite3.SQLITE_PRAGMA and name in SECRET_PRAGMAS
    return sqlite3.SQLITE_IGNORE if secret else sqlite3.SQLITE_OK
