"""What files gave when they were last read, kept from one build to the next."""

from __future__ import annotations

import pickle
from functools import lru_cache
from pathlib import Path
from typing import cast

from catalogue.reading.checked_file import read_checked, write_checked
from catalogue.reading.entry_file import EntryFile


class ReadingCache:
    """What files gave when they were last read, by path and checksum. Only what is asked for is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[tuple[str, str], bytes] = read_checked(path) or {}
        self._used: dict[tuple[str, str], bytes] = {}
        self._live: dict[tuple[str, str], EntryFile] = {}

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
            pickled = pickle.dumps(self._kept, pickle.HIGHEST_PROTOCOL)
            write_checked(self._path, pickled, self._path.name.rpartition("-")[2])


@lru_cache(maxsize=1)
def reading_cache(path: Path) -> ReadingCache:
    """The cache at a path; a process that builds again and again (`serve --watch`) keeps it in memory."""
    return ReadingCache(path)
