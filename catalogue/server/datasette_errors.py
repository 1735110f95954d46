"""What Datasette answers where something is wrong: its own words where the fault is the visitor's, else only that it
is ours. What an exception says may name files of the machine, so it goes to the log alone."""

from __future__ import annotations

import traceback
from typing import Any

from datasette import Response
from datasette.utils.asgi import Base400, Request
from datasette.views.base import DatasetteError
from markupsafe import Markup

TITLE = "Abfrage nicht möglich"
WRONG_VALUE = "Ein Wert in der Adresse ist ungültig, zum Beispiel ein Text, wo eine Zahl stehen muss."
OUR_FAULT = "Auf unserer Seite ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal."


async def answer(datasette: Any, request: Request, error: Exception) -> Response:
    """The page of an error, as JSON where JSON was asked for."""
    status, message, title, more = _told(error)
    if request.path.endswith(".json"):
        told = more | {"ok": False, "error": message, "status": status, "title": title}
        return Response.json(told, status=status)
    page = await datasette.jinja_env.select_template(["error.html"]).render_async(
        error=message,
        status=status,
        title=title,
        urls=datasette.urls,
        app_css_hash=datasette.app_css_hash(),
        menu_links=list,
    )
    return Response.html(page, status=status)


def _told(error: Exception) -> tuple[int, str, str | None, dict[str, Any]]:
    """Status, message, title, and what else a program is told."""
    if isinstance(error, DatasetteError):
        message = Markup(error.message) if error.message_is_html else error.message
        return error.status, message, error.title, error.error_dict
    if isinstance(error, Base400):
        return error.status, str(error), None, {}
    if isinstance(error, ValueError):
        return 400, WRONG_VALUE, TITLE, {}
    traceback.print_exception(error)
    return 500, OUR_FAULT, None, {}
