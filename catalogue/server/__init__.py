"""What `catalogue serve` runs: the web frontend at `/`, and at `/daten` Datasette in a process of its own."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from catalogue.server.listening import Address, CannotListen, listen

__all__ = ["Address", "CannotListen", "Serving", "serve"]


@dataclass(frozen=True, slots=True)
class Serving:
    """What is served, and how."""

    output: Path
    """The folder whose current edition is served."""
    trusted_key: str = ""
    """With a key to trust, only what is signed with it is served."""
    workers: int = 1
    """How many processes serve; with more than one, another watches them."""
    prepare: Callable[[], None] = logging.basicConfig
    """What each further process does first: it sets up its log."""
    watch: Callable[[Callable[[str], None]], None] | None = None
    """Begins to build beside the server what changes; it is given what to tell the id of each new edition."""


def serve(serving: Serving, address: Address, metrics: Address | None, started: Callable[[], None]) -> None:
    """Serve until interrupted; `started` is called once requests are taken.

    With an address for `metrics`, that tells machines how it goes. At the end no more requests are taken, and those under way
    are answered. Raises CannotListen if a port cannot be opened, EditionMissing if there is no edition, EditionDamaged if
    none proves itself.
    """
    with listen(address) as listening, listen(metrics) if metrics else nullcontext() as asked:
        if serving.workers > 1:
            from catalogue.server.workers import serve_by_workers

            serve_by_workers(serving, listening, asked, started)
        else:
            serve_here(serving, listening, asked, started)


def serve_here(
    serving: Serving, listening: socket.socket, asked: socket.socket | None, started: Callable[[], None]
) -> None:
    """Serve in this process, with sockets for visitors and for who asks how it goes."""
    from catalogue.server.measuring import Measured
    from catalogue.server.operating import Operations, side_server
    from catalogue.server.site import CurrentSite
    from catalogue.server.site_server import SiteServer

    site = CurrentSite(serving.output, serving.trusted_key)
    measured = Measured(site)
    operations = Operations(site, measured.registry)
    side = side_server(operations)

    class Server(SiteServer):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            if serving.watch:
                serving.watch(partial(_in_loop, asyncio.get_running_loop(), site.look_for))
            self._side = asyncio.create_task(side.serve(sockets=[asked])) if asked else None
            started()

        async def shutdown(self, sockets: Any = None) -> None:
            operations.is_draining = True
            await super().shutdown(sockets)
            if self._side:
                side.should_exit = True
                await self._side

    with suppress(KeyboardInterrupt):  # the way to end it
        Server(measured).run(sockets=[listening])


def _in_loop(loop: asyncio.AbstractEventLoop, step: Callable[[str], None], told: str) -> None:
    """Do a step in the thread of a loop; not if that has ended."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(step, told)
