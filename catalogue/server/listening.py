"""Where a server listens."""

from __future__ import annotations

import socket
from dataclasses import dataclass

BACKLOG = 512
"""How many visitors may knock before they are let in; others wait a second before they try again."""


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
