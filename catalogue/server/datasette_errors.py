"""What Datasette answers where something is wrong: its own words where the fault is the visitor's, else only that it
is ours. What an exception says may name files of the machine, so it goes to the log alone."""

from __future__ import annotations

import sqlite3
import traceback
from typing import Any

from datasette import Response
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, NotFound, Request
from datasette.views.base import DatasetteError

from catalogue.server.datasette_former_rows import former_row
from catalogue.server.failing import OUR_FAULT

INTERRUPTED = "SQL Interrupted"
"""Datasette's title of a query that took too long. Its text has a script of its own and links to its settings."""

TITLE = "Abfrage nicht möglich"
WRONG_VALUE = "Ein Wert in der Adresse ist ungültig, zum Beispiel ein Text, wo eine Zahl stehen muss."
TOO_LONG = "Die Abfrage dauert zu lange und wurde abgebrochen. Verbinden oder sortieren Sie weniger Zeilen, oder schränken Sie sie ein."
INVALID = "Invalid SQL"
"""Datasette's title of a query that SQLite does not understand."""

IN_GERMAN = {
    INVALID: TITLE,
    "Statement must be a SELECT": "Eine Abfrage beginnt mit SELECT oder WITH; geändert werden kann hier nichts.",
    "You can only execute one statement at a time.": "Stellen Sie eine Abfrage allein; nach dem Strichpunkt steht noch eine.",
    "not authorized": "Das darf eine Abfrage hier nicht.",
    "Table not found": "Diese Tabelle gibt es in dieser Ausgabe nicht.",
    "Record not found": "Diese Zeile gibt es in dieser Ausgabe nicht.",
    "Database not found": "Hier gibt es nur die Daten des Katalogs.",
    "Invalid database": "Hier gibt es nur die Daten des Katalogs.",
}
"""What Datasette says most often, for the page; programs get its own words."""


async def answer(datasette: Any, request: Request, error: Exception) -> Response:
    """The page of an error, as JSON where JSON was asked for."""
    if request.url_vars.get("pks") and _is_of_sql(error):
        error = NotFound(
            "Record not found"
        )  # the query is Datasette's own: there is no such table, or it has other keys
    if isinstance(error, NotFound):
        try:
            if moved := await former_row(datasette, request):
                return moved
        except DatasetteError as gone:
            error = gone
    status, message, title, more = _told(error)
    if request.path.endswith(".json"):
        told = more | {"ok": False, "error": message, "status": status, "title": title}
        return Response.json(told, status=status)
    page = await datasette.jinja_env.select_template(["error.html"]).render_async(
        error=IN_GERMAN.get(message, message),
        status=status,
        title=IN_GERMAN.get(title or "", title),
        urls=datasette.urls,
        dress=datasette.dress,
    )
    return Response.html(page, status=status)


def _is_of_sql(error: Exception) -> bool:
    """Whether SQLite could not make sense of a query."""
    return isinstance(error, sqlite3.OperationalError | sqlite3.ProgrammingError) or (
        isinstance(error, DatasetteError) and error.title == INVALID
    )


def _told(error: Exception) -> tuple[int, str, str | None, dict[str, Any]]:
    """Status, message, title, and what else a program is told."""
    if isinstance(error, DatasetteError):
        message = TOO_LONG if error.title == INTERRUPTED else error.message
        status = (
            400 if error.status >= 500 else error.status
        )  # it says 500 where an address asks for nonsense
        return status, message, error.title, error.error_dict
    if isinstance(error, QueryInterrupted):
        return 400, TOO_LONG, TITLE, {}
    if isinstance(error, Base400):
        return error.status, str(error), None, {}
    if isinstance(error, ValueError | sqlite3.ProgrammingError):
        return 400, WRONG_VALUE, TITLE, {}
    traceback.print_exception(error)
    return 500, OUR_FAULT, None, {}
