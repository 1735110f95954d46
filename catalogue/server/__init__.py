"""What `catalogue serve` runs: the web frontend at `/`, and at `/daten` Datasette in a process of its own."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from catalogue.server.site import CurrentSite


class CannotListen(Exception):
    """The port cannot be opened, and why."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


def serve(output: Path, host: str, port: int, trusted_key: str, started: Callable[[], None]) -> None:
    """Serve the current edition under `output` until interrupted, if a key is trusted only what is signed with it; `started` is called once requests are taken.

    Raises CannotListen if the port cannot be opened, EditionMissing if there is no edition, EditionDamaged if none proves
    itself.
    """
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            started()

    with listen(host, port) as listening:
        site = CurrentSite(output, trusted_key)
        with suppress(KeyboardInterrupt):  # the way to end it
            Server(uvicorn.Config(site, log_level="warning", proxy_headers=False)).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A socket on which connections come in. Raises CannotListen if the port cannot be opened."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise CannotListen(error) from error
    # Head and body of an answer are two small packets. Without this the second waits 40 ms for the browser's word
    # that the first came; asyncio only sets it on sockets it opened itself.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
