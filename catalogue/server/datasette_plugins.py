"""What Datasette may not do here, as plugins of Datasette.

Loaded with Datasette at its first request, as importing Datasette takes longer than the first page may.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.facets import ColumnFacet, Facet

from catalogue.server.asgi import Application
from catalogue.server.datasette_cells import shown
from catalogue.server.datasette_errors import answer
from catalogue.server.datasette_facets import ListFacet
from catalogue.server.datasette_gate import Gate
from catalogue.server.datasette_search import add_functions, view_filter
from catalogue.server.datasette_whole_answers import ROUTE, whole_answer
from catalogue.server.sql_limits import limit

INTERNAL = "_internal"
"""The database in which Datasette notes what others hold."""

SECRET_PRAGMAS = ("database_list",)
"""What SQLite would tell in these is where its files lie."""


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection, datasette: Any) -> None:
    """Limit what a query may take, let every query of a secret pragma give no rows, and search as the site does.

    Last, since Datasette has a function of the same name as one of ours.
    """
    limit(conn)
    add_functions(conn, datasette.terms)
    conn.set_authorizer(_authorize)


@hookimpl  # type: ignore[untyped-decorator]
def permission_allowed(action: str, resource: Any) -> bool | None:
    """Everyone may see all of the catalogue, and nobody what Datasette notes for itself."""
    if action in ("view-database", "view-table"):
        database = resource if isinstance(resource, str) else resource[0]
        return False if database == INTERNAL else None
    return None


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Callable[[Application], Gate]:
    """Let only requests through that can be answered in bounded time."""
    return lambda app: Gate(datasette, app)


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Files of rows are ours: whole."""
    return [(ROUTE, whole_answer)]


@hookimpl  # type: ignore[untyped-decorator]
def register_facet_classes() -> list[type[Facet]]:
    """Facets of columns and of lists. That of dates reads `2022` as the 2022nd day of an ancient calendar."""
    return [ColumnFacet, ListFacet]


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def filters_from_request(request: Any, table: str) -> Any:
    """Let views be searched. Last, since Datasette's own answer says of every view that it cannot be."""
    return view_filter(request, table)


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(datasette: Any) -> dict[str, Any]:
    """Give templates what the pages wear."""
    return {"dress": datasette.dress}


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def render_cell(value: Any, column: str) -> Any:
    """Show lists and amounts as people read them."""
    return shown(value, column)


@hookimpl(tryfirst=True)  # type: ignore[untyped-decorator]
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Awaitable[Any]:
    """Answer with a page that tells nothing of the machine."""
    return answer(datasette, request, exception)


def _authorize(action: int, name: str | None, *_: Any) -> int:
    secret = action == sqlite3.SQLITE_PRAGMA and name in SECRET_PRAGMAS
    return sqlite3.SQLITE_IGNORE if secret else sqlite3.SQLITE_OK
