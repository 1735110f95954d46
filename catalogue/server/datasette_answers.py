"""What Datasette's answers carry beside its own: headers that keep foreign code out, and let foreign scripts read the data."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import datasette

from catalogue.server.asgi import Scope, Send
from catalogue.web.cross_origin import ALLOWED, is_data
from catalogue.web.headers import HEADERS

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def amended(send: Send, scope: Scope, base: str) -> Send:
    """Send an answer of Datasette, which lies at the path `base`, with what is missing."""

    async def send_amended(message: Any) -> None:
        if message["type"] == "http.response.start":
            ours = {**HEADERS, "Content-Security-Policy": content_security_policy()}
            if is_data(scope["path"]):
                ours |= ALLOWED
            headers = list(_with_headers(message["headers"], ours, base.encode("ascii")))
            message = {**message, "headers": headers}
        await send(message)

    return send_amended


def _with_headers(
    headers: list[tuple[bytes, bytes]], ours: Mapping[str, str], base: bytes
) -> Iterator[tuple[bytes, bytes]]:
    """The headers with our own; redirects are led below the base, which those of Datasette do not all name."""
    for name, value in headers:
        if name.lower() == b"location" and not value.startswith(base):
            value = base + value.removeprefix(b"/")
        yield name, value
    present = {name.lower() for name, _ in headers}
    for header, text in ours.items():
        name = header.lower().encode("ascii")
        if name not in present:  # where a query stands in the address Datasette allows no referrer at all
            yield name, text.encode("ascii")


@cache
def content_security_policy() -> str:
    """Datasette's own inline scripts may run, and no other. Its templates have styles at many elements."""
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in _inline_scripts())
    return (
        f"default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _inline_scripts() -> Iterator[str]:
    for template in sorted((Path(datasette.__file__).parent / "templates").glob("*.html")):
        for script in INLINE_SCRIPT.findall(template.read_text("utf-8")):
            yield script.replace("{{ datasette_allow_facet }}", "true")
