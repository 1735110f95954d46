"""Datasette's process as the site sees it: started when somebody asks for the data, started again if it ends, and asked over
a Unix socket that nobody else reaches.

What it answers is passed on while it comes in. A visitor who leaves closes the connection to the process, which then stops.
"""

from __future__ import annotations

import asyncio
import logging
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import httpx

from catalogue.edition import Edition
from catalogue.server.asgi import Receive, Scope, Send
from catalogue.server.leaving import unless_left
from catalogue.server.turns import NoRoom, Turns

PASSED_ON = (b"host", b"accept")
"""What of a request's headers Datasette reads; it knows no users, no forms and no cookies here."""

OF_CONNECTION = (b"connection", b"keep-alive", b"transfer-encoding")
"""Headers of an answer that are about its connection and not about what it holds."""

LEFT_OPEN = httpx.Limits(max_connections=None, max_keepalive_connections=20, keepalive_expiry=60)

OWN_SQL = re.compile(rb"(^|&)(sql|_where)=")
"""The query of an address that holds SQL of the visitor."""

SQL_AT_ONCE = 2
"""How many visitors' own queries run at once: one less than Datasette has threads, so that its pages never wait for them."""

SQL_WAITING = 600
SQL_WAITING_SECONDS = 30.0
"""How many others wait for their turn, and for how long."""

ANSWER_SECONDS = 90
"""How long Datasette may be silent. A page runs several queries of seconds each, and others may wait before it."""

TRY_AGAIN_SECONDS = 5.0
"""How long nobody starts the process again after a start that has failed."""

MOST_SECONDS_TO_END = 60.0
"""After so long without an end, the process is killed."""

ENDED = "Der Prozess für /daten ist unerwartet zu Ende gegangen (%s). Er wird neu gestartet."
NOT_STARTED = "Der Prozess für /daten lässt sich nicht starten (%s)."

log = logging.getLogger(__name__)


class DatasetteAway(NoRoom):
    """Datasette does not answer at the moment; nothing of an answer has been sent."""


class DatasetteProcess:
    """Datasette over one edition, in a process that is started when it is first needed."""

    def __init__(self, edition: Edition, root: str, site_name: str) -> None:
        """`root` is the path of the site, `site_name` what it is called."""
        self._edition = edition
        self._settings = (root, site_name)
        self._running: _Running | None = None
        self._starting: asyncio.Task[_Running] | None = None
        self._failed = -TRY_AGAIN_SECONDS
        self._ended = False
        self._sql = Turns(SQL_AT_ONCE, SQL_WAITING, SQL_WAITING_SECONDS)

    @property
    def is_used(self) -> bool:
        """Whether anyone has asked for Datasette."""
        return self._running is not None or self._starting is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back. Raises NoRoom if there is none."""
        await unless_left(self._answer_in_turn(scope, send), receive)

    async def start(self) -> None:
        """Wait until the process takes requests; whoever asks first starts it. Raises DatasetteAway if it does not."""
        await self._started()

    async def end(self) -> None:
        """Let the process end once its answers are finished; it is not started again."""
        self._ended = True
        if self._running:
            await self._running.transport.aclose()
            self._running.end()

    async def _answer_in_turn(self, scope: Scope, send: Send) -> None:
        if OWN_SQL.search(scope["query_string"]):
            async with self._sql.turn():
                await self._answer(scope, send)
        else:
            await self._answer(scope, send)

    async def _answer(self, scope: Scope, send: Send) -> None:
        running = await self._started()
        has_begun = False
        try:
            response = await running.transport.handle_async_request(_request(scope))
            try:
                headers = [pair for pair in response.headers.raw if pair[0].lower() not in OF_CONNECTION]
                has_begun = True
                await send(
                    {"type": "http.response.start", "status": response.status_code, "headers": headers}
                )
                async for piece in response.aiter_raw():
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
            finally:
                await response.aclose()
        except httpx.TransportError as error:
            if not has_begun:
                raise DatasetteAway(repr(error)) from None
            log.warning("%s: %r", scope["path"], error)  # what is missing of the answer shows that it is cut
            return
        await send({"type": "http.response.body", "body": b""})

    async def _started(self) -> _Running:
        if self._running and self._running.is_there():
            return self._running
        if self._starting is None:
            if self._ended or time.monotonic() - self._failed < TRY_AGAIN_SECONDS:
                raise DatasetteAway
            self._starting = asyncio.create_task(self._start())
        return await asyncio.shield(self._starting)

    async def _start(self) -> _Running:
        if self._running:
            log.error(ENDED, self._running.how_ended())
            await self._running.transport.aclose()
            self._running.end()
        try:
            self._running = await asyncio.to_thread(_Running, self._edition, *self._settings)
        except (OSError, MemoryError, RuntimeError) as error:  # the last: there is no room for a thread
            self._failed = time.monotonic()
            log.error(NOT_STARTED, error)
            raise DatasetteAway(str(error)) from None
        finally:
            self._starting = None
        if self._ended:
            self._running.end()
        return self._running


class _Running:
    """A process that was started, and the way to ask it."""

    def __init__(self, edition: Edition, root: str, site_name: str) -> None:
        """Start it and wait until it takes requests. Raises OSError if it does not."""
        self._folder = Path(tempfile.mkdtemp(prefix="smart-city-katalog-"))  # nobody else may enter it
        socket = self._folder / "daten"
        command = [sys.executable, "-m", "catalogue.server.datasette_main"]
        self._process = subprocess.Popen(
            [*command, str(edition.folder), str(socket), root, site_name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout
        with self._process.stdout as said:
            is_ready = bool(said.readline())
        if not is_ready:
            self.end()
            raise ChildProcessError(self.how_ended())
        self.transport = httpx.AsyncHTTPTransport(uds=str(socket), limits=LEFT_OPEN)

    def is_there(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def how_ended(self) -> str:
        """What the system tells of the end of the process: its status, or minus the number of the signal that ended it."""
        return f"Status {self._process.wait()}"

    def end(self) -> None:
        """Let the process end once its answers are finished."""
        assert self._process.stdin
        self._process.stdin.close()
        threading.Thread(target=self._see_it_end, daemon=True).start()

    def _see_it_end(self) -> None:
        try:
            self._process.wait(MOST_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def _request(scope: Scope) -> httpx.Request:
    """The request as Datasette gets it: to its socket, with the address as it was sent."""
    target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
    headers = [pair for pair in scope["headers"] if pair[0] in PASSED_ON]
    extensions: dict[str, Any] = {"target": target, "timeout": {"connect": 5, "read": ANSWER_SECONDS}}
    return httpx.Request(
        scope["method"],
        "http://datasette",
        headers=[*headers, (b"x-forwarded-proto", scope["scheme"].encode("ascii"))],
        extensions=extensions,
    )
