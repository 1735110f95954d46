"""What `catalogue serve` runs: the web frontend at `/`, and at `/daten` Datasette in a process of its own."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BACKLOG = 512
"""How many visitors may knock before they are let in; others wait a second before they try again."""

DRAINING_SECONDS = 30
"""How long answers that have begun may take after the end."""


class CannotListen(Exception):
    """A port cannot be opened, and why."""

    def __init__(self, port: int, error: OSError) -> None:
        super().__init__(str(error))
        self.port = port
        self.error = error


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def serve(
    output: Path, address: Address, metrics: Address | None, trusted_key: str, started: Callable[[], None]
) -> None:
    """Serve the current edition under `output` until interrupted; `started` is called once requests are taken.

    With an address for `metrics`, that tells machines how it goes. With a key to trust, only what is signed with it is
    served. At the end no more requests are taken, and those under way are answered. Raises CannotListen if a port cannot be
    opened, EditionMissing if there is no edition, EditionDamaged if none proves itself.
    """
    import uvicorn

    from catalogue.server.connections import AcceptErrors, BoundedConnection
    from catalogue.server.measuring import Measured
    from catalogue.server.operating import Operations, side_server
    from catalogue.server.site import CurrentSite

    with listen(address) as listening, listen(metrics) if metrics else nullcontext() as asked:
        site = CurrentSite(output, trusted_key)
        measured = Measured(site)
        operations = Operations(site, measured)
        side = side_server(operations)

        class Server(uvicorn.Server):
            async def startup(self, sockets: Any = None) -> None:
                asyncio.get_running_loop().set_exception_handler(AcceptErrors())
                await super().startup(sockets)
                self._side = asyncio.create_task(side.serve(sockets=[asked])) if asked else None
                started()

            async def shutdown(self, sockets: Any = None) -> None:
                operations.is_draining = True
                await super().shutdown(sockets)
                if self._side:
                    side.should_exit = True
                    await self._side

        config = uvicorn.Config(
            measured,
            http=BoundedConnection,
            ws="none",
            log_level="warning",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            backlog=BACKLOG,
            timeout_graceful_shutdown=DRAINING_SECONDS,
        )
        with suppress(KeyboardInterrupt):  # the way to end it
            Server(config).run(sockets=[listening])


def listen(address: Address) -> socket.socket:
    """A socket on which connections come in. Raises CannotListen if the port cannot be opened."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        listening = socket.create_server((address.host, address.port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise CannotListen(address.port, error) from error
    # Head and body of an answer are two small packets. Without this the second waits 40 ms for the browser's word
    # that the first came; asyncio only sets it on sockets it opened itself.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
