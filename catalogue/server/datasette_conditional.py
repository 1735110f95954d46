"""Datasette's answers follow from the edition and the address like all pages; what a browser has is not sent again."""

from __future__ import annotations

from typing import Any

from catalogue.server.asgi import Application, Receive, Scope, Send
from catalogue.server.datasette_answers import our_headers
from catalogue.web.conditional import ASK_AGAIN, Conditions


class Conditional:
    """An application whose answers carry the ETags of an edition."""

    def __init__(self, app: Application, conditions: Conditions) -> None:
        self._app = app
        self._conditions = conditions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        address, headers = address_of(scope), dict(scope["headers"])
        etag = self._conditions.etag(address).encode("ascii")
        if self._conditions.hold(address, headers.get(b"if-none-match", b"").decode("latin-1")):
            kept = [(b"etag", etag), (b"cache-control", ASK_AGAIN.encode("ascii"))]
            ours = our_headers(scope).items()
            kept += [(name.lower().encode("ascii"), value.encode("ascii")) for name, value in ours]
            await send({"type": "http.response.start", "status": 304, "headers": kept})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, marked(send, etag))


def marked(send: Send, etag: bytes) -> Send:
    """Send an answer with its ETag, if it is one to keep."""

    async def send_marked(message: Any) -> None:
        if message["type"] == "http.response.start":
            ours = [(b"etag", etag)] if message["status"] == 200 else []
            theirs = [(name, value) for name, value in message["headers"] if name.lower() != b"etag"]
            if b"cache-control" not in (name.lower() for name, _ in theirs):
                ours.append((b"cache-control", ASK_AGAIN.encode("ascii")))
            message = {**message, "headers": [*theirs, *ours]}
        await send(message)

    return send_marked


def address_of(scope: Scope) -> str:
    """The whole address of a request, as it was sent."""
    host = dict(scope["headers"]).get(b"host", b"")
    parts = (host, scope["raw_path"], scope["query_string"])
    return f"{scope['scheme']}://" + "?".join(part.decode("latin-1") for part in parts)
