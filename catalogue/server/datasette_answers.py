"""What Datasette's answers carry beside its own: headers that keep foreign code out, and let foreign scripts read the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalogue.server.asgi import Scope, Send
from catalogue.web.cross_origin import ALLOWED, is_data
from catalogue.web.headers import headers_of


def our_headers(scope: Scope) -> dict[str, str]:
    """The headers that an answer to a request for data or their pages has on this site."""
    return {**headers_of(scope["scheme"]), **(ALLOWED if is_data(scope["path"]) else {})}


def amended(send: Send, scope: Scope, base: str) -> Send:
    """Send an answer of Datasette, which lies at the path `base`, with what is missing."""

    async def send_amended(message: Any) -> None:
        if message["type"] == "http.response.start":
            headers = list(_with_headers(message["headers"], our_headers(scope), base.encode("ascii")))
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
