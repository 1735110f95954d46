"""What every answer tells the browser: to load nothing from elsewhere and to run nothing that is not ours."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from flask import Flask, Response

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""`data:` pictures are the icons in the KERN kit's style sheet."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Scripts of other sites may read data all the same: for what they ask, `cross_origin` counts and not the last of these."""


OVER_TLS = HEADERS | {"Strict-Transport-Security": "max-age=31536000"}
"""On a site whose address begins with https: a browser asks for it in no other way for a year."""


def headers_of(scheme: str) -> Mapping[str, str]:
    """The headers of a site whose own address has this scheme."""
    return OVER_TLS if scheme == "https" else HEADERS


def register(app: Flask) -> None:
    """Put the headers on every answer of the web frontend."""
    ours = headers_of(urlsplit(app.config["SITE_ADDRESS"] or "").scheme)

    def add(response: Response) -> Response:
        for name, value in ours.items():
            response.headers.setdefault(name, value)
        return response

    app.after_request(add)
