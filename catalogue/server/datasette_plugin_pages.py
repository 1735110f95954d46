"""Pages of plugins of Datasette, filled on the server: dashboards and the search over all tables.

The plugins bring addresses and templates whose scripts ask for the data in the browser and draw it with code that they make
there, which the policy of the site forbids. Ours have the same names, stand in `templates/` and need no script.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl

from catalogue.edition.full_text import ENDING, FULL_TEXT
from catalogue.edition.tables import plural
from catalogue.model.kinds import KINDS
from catalogue.server.dashboards import DASHBOARDS, QUERIES, DrawnChart, chart_named, drawn

KINDS_BY_TABLE = {plural(kind.name): kind for kind in KINDS}
TITLES = {
    **{table: kind.plural.de for table, kind in KINDS_BY_TABLE.items()},
    "results": "Ergebnisse",
    "lessons": "Erfahrungen",
}
"""What the tables that are searched are called."""

Variables = dict[str, Any]

ROWS_SHOWN = 3
"""So many rows of a table are shown of what a search finds."""


@dataclass(frozen=True, slots=True)
class FoundInTable:
    """What a search finds in a table: how many rows, and the first of them with their addresses."""

    table: str
    title: str
    count: int
    address: str
    rows: list[tuple[str, str]]


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(
    template: str, datasette: Any, request: Any
) -> Callable[[], Awaitable[Variables]] | None:
    """What our templates need beside what the plugins give them."""
    filled = FILLED.get(template)
    return (lambda: filled(datasette, request)) if filled else None


async def _dashboard(datasette: Any, request: Any) -> Variables:
    """All charts of a dashboard, or the one that the address names."""
    name = request.url_vars["slug"]
    only = request.url_vars.get("chart_slug")
    charts = next(dashboard.charts for dashboard in DASHBOARDS if dashboard.name == name)
    chosen = [chart_named(name, only)] if only else charts
    drawings: list[DrawnChart] = []
    database = datasette.get_database().name
    for chart in chosen:
        query = QUERIES[chart.query]
        defaults = {parameter.name: parameter.default for parameter in query.parameters}
        answer = await datasette.execute(database, query.sql, defaults)
        drawings.append(drawn(chart, [dict(row) for row in answer.rows]))
    return {"drawings": drawings, "database_name": database}


async def _search(datasette: Any, request: Any) -> Variables:
    """What each table has of what is asked for, the most first."""
    question = request.args.get("q", "").strip()
    database = datasette.get_database()
    found = (
        [await _found(datasette, database.name, table, question) for table in FULL_TEXT] if question else []
    )
    return {
        "question": question,
        "found": sorted((each for each in found if each.count), key=lambda each: -each.count),
        "searched": len(FULL_TEXT),
    }


async def _found(datasette: Any, database: str, table: str, question: str) -> FoundInTable:
    """What a table has of it; its first rows by the column that is searched before all others."""
    named, key = FULL_TEXT[table][0], "id" if table in KINDS_BY_TABLE else "measure"
    met = f"FROM [{table}] WHERE rowid IN (SELECT rowid FROM [{table}{ENDING}] WHERE [{table}{ENDING}] MATCH suche(:q))"
    sql = f"SELECT [{named}] AS name, [{key}] AS key, count(*) OVER () AS found {met} LIMIT {ROWS_SHOWN}"
    rows = (await datasette.execute(database, sql, {"q": question})).rows
    address = f"{datasette.urls.table(database, table)}?{urlencode({'_search': question})}"
    firsts = [
        (row["name"], datasette.urls.row(database, table, row["key"]) if key == "id" else address)
        for row in rows
    ]
    return FoundInTable(table, TITLES[table], rows[0]["found"] if rows else 0, address, firsts)


FILLED: dict[str, Callable[[Any, Any], Awaitable[Variables]]] = {
    "dashboard_view.html": _dashboard,
    "dashboard_chart.html": _dashboard,
    "search_all.html": _search,
}
"""What fills each of our templates."""
