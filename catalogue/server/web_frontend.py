"""The web frontend as an ASGI application: a thread makes an answer, and is free before the first byte of it leaves.

So a visitor who reads slowly, or asks for much at once and reads nothing, costs no thread. An answer is whole in memory
before it is sent; of a file only the piece that is on its way.
"""

from __future__ import annotations

import asyncio
import contextvars
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from io import BytesIO
from typing import Any

from a2wsgi.wsgi import build_environ
from flask import Flask
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header
from werkzeug.wsgi import ClosingIterator

from catalogue.server.asgi import Receive, Scope, Send
from catalogue.server.body import VisitorLeft, read_body
from catalogue.server.kept_answers import KeptAnswers, ReadyAnswer, asks_for_all, question
from catalogue.web.conditional import READING
from catalogue.web.languages import ENGLISH_ROOT, below
from catalogue.web.static_files import PATH, accepted_encodings

THREADS = 10

StaticFile = tuple[str, tuple[str, ...]]
"""The path of a file and the ways of compressing that a visitor takes."""

KEPT_BYTES = 32_000_000
LARGEST_KEPT_BYTES = 1_000_000
"""What pages that are kept may take, all and each; compressed, as browsers ask for them, the first is some 2,000 pages."""


class WebFrontend:
    """The Flask application behind ASGI. What was asked for is kept: static files in each of their forms, pages within a bound."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._addresses = app.url_map.bind("")
        self._most_bytes: int = app.config["MAX_CONTENT_LENGTH"]
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="pages")
        self._static: dict[StaticFile, ReadyAnswer] = {}
        self._pages = KeptAnswers(KEPT_BYTES, LARGEST_KEPT_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if name := _static_file(scope):
            answer = self._static.get(name) or await self._read(name, scope)
        else:
            asked = question(scope)
            try:
                answer = self._pages.get(asked) or await self.answer(scope, await self._form(scope, receive))
            except VisitorLeft:
                return
            self._pages.keep(asked, answer)
        await answer.send(send)

    async def _read(self, name: StaticFile, scope: Scope) -> ReadyAnswer:
        """A static file, which is kept from now on: there is no more to keep than the editions hold."""
        answer = await self.answer(scope)
        if answer.status == 200:
            answer.gather()
            self._static[name] = answer
        return answer

    async def answer(self, scope: Scope, form: bytes = b"") -> ReadyAnswer:
        """The answer to a request, to be sent, with the form that it brought."""
        loop, context = asyncio.get_running_loop(), contextvars.copy_context()
        return await loop.run_in_executor(self._threads, partial(context.run, self._answer, scope, form))

    def close(self) -> None:
        """Take no more requests."""
        self._threads.shutdown(wait=False)

    async def _form(self, scope: Scope, receive: Receive) -> bytes:
        """What a request brings beside its head, if a page reads it; few do. Raises VisitorLeft."""
        path, method = scope["path"], scope["method"]
        if method in READING or not self._addresses.test(below(path, ENGLISH_ROOT) or path, method):
            return b""
        told = dict(scope["headers"]).get(b"content-length", b"0")
        return await read_body(receive, self._most_bytes, int(told))

    def _answer(self, scope: Scope, form: bytes) -> ReadyAnswer:
        """What the application answers, in this thread."""
        environ: Any = build_environ(scope, BytesIO(form))  # type: ignore[arg-type]
        environ["CONTENT_LENGTH"] = str(len(form))
        environ.pop("HTTP_TRANSFER_ENCODING", None)  # it came whole
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


def _static_file(scope: Scope) -> StaticFile | None:
    """The static file that is asked for and the forms of it that the visitor takes; nothing if anything else is asked."""
    if not scope["path"].startswith(PATH) or not asks_for_all(scope):
        return None
    told = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1")
    return scope["path"], accepted_encodings(parse_accept_header(told, Accept))


def _whole(pieces: ClosingIterator) -> bytes:
    with closing(pieces):
        return b"".join(pieces)
