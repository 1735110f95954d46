"""Who may read what with a script from another site: everybody all data, as they are public and nobody logs in here.

Pages are left out: no script of another site has a use for them (https://fetch.spec.whatwg.org/#http-cors-protocol).
"""

from __future__ import annotations

from flask import Flask, Response, request

from catalogue.api.operation import HOME

DATA_ENDINGS = (".json", ".csv", ".atom", "/vorschlaege")
DATA_FOLDERS = (f"{HOME}/", "/daten/downloads/", "/daten/dcat.")
"""Below these is nothing but data; the first two themselves are pages."""

ALLOWED = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link"}
"""On every answer with data, also one that tells a mistake or that nothing has changed."""

PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
"""What a browser is told that asks before it asks."""


def is_data(path: str) -> bool:
    """Whether a path below the site gives data rather than a page."""
    return path.endswith(DATA_ENDINGS) or (path.startswith(DATA_FOLDERS) and path not in DATA_FOLDERS)


def register(app: Flask) -> None:
    """Let scripts of other sites read all data."""

    def answer_preflight() -> Response | None:
        asks = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        return Response(status=204, headers=PREFLIGHT) if asks and is_data(request.path) else None

    def allow(response: Response) -> Response:
        if is_data(request.path):
            response.headers.update(ALLOWED)
        return response

    app.before_request(answer_preflight)
    app.after_request(allow)
