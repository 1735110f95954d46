"""One of several processes that serve the same site from one socket, each with an edition of its own in memory.

It tells its parent each second how it goes, and ends once the parent wants it to or has ended, however that happened.
"""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any

from catalogue.server import Serving
from catalogue.server.measuring import Measured
from catalogue.server.site import CurrentSite
from catalogue.server.site_server import SiteServer
from catalogue.server.telling import ServedEdition, WorkerState

TELL_SECONDS = 1.0
"""How often a worker looks for another edition, also while nobody asks for a page, and tells how it goes."""


def work(serving: Serving, listening: socket.socket, parent: Connection) -> None:
    """Serve until the parent says so or is gone. What hinders the start is told to the parent."""
    # They reach all processes, and the parent ends its workers.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    serving.prepare()
    try:
        site = CurrentSite(serving.output, serving.trusted_key)
    except Exception as error:
        parent.send(error)
        return
    WorkerServer(site, parent).run(sockets=[listening])


class WorkerServer(SiteServer):
    """Serves a site as long as the parent wants it to."""

    def __init__(self, site: CurrentSite, parent: Connection) -> None:
        super().__init__(Measured(site), accepted_at_once=1)  # of many at once the others get their share
        self._site = site
        self._parent = parent

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield

    async def startup(self, sockets: Any = None) -> None:
        """Take requests, and tell so."""
        await super().startup(sockets)
        threading.Thread(target=self._end_with_parent, daemon=True).start()
        self._telling = asyncio.create_task(self._tell())

    async def shutdown(self, sockets: Any = None) -> None:
        """Finish the answers under way."""
        self._telling.cancel()
        await super().shutdown(sockets)

    async def _tell(self) -> None:
        while True:
            self._site.look()
            edition = ServedEdition(self._site.edition.id, self._site.edition.day)
            with suppress(OSError):  # the parent is gone, which ends this
                self._parent.send(WorkerState(edition, self._site.switches, self._site.refusals))
            await asyncio.sleep(TELL_SECONDS)

    def _end_with_parent(self) -> None:
        with suppress(EOFError, OSError):
            self._parent.recv()
        self.should_exit = True
