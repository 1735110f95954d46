"""What is worked out of each of many things by itself, kept as long as the same things come again.

A process that builds again and again (`serve --watch`) mostly has the same files and entries as the time before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Found = TypeVar("Found")


class FoundOnce(Generic[Thing, Found]):
    """Works something out of each of many things; of one that was among those of the last time it is known."""

    def __init__(self, find: Callable[[Thing], Found]) -> None:
        """`find` must give the same whenever it is given the same object."""
        self._find = find
        self._known: dict[int, tuple[Thing, Found]] = {}

    def of(self, things: Iterable[Thing]) -> list[Found]:
        """What each of them gives, in their order."""
        before, now = self._known, {}
        for thing in things:
            now[id(thing)] = before.get(id(thing)) or (thing, self._find(thing))
        self._known = now  # which has the things too, so that no other one gets the same number
        return [found for _, found in now.values()]
