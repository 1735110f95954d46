"""Datasette in a process of its own, so that no query takes time or memory from the pages (see `datasette_process`).

The process takes requests on a Unix socket until its standard input closes, which it does however its parent ends.
"""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from catalogue.edition import open_edition
from catalogue.server.asgi import Application, Receive, Scope, Send
from catalogue.server.datasette_app import start_datasette
from catalogue.server.leaving import unless_left
from search import read_plain_terms

READY = b"ready\n"
"""What the process says once it takes requests."""

NICENESS = 5
"""Pages come first: few visitors need SQL, and none of them expects it at once."""

HEAP_BYTES = 64_000_000
"""What all connections of SQLite may hold together. Without it tables that name each other twice, a few lines of SQL,
take gigabytes before the query has begun."""

DATA_BYTES = 600_000_000
"""What the process may hold: it begins with a quarter of it, and two answers of allowed size need as much again."""

KEPT_OPEN_SECONDS = 3600
"""How long a connection stays open without a request. The other end closes it long before, so it never meets a closed one."""

DRAINING_SECONDS = 30
"""How long answers that have begun may take after the end."""


def limit_process() -> None:
    """Put limits on this whole process; nothing in it can raise them again."""
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_DATA, (DATA_BYTES, DATA_BYTES))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA hard_heap_limit = {HEAP_BYTES}")


class DataServer(uvicorn.Server):
    """Serves until its parent wants no more."""

    async def startup(self, sockets: Any = None) -> None:
        """Take requests, say so, and listen for the end."""
        await super().startup(sockets)
        threading.Thread(target=self._end_with_input, daemon=True).start()
        sys.stdout.buffer.write(READY)
        sys.stdout.buffer.flush()
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nobody listens any more

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone: Ctrl+C and a service's stop reach all processes, and the parent has answers to finish."""
        yield

    def _end_with_input(self) -> None:
        sys.stdin.buffer.read()
        self.should_exit = True


def leaving_ends(app: Application) -> Application:
    """The application; a visitor who leaves it has no more work done, and no query run."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await unless_left(app(scope, _nothing, send), receive)

    return answer


async def _nothing() -> Any:
    """The body of every request: they only read."""
    return {"type": "http.request", "body": b"", "more_body": False}


async def run(folder: Path, socket: Path, root: str, site_name: str) -> None:
    """Serve the edition in a folder until the standard input closes. `root` and `site_name` as for `start_datasette`."""
    edition = open_edition(folder)
    datasette = await start_datasette(edition, root, site_name, read_plain_terms(edition.index))
    config = uvicorn.Config(
        leaving_ends(datasette.app()),
        uds=str(socket),
        lifespan="off",
        log_level="warning",
        access_log=False,
        forwarded_allow_ips="*",  # nobody else reaches the socket
        date_header=False,
        server_header=False,
        timeout_keep_alive=KEPT_OPEN_SECONDS,
        timeout_graceful_shutdown=DRAINING_SECONDS,
    )
    await DataServer(config).serve()


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    limit_process()
    _folder, _socket, _root, _site_name = sys.argv[1:]
    try:
        asyncio.run(run(Path(_folder), Path(_socket), _root, _site_name))
    finally:
        shutil.rmtree(Path(_socket).parent, ignore_errors=True)
