"""Connections that bring nothing end, and there are only so many of them.

uvicorn ends a connection that rests after an answer. One that never asks, asks for ever or does not read its answer would
stay open; and with the last descriptor gone, no page could open a file.
"""

from __future__ import annotations

import asyncio
import resource
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from catalogue.server.failing import headers_of_text

HEAD_SECONDS = 15.0
"""How long the head of a request may take."""

READ_SECONDS = 120.0
"""How long a visitor may take to read what is on its way, some 64 kB."""

MOST_CONNECTIONS = 2000

DESCRIPTORS_FOR_ELSE = 44
"""How many files the site itself has open at most: an edition, another that takes over, and connections to Datasette."""

FEWEST_CONNECTIONS = 4


def last_answer(status: str, text: str, **more: str) -> bytes:
    """An answer as it leaves, made without the application, after which the connection is closed."""
    headers = headers_of_text(text) | more | {"Connection": "close"}
    return "\r\n".join(
        [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers.items()), "", text]
    ).encode()


NO_ROOM = last_answer(
    "503 Service Unavailable",
    "Der Katalog hat gerade viel zu tun. Bitte versuchen Sie es in einigen Sekunden noch einmal.\n",
    **{"Retry-After": "5"},
)
"""What a visitor is told who finds all connections taken."""

NO_REQUEST = last_answer("400 Bad Request", "Das ist keine Anfrage, die sich beantworten lässt.\n")
"""What is told whoever does not speak HTTP as it is written."""

TOLD_AGAIN_SECONDS = 60.0
"""How often the log tells that descriptors are used up. asyncio would do so thousands of times a second."""


def most_connections() -> int:
    """How many connections there may be, with the descriptors that this process may have."""
    descriptors, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if descriptors == resource.RLIM_INFINITY:
        return MOST_CONNECTIONS
    return min(MOST_CONNECTIONS, max(FEWEST_CONNECTIONS, descriptors - DESCRIPTORS_FOR_ELSE))


class TimeLimit:
    """A time after which something happens, unless it is lifted before."""

    def __init__(self, loop: asyncio.AbstractEventLoop, seconds: float, end: Callable[[], None]) -> None:
        self._start = partial(loop.call_later, seconds, end)
        self._timer: asyncio.TimerHandle | None = None

    def set(self, runs: bool) -> None:
        """Let the time run from now on, or on if it does; or lift it."""
        if runs and not self._timer:
            self._timer = self._start()
        elif not runs and self._timer:
            self._timer.cancel()
            self._timer = None


class BoundedConnection(H11Protocol):
    """A connection that has only so long for each step."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._head_limit = TimeLimit(self.loop, HEAD_SECONDS, self._end)
        self._read_limit = TimeLimit(self.loop, READ_SECONDS, self._abort)
        self._is_too_many = False

    def connection_made(self, transport: Any) -> None:
        """Wait for a request."""
        super().connection_made(transport)
        most = most_connections()
        self._is_too_many = len(self.connections) > most
        if len(self.connections) > most + max(1, most // 4):  # so many that not even this can be told to all
            transport.abort()
        self._watch_head()

    def data_received(self, data: bytes) -> None:
        """Take what comes in. Bytes now and then do not lengthen the time that the head of a request has."""
        if self.transport.is_closing():
            return
        if self._is_too_many:
            self.transport.write(NO_ROOM)
            self._end()
            return
        super().data_received(data)
        self._watch_head()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request, unless an answer is on its way already, and end the connection."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            self.transport.write(NO_REQUEST)
        self._end()

    def _unsupported_upgrade_warning(self) -> None:
        """Tell the operator nothing of those who ask for another protocol; they are answered in this one."""

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._watch_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        self._head_limit.set(False)
        self._read_limit.set(False)

    def pause_writing(self) -> None:
        """The visitor does not read as fast as the answer comes."""
        super().pause_writing()
        self._read_limit.set(True)

    def resume_writing(self) -> None:
        """The visitor has read."""
        super().resume_writing()
        self._read_limit.set(False)

    def timeout_keep_alive_handler(self) -> None:
        """End a connection that rests."""
        super().timeout_keep_alive_handler()
        self._end()

    def _watch_head(self) -> None:
        comes = self.conn.their_state in (h11.IDLE, h11.SEND_BODY)
        self._head_limit.set(comes and not self.transport.is_closing())

    def _end(self) -> None:
        """End the connection once the visitor has read what is on its way."""
        self.transport.close()
        self._read_limit.set(self.transport.get_write_buffer_size() > 0)

    def _abort(self) -> None:
        self.transport.abort()


class AcceptErrors:
    """The handler of errors in the event loop: that no connection can be accepted is told now and then."""

    def __init__(self) -> None:
        self._told = -TOLD_AGAIN_SECONDS

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Tell of an error."""
        if "socket.accept" in context.get("message", ""):
            if time.monotonic() - self._told < TOLD_AGAIN_SECONDS:
                return
            self._told = time.monotonic()
        loop.default_exception_handler(context)
