"""The languages of the interface: German at `/`, English at `/en`; content stays German.

The first part of an English address is cut off before routing, so every view serves both languages and
`request.script_root` is what links must begin with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, Response, redirect, request
from flask_babel import Babel

from catalogue.edition import Edition
from catalogue.model.entries import Label
from catalogue.web.form_input import LONGEST_QUERY

LANGUAGES = ("de", "en")
ENGLISH_ROOT = "/en"

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def register(app: Flask, edition: Edition) -> None:
    """Translate the interface by the address of the page."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(edition.translations)
    Babel(app, locale_selector=language)
    app.wsgi_app = english_root(app.wsgi_app)  # type: ignore[method-assign, assignment]
    app.before_request(follow_browser)
    app.context_processor(
        lambda: {"root": request.script_root, "language": language(), "other_languages": other_languages()}
    )


def language() -> str:
    """The language of the current page."""
    return "en" if request.script_root == ENGLISH_ROOT else "de"


def in_language(label: Label) -> str:
    """A name in the language of the current page."""
    return label.en if language() == "en" else label.de


def english_root(wsgi: Wsgi) -> Wsgi:
    """Take `/en` off the path of a request and note it as the root of the application."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        environ["SCRIPT_NAME"] = ""
        if path == ENGLISH_ROOT or path.startswith(f"{ENGLISH_ROOT}/"):
            environ["SCRIPT_NAME"] = ENGLISH_ROOT
            environ["PATH_INFO"] = path.removeprefix(ENGLISH_ROOT) or "/"
        return wsgi(environ, start_response)

    return answer


def follow_browser() -> Response | None:
    """Lead to English who comes to the start page with a browser that asks for English before German."""
    if request.path != "/" or language() != "de" or "sprache" in request.args:
        return None
    if request.accept_languages.best_match(LANGUAGES, default="de") != "en":
        return None
    response = redirect(f"{ENGLISH_ROOT}/")
    response.vary.add("Accept-Language")
    return response  # type: ignore[return-value]


def other_languages() -> list[tuple[str, str]]:
    """The other languages with the address of this page in them; without what it asks for if that is refused."""
    path = request.full_path.rstrip("?") if len(request.query_string) <= LONGEST_QUERY else request.path
    if language() == "de":
        return [("en", ENGLISH_ROOT + path)]
    return [("de", "/?sprache=de" if request.path == "/" else path)]
