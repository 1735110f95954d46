"""A cache that never outgrows a number of bytes and that any number of threads may share."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

MEBIBYTE = 2**20

ENTRY_BYTES = 120
"""About what an entry costs beside its key and its value: its place in the dictionary."""


class BoundedCache(Generic[Key, Value]):
    """Keeps values as long as there is room; the oldest go first."""

    def __init__(self, most_bytes: int, bytes_of: Callable[[Key, Value], int]) -> None:
        """`bytes_of` tells how much memory a key and its value take."""
        self.most_bytes = most_bytes
        self._bytes_of = bytes_of
        self._values: dict[Key, Value] = {}
        self._lock = Lock()
        self._bytes = 0

    @property
    def bytes(self) -> int:
        """The memory that all entries take, as `bytes_of` tells it."""
        return self._bytes

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Key) -> Value | None:
        """The value of a key, None if it is not (or no longer) known."""
        return self._values.get(key)  # which Python does in one step, so it needs no lock

    def get_or_make(self, key: Key, make: Callable[[Key], Value]) -> Value:
        """The value of a key; what `make` gives of the key, which is kept, if it is not (or no longer) known."""
        value = self._values.get(key)
        if value is None:
            value = make(key)
            self.put(key, value)
        return value

    def put(self, key: Key, value: Value) -> None:
        """Keep a value if it fits at all, and let go of others until it does."""
        size = self._size(key, value)
        if size > self.most_bytes:
            return
        with self._lock:
            if key in self._values:  # another thread was faster
                return
            self._values[key] = value
            self._bytes += size
            while self._bytes > self.most_bytes:
                oldest = next(iter(self._values))
                self._bytes -= self._size(oldest, self._values.pop(oldest))

    def _size(self, key: Key, value: Value) -> int:
        return ENTRY_BYTES + self._bytes_of(key, value)
