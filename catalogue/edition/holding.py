"""Holding an edition that is read, so that no build removes it: a shared lock on its manifest.

Published files are read-only and may belong to somebody else; a shared lock needs no more than to read. The operating
system frees it when the process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from catalogue.edition.reader import MANIFEST, Edition, EditionMissing


class Hold:
    """An edition that is kept until it is closed."""

    def __init__(self, edition: Edition) -> None:
        """Raises EditionMissing if the edition has been removed."""
        self._path = edition.folder / MANIFEST
        try:
            self._file = self._path.open("rb")
        except OSError:
            raise EditionMissing(edition.folder) from None
        with suppress(OSError):  # a file system without locks: as good as it gets
            fcntl.flock(self._file, fcntl.LOCK_SH)
        if not self.is_there():
            self.close()
            raise EditionMissing(edition.folder)

    def is_there(self) -> bool:
        """Whether the edition still lies where it was opened; not if somebody removed it in spite of the hold."""
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self._path.stat())
        except OSError:
            return False

    def close(self) -> None:
        """Let builds remove the edition."""
        self._file.close()


@contextmanager
def kept_from_readers(folder: Path) -> Iterator[bool]:
    """Whether nobody reads the edition in a folder; until the end nobody begins to."""
    try:
        file = (folder / MANIFEST).open("rb")
    except OSError:  # what has no manifest cannot be read
        yield True
        return
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # held, or not to be asked
            yield False
        else:
            yield True


def is_read(folder: Path) -> bool:
    """Whether somebody reads the edition in a folder, or may."""
    with kept_from_readers(folder) as free:
        return not free
