"""Results that take a while and seldom change, such as the history of git: kept for the next build.

They stay in the memory of this process, and in files for the next one.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from catalogue.reading.checked_file import read_checked, write_checked

T = TypeVar("T")


class KeptResults:
    """The newest result of each name, with what it was made from."""

    def __init__(self, folder: Path | None = None, version: str = "") -> None:
        """`folder` is where files go, whose names carry the version of the code; without one there are no files."""
        self._folder = folder
        self._version = version
        self._newest: dict[str, tuple[str, Any]] = {}

    def get_or_make(self, name: str, made_from: str, make: Callable[[], T]) -> T:
        """The result of a name; what `make` gives, which is kept, if there is none that was made from the same."""
        found: T | None = self.get(name, made_from)
        if found is None:
            found = make()
            self.put(name, made_from, found)
        return found

    def get(self, name: str, made_from: str) -> Any:
        """The result of a name, None if there is none that was made from the same."""
        if name not in self._newest and (file := self._file(name)):
            self._newest[name] = read_checked(file) or ("", None)
        known_from, result = self._newest.get(name, ("", None))
        return result if known_from == made_from else None

    def put(self, name: str, made_from: str, result: Any) -> None:
        """Keep the result of a name, in place of an earlier one. Raises OSError if its file cannot be written."""
        self._newest[name] = made_from, result
        if file := self._file(name):
            write_checked(file, pickle.dumps(self._newest[name], pickle.HIGHEST_PROTOCOL), self._version)

    def _file(self, name: str) -> Path | None:
        return self._folder / f"{name}-{self._version}" if self._folder else None


@lru_cache(maxsize=1)
def kept_results(folder: Path, version: str) -> KeptResults:
    """What is kept in a folder; a process that builds again and again (`serve --watch`) has it in memory."""
    return KeptResults(folder, version)
