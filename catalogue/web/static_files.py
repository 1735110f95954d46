"""Serving the edition's style sheets, scripts, fonts and icons; their names carry a hash, so browsers may keep them."""

from __future__ import annotations

import json
from mimetypes import guess_type

from flask import Flask, Response, abort, request, send_from_directory
from werkzeug.datastructures import Accept

from catalogue.edition import Edition
from catalogue.model.site_address import site_path

PATH = "/static/"
YEAR_SECONDS = 365 * 24 * 3600
ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""Ways of compressing, the tightest first, with the ending of the file that holds it."""


def register(app: Flask, edition: Edition) -> None:
    """Serve the files at `/static/` and give templates `asset(name)`, the address of a file."""
    names: dict[str, str] = json.loads((edition.static / "names.json").read_text("utf-8"))
    root = site_path(app.config["SITE_ADDRESS"] or "")
    present = {file.name for file in edition.static.iterdir()}

    def serve(name: str, hashed: bool = True) -> Response:
        if name not in names.values():
            abort(404)
        accepted = accepted_encodings(request.accept_encodings)
        encoding = next((e for e in accepted if name + ENCODINGS[e] in present), None)
        response = send_from_directory(
            edition.static,
            name + ENCODINGS[encoding] if encoding else name,
            mimetype=guess_type(name)[0],
            max_age=YEAR_SECONDS if hashed else None,
        )
        if hashed:
            response.cache_control.immutable = True
        if name + ".br" in present:
            response.vary.add("Accept-Encoding")
        if encoding:
            response.content_encoding = encoding
        return response

    app.add_url_rule(f"{PATH}<name>", "static", serve)
    app.add_url_rule("/favicon.ico", "favicon", lambda: serve(names["favicon.svg"], hashed=False))
    app.jinja_env.globals["asset"] = lambda name: f"{root}{PATH}{names[name]}"


def accepted_encodings(accept: Accept) -> tuple[str, ...]:
    """Which of our ways of compressing a visitor takes, the tightest first."""
    return tuple(encoding for encoding in ENCODINGS if accept[encoding])
