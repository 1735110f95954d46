"""The downloads of an edition, made once and kept: `Downloads` tells which there are and has the others made.

They are made in a process of their own, one at a time, when somebody first asks: making them takes seconds, which neither
a build nor a visitor of another page shall wait. They lie in the cache of the user, else in a folder that ends with the
process, as the edition itself may be read-only. Who runs several servers has them made once: the maker holds a lock.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from catalogue.edition import Edition, open_edition
from catalogue.edition.identity import installation_version
from catalogue.exports.whole_edition import FORMS, Form, download_of
from search import user_cache

KEPT_EDITIONS = 3
"""Of how many editions the downloads are kept, those last used first."""

IN_USE_SECONDS = 24 * 60 * 60.0
"""How long downloads are kept after their last use, of however many editions: another server may offer them."""

TRY_AGAIN_SECONDS = 60.0
"""How long nobody tries again after a maker has failed."""

LOOK_SECONDS = 0.1

SUM = ".sha256"


@dataclass(frozen=True, slots=True)
class Made:
    """A download that is there: the file, its size and its checksum."""

    path: Path
    bytes: int
    sha256: str


class Downloads:
    """The downloads of one edition as this installation makes them."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._folder: Path | None = None
        self._own: tempfile.TemporaryDirectory[str] | None = None
        self._maker: subprocess.Popen[bytes] | None = None
        self._started = 0.0

    @property
    def is_possible(self) -> bool:
        """Whether there is anywhere to put them."""
        try:
            return bool(self._place())
        except OSError:
            return False

    @property
    def has_failed(self) -> bool:
        """Whether making them has failed so lately that nobody tries again yet."""
        return (
            self._maker is not None
            and self._maker.poll() not in (None, 0)
            and time.monotonic() - self._started < TRY_AGAIN_SECONDS
        )

    def made(self, form: Form) -> Made | None:
        """A download, if it is there."""
        path = self._place() / form.file_name
        try:
            return Made(path, path.stat().st_size, _sum_file(path).read_text("ascii")[:64])
        except OSError:
            return None

    def make(self) -> None:
        """Have made what is missing; returns at once. Raises OSError if there is nowhere to put them."""
        if self._is_making() or self.has_failed or all(self.made(form) for form in FORMS.values()):
            return
        command = [
            sys.executable,
            "-m",
            "catalogue.exports.downloads",
            str(self._edition.folder),
            str(self._place()),
        ]
        self._started = time.monotonic()
        self._maker = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def wait(self, form: Form, seconds: float) -> Made | None:
        """A download, which is made if it is not there; nothing if that fails or takes longer. Raises OSError as `make` does."""
        until = time.monotonic() + seconds
        while not (made := self.made(form)) and time.monotonic() < until and not self.has_failed:
            self.make()
            time.sleep(LOOK_SECONDS)
        return made

    def _is_making(self) -> bool:
        return self._maker is not None and self._maker.poll() is None

    def _place(self) -> Path:
        """Where the downloads lie; marked as in use, and made anew if somebody has removed it.

        Raises OSError if nothing can be written anywhere.
        """
        if self._folder is None or not self._folder.is_dir():
            self._folder = self._new_place()
        with suppress(OSError):  # what can be read no longer needs to be written
            os.utime(self._folder)
        return self._folder

    def _new_place(self) -> Path:
        folder = user_cache.folder() / "downloads" / f"{self._edition.id}-{installation_version()}"
        if _is_writable(folder):
            return folder
        self._own = tempfile.TemporaryDirectory(prefix="smart-city-katalog-")
        return Path(self._own.name)


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _sum_file(path: Path) -> Path:
    return path.with_name(path.name + SUM)


def make_all(edition: Edition, folder: Path) -> None:
    """Make the downloads that a folder lacks, when no other process is doing it. Removes those of old editions beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for name, form in FORMS.items():
            path = folder / form.file_name
            if not (path.exists() and _sum_file(path).exists()):
                data = download_of(edition, name)
                line = f"{hashlib.sha256(data).hexdigest()}  {path.name}\n"
                user_cache.write_whole(line.encode(), _sum_file(path))
                user_cache.write_whole(data, path)
    remove_old(folder.parent)


def remove_old(folder: Path) -> None:
    """Remove downloads from the cache that were not used of late, but for those of the last editions."""
    if folder.name != "downloads":  # a folder of one process
        return
    last_used = {path: path.stat().st_mtime for path in folder.iterdir()}
    for path in sorted(last_used, key=last_used.__getitem__, reverse=True)[KEPT_EDITIONS:]:
        if time.time() - last_used[path] > IN_USE_SECONDS:
            shutil.rmtree(path, ignore_errors=True)


if __name__ == "__main__":
    os.nice(10)  # visitors come first
    make_all(open_edition(Path(sys.argv[1])), Path(sys.argv[2]))
