"""Taking turns: what is dear is done for a few at once, and others wait, though neither in any number nor for ever."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class NoRoom(Exception):
    """Nobody else can be served at the moment."""


class Turns:
    """A bound on how many are served at once, how many wait, and for how long."""

    def __init__(self, at_once: int, waiting: int, seconds: float) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._places = waiting
        self._seconds = seconds

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for one's turn, which lasts to the end of the block. Raises NoRoom if too many wait, or it takes too long."""
        if self._free.locked():
            await self._wait()
        else:
            await self._free.acquire()  # at once
        try:
            yield
        finally:
            self._free.release()

    async def _wait(self) -> None:
        if not self._places:
            raise NoRoom
        self._places -= 1
        try:
            async with asyncio.timeout(self._seconds):
                await self._free.acquire()
        except TimeoutError:
            raise NoRoom from None
        finally:
            self._places += 1
