"""The pages for what is missing, refused or went wrong, in the same dress as all others."""

from __future__ import annotations

from flask import Flask, Response, make_response, render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException, ServiceUnavailable

from catalogue.web import api, former_addresses

SERVER_FAULT = 500
"""Statuses from here on are not the visitor's fault."""

NOT_FOUND = 404

BUSY_SECONDS = 2
"""When to try again what failed for want of memory or room."""

BUSY = "catalogue.busy"
"""What the server adds to the scope of a request (see ASGI) that it has no room for."""


def register(app: Flask) -> None:
    """Show our own pages for every status of HTTP that is an error."""
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(MemoryError, busy)
    app.before_request(refuse_for_want_of_room)


def texts(status: int) -> tuple[str, str]:
    """The title and the text of the page for a status; others than these are told in general."""
    known = {
        404: (
            _("Diese Seite gibt es nicht"),
            _("Vielleicht ist die Adresse unvollständig oder veraltet. Die Suche hilft weiter."),
        ),
        405: (
            _("Hier lässt sich nur lesen"),
            _("Der Katalog nimmt keine Eingaben entgegen; jede Seite hat ihre Adresse und ändert nichts."),
        ),
        400: (
            _("Diese Eingaben lassen sich nicht lesen"),
            _(
                "Das Formular ist unvollständig angekommen oder stammt nicht von hier. Gehen Sie zurück und senden Sie es noch einmal."
            ),
        ),
        413: (
            _("Das ist zu viel auf einmal"),
            _(
                "Der Katalog nimmt keine Dateien und keine so langen Eingaben entgegen. Gehen Sie zurück und kürzen Sie den Text."
            ),
        ),
        414: (
            _("Diese Adresse ist zu lang"),
            _("Sie nennt mehr, als der Katalog auf einmal liest. Wählen Sie weniger Filter oder Einträge."),
        ),
        500: (
            _("Das hat nicht geklappt"),
            _("Auf unserer Seite ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal."),
        ),
        503: (
            _("Der Katalog hat gerade viel zu tun"),
            _("Bitte versuchen Sie es in einigen Sekunden noch einmal."),
        ),
    }
    refusal = (_("Das geht so nicht"), _("Die Anfrage lässt sich so nicht beantworten."))
    return known.get(status) or (refusal if status < SERVER_FAULT else known[SERVER_FAULT])


def refused(error: HTTPException) -> Response:
    """The answer to an error of HTTP, for people or for programs, with what its headers say: how to read, when to try again."""
    status = error.code or SERVER_FAULT
    if status == NOT_FOUND and (answer := former_addresses.answer()):
        return answer
    page = api.refused(status) if api.is_for_programs() else error_page(status)
    for name, value in error.get_headers():
        if name != "Content-Type":
            page.headers[name] = value
    return page


def error_page(status: int, told: tuple[str, str] | None = None) -> Response:
    """The page for a status that is an error, with a title and a text of its own if there are any."""
    title, text = told or texts(status)
    return make_response(render_template("error.html", title=title, text=text), status)


def busy(_error: MemoryError) -> Response:
    """The page for a moment in which there is no memory left."""
    return refused(ServiceUnavailable(retry_after=BUSY_SECONDS))


def refuse_for_want_of_room() -> None:
    """Answer that the catalogue is busy, whatever is asked. Raises ServiceUnavailable."""
    if request.environ.get("asgi.scope", {}).get(BUSY):
        raise ServiceUnavailable(retry_after=BUSY_SECONDS)
