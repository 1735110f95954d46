"""Serving the edition's style sheets, scripts, fonts and icons; their names carry a hash, so browsers may keep them.

A page outlives its edition: in a browser, in a cache, or because another process still serves the one before. So files of the
editions that lie beside are served too.
"""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import suppress
from io import BytesIO
from mimetypes import guess_type

from flask import Flask, Response, abort, request, send_file, send_from_directory
from werkzeug.datastructures import Accept

from catalogue.edition import Edition
from catalogue.model.site_address import site_path

PATH = "/static/"
YEAR_SECONDS = 365 * 24 * 3600
ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""Ways of compressing, the tightest first, with the ending of the file that holds it."""

HASHED = re.compile(r"[\w-]+\.([0-9a-f]{10})\.[a-z0-9]+")
"""A name as `edition.static_assets` makes it."""


def register(app: Flask, edition: Edition) -> None:
    """Serve the files at `/static/` and give templates `asset(name)`, the address of a file."""
    names: dict[str, str] = json.loads((edition.static / "names.json").read_text("utf-8"))
    root = site_path(app.config["SITE_ADDRESS"] or "")
    present = {file.name for file in edition.static.iterdir()}

    def serve(name: str, hashed: bool = True) -> Response:
        if name not in names.values():
            return serve_from_beside(name)
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

    def serve_from_beside(name: str) -> Response:
        data = file_beside(edition, name)
        if data is None:
            abort(404)
        response = send_file(BytesIO(data), mimetype=guess_type(name)[0], max_age=YEAR_SECONDS)
        response.cache_control.immutable = True
        return response

    app.add_url_rule(f"{PATH}<name>", "static", serve)
    app.add_url_rule("/favicon.ico", "favicon", lambda: serve(names["favicon.svg"], hashed=False))
    app.jinja_env.globals["asset"] = lambda name: f"{root}{PATH}{names[name]}"


def file_beside(edition: Edition, name: str) -> bytes | None:
    """The static file of an edition beside this one; nothing if none has it. It proves itself, as its name tells its hash."""
    if told := HASHED.fullmatch(name):
        for file in edition.folder.parent.glob(f"*/static/{name}"):
            with suppress(OSError):  # removed meanwhile
                data = file.read_bytes()
                if hashlib.sha256(data).hexdigest().startswith(told[1]):
                    return data
    return None


def accepted_encodings(accept: Accept) -> tuple[str, ...]:
    """Which of our ways of compressing a visitor takes, the tightest first."""
    return tuple(encoding for encoding in ENCODINGS if accept[encoding])
