"""What files gave when they were last read, kept from one build to the next."""

from __future__ import annotations

import hashlib
import os
import pickle
from functools import lru_cache
from pathlib import Path
from typing import cast

from catalogue.reading.entry_file import EntryFile

CHECKSUM_BYTES = 32
"""Length of the SHA-256 at the start of a cache, which tells a whole file from a damaged one."""


class ReadingCache:
    """What files gave when they were last read, by path and checksum. Only what is asked for is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[tuple[str, str], bytes] = {}
        self._used: dict[tuple[str, str], bytes] = {}
        self._live: dict[tuple[str, str], EntryFile] = {}
        try:
            data = path.read_bytes()
        except OSError:
            return
        checksum, kept = data[:CHECKSUM_BYTES], data[CHECKSUM_BYTES:]
        if hashlib.sha256(kept).digest() == checksum:
            self._kept = pickle.loads(kept)

    def get(self, key: tuple[str, str]) -> EntryFile | None:
        """What the file gave, if it was read before."""
        if key not in self._kept:
            return None
        self._used[key] = self._kept[key]
        if key not in self._live:
            self._live[key] = cast(EntryFile, pickle.loads(self._kept[key]))
        return self._live[key]

    def set(self, key: tuple[str, str], value: EntryFile) -> None:
        """Keep what a file gave."""
        self._used[key] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._live[key] = value

    def save(self) -> None:
        """Write the cache if it has changed, in one step; caches of other code are removed."""
        changed = self._used.keys() != self._kept.keys()
        self._kept, self._used = self._used, {}
        self._live = {key: value for key, value in self._live.items() if key in self._kept}
        if changed:
            self._write()

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._path.with_suffix(f".{os.getpid()}")
        kept = pickle.dumps(self._kept, pickle.HIGHEST_PROTOCOL)
        unfinished.write_bytes(hashlib.sha256(kept).digest() + kept)
        unfinished.replace(self._path)
        for old in self._path.parent.iterdir():
            if old.name.split(".")[0] != self._path.name:
                old.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def reading_cache(path: Path) -> ReadingCache:
    """The cache at a path; a process that builds again and again (`serve --watch`) keeps it in memory."""
    return ReadingCache(path)
