"""What takes seconds to make and no content changes, kept in the cache of the user."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_DIGEST_BYTES = 32


def from_user_cache(name: str, made_from: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives; it is called only if the cache lacks that, holds it damaged or cannot be used.

    `made_from` must be other bytes where `make` would give other ones: all that decides on them, its own code too.
    """
    file = folder() / f"{name}-{hashlib.sha256(made_from).hexdigest()[:16]}"
    with suppress(OSError):
        digest, data = (kept := file.read_bytes())[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        if digest == hashlib.sha256(data).digest():
            return data
    made = make()
    with suppress(OSError):
        write_whole(hashlib.sha256(made).digest() + made, file)
    return made


def write_whole(data: bytes, file: Path) -> None:
    """Write a file so that another process finds all of it or nothing. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}-{os.getpid()}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def folder() -> Path:
    """Where the XDG Base Directory Specification puts what is kept only to be faster; it may be missing or deleted at any time."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(cache) if cache else Path(os.path.expanduser("~/.cache"))) / "smart-city-katalog"
