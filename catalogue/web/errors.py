"""The pages for what is missing or went wrong, in the same dress as all others."""

from __future__ import annotations

from flask import Flask, render_template
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException


def register(app: Flask) -> None:
    """Show our own pages for 404, for other refusals and for faults."""
    app.register_error_handler(404, missing_page)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(500, _fault)


def missing_page(_error: Exception | None = None) -> tuple[str, int]:
    """The page for an address that leads nowhere."""
    return render_template(
        "error.html",
        title=_("Diese Seite gibt es nicht"),
        text=_("Vielleicht ist die Adresse unvollständig oder veraltet. Die Suche hilft weiter."),
    ), 404


def _refused(error: HTTPException) -> tuple[str, int]:
    return render_template(
        "error.html", title=error.name, text=_("Die Anfrage lässt sich so nicht beantworten.")
    ), error.code or 400


def _fault(_error: Exception) -> tuple[str, int]:
    return render_template(
        "error.html",
        title=_("Das hat nicht geklappt"),
        text=_("Auf unserer Seite ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal."),
    ), 500
