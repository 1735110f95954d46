"""What an operator's machines ask of a running server, on a port of its own: does it live, is it ready, what does it measure.

The port is open only if it is asked for, and then to this machine alone unless another address is named: the answers are
not for visitors, and who starts the catalogue on a laptop shall not meet a second port that is taken.
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import Any

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from catalogue.server.asgi import Receive, Scope, Send
from catalogue.server.telling import Following

Answer = tuple[int, str, bytes]


class Operations:
    """The application behind the port: `/healthz`, `/readyz`, `/metrics`. Whoever asks lets the site look for another edition."""

    def __init__(self, site: Following, registry: CollectorRegistry) -> None:
        self._site = site
        self._registry = registry
        self.is_draining = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not self.is_draining:
            self._site.look()
        status, media_type, body = self.answer(scope["path"])
        headers = [
            (b"content-type", media_type.encode()),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
        ]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    def answer(self, path: str) -> Answer:
        """Status, media type and body of an address.

        Healthy is who answers at all. Ready is a site of which a process has opened an edition, which has searched and shown
        its first pages before; not any more who is to end and still answers what is under way.
        """
        if path == "/healthz":
            return _told(200, status="ok")
        if path == "/readyz":
            edition, workers = self._site.edition, self._site.workers
            state = "draining" if self.is_draining else "ready" if workers else "starting"
            code = 200 if state == "ready" else 503
            return _told(code, status=state, edition=edition.id, day=edition.day, workers=workers)
        if path == "/metrics":
            return 200, CONTENT_TYPE_LATEST, generate_latest(self._registry)
        return _told(404, status="unknown", paths=["/healthz", "/readyz", "/metrics"])


class SideServer(uvicorn.Server):
    """A second server in the same event loop, which leaves the signals to the first."""

    def capture_signals(self) -> Any:
        """Leave all signals alone."""
        return nullcontext()


def side_server(operations: Operations) -> SideServer:
    """The server of the port; it answers one request a connection, so that its end waits for nobody."""
    return SideServer(
        uvicorn.Config(
            operations,
            log_level="warning",
            log_config=None,
            access_log=False,
            lifespan="off",
            headers=[("connection", "close")],
        )
    )


def _told(code: int, /, **facts: Any) -> Answer:
    return code, "application/json", json.dumps(facts).encode() + b"\n"
