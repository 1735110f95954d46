"""The web frontend as an ASGI application: a thread makes an answer, and is free before the first byte of it leaves.

So a visitor who reads slowly, or asks for much at once and reads nothing, costs no thread. An answer is whole in memory
before it is sent; of a file only the piece that is on its way.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from a2wsgi.wsgi import build_environ
from flask import Flask
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header
from werkzeug.wsgi import ClosingIterator

from catalogue.server.asgi import Receive, Scope, Send
from catalogue.web.static_files import PATH, accepted_encodings

THREADS = 10

CONDITIONS = {
    b"range",
    b"if-range",
    b"if-match",
    b"if-none-match",
    b"if-modified-since",
    b"if-unmodified-since",
}
"""What a request may say so that it gets another answer than the whole file."""


@dataclass(slots=True)
class ReadyAnswer:
    """An answer of the web frontend: its head, and its body in pieces."""

    status: int
    headers: list[tuple[bytes, bytes]]
    pieces: Iterable[bytes]

    async def send(self, send: Send) -> None:
        """Send it as fast as the visitor reads."""
        try:
            await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
            for piece in self.pieces:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            getattr(self.pieces, "close", lambda: None)()


class WebFrontend:
    """The Flask application behind ASGI. Static files are kept in memory once they were asked for, in each of their forms."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="pages")
        self._static: dict[tuple[str, tuple[str, ...]], ReadyAnswer] = {}

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one request. No page reads what a request may bring beside its head."""
        key = _static_file(scope)
        if key and (kept := self._static.get(key)):
            await kept.send(send)
            return
        answer = await self.answer(scope)
        if key and answer.status == 200:  # so there is no more to keep than the edition holds
            answer.pieces = [b"".join(answer.pieces)]
            self._static[key] = answer
        await answer.send(send)

    async def answer(self, scope: Scope) -> ReadyAnswer:
        """The answer to a request, to be sent."""
        loop, context = asyncio.get_running_loop(), contextvars.copy_context()
        return await loop.run_in_executor(self._threads, partial(context.run, self._answer, scope))

    def close(self) -> None:
        """Take no more requests."""
        self._threads.shutdown(wait=False)

    def _answer(self, scope: Scope) -> ReadyAnswer:
        """What the application answers, in this thread."""
        environ: Any = build_environ(scope, BytesIO())  # type: ignore[arg-type]
        environ.pop("CONTENT_LENGTH", None)
        head: list[Any] = []

        def begin(*told: Any) -> Any:
            head[:] = told

        pieces = self._app(environ, begin)
        if isinstance(pieces, ClosingIterator):  # a page; whatever else the application passes on is a file
            pieces = [_whole(pieces)]
        status, headers = head[:2]
        raw = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in headers
            if name != "Date"  # the server tells it
        ]
        return ReadyAnswer(int(status.split(" ", 1)[0]), raw, pieces)


def asks_for_all(scope: Scope) -> bool:
    """Whether a request is for a whole answer, whatever the visitor has of it."""
    return scope["method"] == "GET" and CONDITIONS.isdisjoint(name for name, _ in scope["headers"])


def _static_file(scope: Scope) -> tuple[str, tuple[str, ...]] | None:
    """The static file that is asked for and the forms of it that the visitor takes; nothing if anything else is asked."""
    if not scope["path"].startswith(PATH) or not asks_for_all(scope):
        return None
    told = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1")
    return scope["path"], accepted_encodings(parse_accept_header(told, Accept))


def _whole(pieces: ClosingIterator) -> bytes:
    with closing(pieces):
        return b"".join(pieces)
