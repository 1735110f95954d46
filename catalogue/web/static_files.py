"""Serving the edition's style sheets, fonts and icons; their names carry a hash, so browsers may keep them."""

from __future__ import annotations

import json

from flask import Flask, Response, abort, send_from_directory

from catalogue.edition import Edition

YEAR_SECONDS = 365 * 24 * 3600


def register(app: Flask, edition: Edition) -> None:
    """Serve the files at `/static/` and give templates `asset(name)`, the address of a file."""
    names: dict[str, str] = json.loads((edition.static / "names.json").read_text("utf-8"))

    def serve(name: str) -> Response:
        if name not in names.values():
            abort(404)
        response = send_from_directory(edition.static, name, max_age=YEAR_SECONDS)
        response.cache_control.immutable = True
        return response

    app.add_url_rule("/static/<name>", "static", serve)
    app.add_url_rule("/favicon.ico", "favicon", lambda: serve(names["favicon.svg"]))
    app.jinja_env.globals["asset"] = lambda name: f"/static/{names[name]}"
