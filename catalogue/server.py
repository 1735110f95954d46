"""One ASGI process for everyone's first run: the web frontend at `/`, Datasette at `/daten`.

Both read one edition. When `current` points to another edition, the next request opens that one; requests under
way finish on the old one.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from a2wsgi import WSGIMiddleware

from catalogue.edition import Edition, EditionMissing, open_edition
from catalogue.web import create_app
from catalogue.web.edition_access import close

DATASETTE_PATH = "/daten"

DATASETTE_SETTINGS: dict[str, Any] = {
    "base_url": f"{DATASETTE_PATH}/",
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 500,
    "max_returned_rows": 2000,
    "default_page_size": 50,
    "allow_download": True,
    "default_cache_ttl": 300,
    "num_sql_threads": 2,
}
"""Limits of Datasette: it reads an immutable file, no query runs longer or returns more than this."""

OWN_PAGES = f"{DATASETTE_PATH}/-/"
SHOWN_OWN_PAGES = ("static/", "static-plugins/", "metadata")
"""Which of Datasette's pages about itself are shown; the others tell of the machine, or are for those logged in."""

LOOK_SECONDS = 1.0
"""How often a request may look whether another edition is current."""

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]


class Site:
    """The two applications over one edition. Datasette is loaded at its first request, as few visitors need it.

    All of it runs in the event loop's thread; the applications bring threads of their own.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._flask = create_app(edition)
        self._web = WSGIMiddleware(self._flask)  # type: ignore[arg-type]
        self._datasette: Any = None
        self._datasette_app: Any = None
        self._under_way = 0
        self._retired = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        self._under_way += 1
        try:
            if is_for_datasette(scope["path"]):
                await self.datasette_app()(scope, receive, send)
            else:
                await self._web(scope, receive, send)  # type: ignore[arg-type]
        finally:
            self._under_way -= 1
            await self._close_if_done()

    def datasette_app(self) -> Any:
        """Datasette over the edition's database."""
        if self._datasette_app is None:
            self._datasette = open_datasette(self.edition)
            self._datasette_app = self._datasette.app()
        return self._datasette_app

    async def retire(self) -> None:
        """Take no more requests; let go of threads and files once those under way are finished."""
        self._retired = True
        await self._close_if_done()

    async def _close_if_done(self) -> None:
        if not self._retired or self._under_way:
            return
        self._web.executor.shutdown(wait=False)
        close(self._flask)
        if self._datasette:
            self._datasette.executor.shutdown(wait=False)
            for database in self._datasette.databases.values():
                database.close()
            # Its thread for writing waits for ever; leaving the thread is the only way to end it.
            await self._datasette.databases["_internal"].execute_write_fn(_leave_thread, block=False)


def _leave_thread(_: Any) -> None:
    raise SystemExit


def is_for_datasette(path: str) -> bool:
    """Whether Datasette answers for this path."""
    if path.startswith(OWN_PAGES):
        return path.removeprefix(OWN_PAGES).startswith(SHOWN_OWN_PAGES)
    return path == DATASETTE_PATH or path.startswith(f"{DATASETTE_PATH}/")


def open_datasette(edition: Edition) -> Any:
    """Datasette: read-only, with the descriptions of all tables and columns."""
    from datasette.app import Datasette
    from datasette.plugins import pm

    from catalogue import datasette_plugins

    if not pm.is_registered(datasette_plugins):
        pm.register(datasette_plugins)
    # Otherwise every mistyped SQL query prints pages of local variables into the log.
    pm.get_plugin("datasette.handle_exception").rich = None
    metadata = json.loads(edition.metadata.read_text("utf-8"))
    metadata |= {
        "title": "Smart-City-Katalog: Daten",
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/deed.de",
        "source": f"Ausgabe {edition.id}",
        "source_url": "/",
    }
    return Datasette(immutables=[str(edition.database)], metadata=metadata, settings=DATASETTE_SETTINGS)


class CurrentSite:
    """The site of whichever edition is current."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._site = Site(open_edition(output))
        self._looked = time.monotonic()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or agree to the server's start and stop."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            await self._follow()
            await self._site(scope, receive, send)

    async def _follow(self) -> None:
        """Open the current edition if it is another one now."""
        if time.monotonic() - self._looked < LOOK_SECONDS:
            return
        self._looked = time.monotonic()
        try:
            edition = open_edition(self._output)
        except EditionMissing:  # someone has cleaned up; the open one still answers
            return
        if edition.folder != self._site.edition.folder:
            before, self._site = self._site, Site(edition)
            await before.retire()


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


def serve(output: Path, host: str, port: int, started: Callable[[], None]) -> None:
    """Serve the current edition under `output` until interrupted; `started` is called once requests are taken.

    Raises OSError if the port cannot be opened.
    """
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            started()

    with listen(host, port) as listening:
        site = CurrentSite(output)
        with suppress(KeyboardInterrupt):  # the way to end it
            Server(uvicorn.Config(site, log_level="warning")).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A socket on which connections come in. Raises OSError if the port cannot be opened."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family)
    # Head and body of an answer are two small packets. Without this the second waits 40 ms for the browser's word
    # that the first came; asyncio only sets it on sockets it opened itself.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
