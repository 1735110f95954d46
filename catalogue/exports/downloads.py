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
from dataclasses import dataclass
from pathlib import Path

from catalogue.edition import Edition, open_edition
from catalogue.edition.identity import installation_version
from catalogue.exports.whole_edition import FORMS, Form, download_of
from search import user_cache

KEPT_EDITIONS = 3
"""Of how many editions the downloads are kept, newest first."""

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

    def made(self, form: Form) -> Made | None:
        """A download, if it is there."""
        path = self._place() / form.file_name
        try:
            return Made(path, path.stat().st_size, _sum_file(path).read_text("ascii")[:64])
        except OSError:
            return None

    def make(self) -> None:
        """Have made what is missing; returns at once. Raises OSError if there is nowhere to put them."""
        if all(self.made(form) for form in FORMS.values()) or self._is_making():
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
        """A download, which is made if it is not there; nothing if that takes longer. Raises OSError as `make` does."""
        until = time.monotonic() + seconds
        while not (made := self.made(form)) and time.monotonic() < until:
            self.make()
            time.sleep(LOOK_SECONDS)
        return made

    def _is_making(self) -> bool:
        """Whether a maker is at work, or has failed so lately that another would fail too."""
        if self._maker is None:
            return False
        return self._maker.poll() is None or (
            self._maker.returncode != 0 and time.monotonic() - self._started < TRY_AGAIN_SECONDS
        )

    def _place(self) -> Path:
        """Where the downloads lie. Raises OSError if nothing can be written anywhere."""
        if self._folder is None:
            name = f"{self._edition.id}-{installation_version()}"
            self._folder = user_cache.folder() / "downloads" / name
            if not _is_writable(self._folder):
                self._own = tempfile.TemporaryDirectory(prefix="smart-city-katalog-")
                self._folder = Path(self._own.name)
        return self._folder


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
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for name, form in FORMS.items():
            path = folder / form.file_name
            if not (path.exists() and _sum_file(path).exists()):
                data = download_of(edition, name)
                line = f"{hashlib.sha256(data).hexdigest()}  {path.name}\n"
                _write(_sum_file(path), line.encode())
                _write(path, data)
    remove_old(folder.parent)


def _write(path: Path, data: bytes) -> None:
    """Write a file so that nobody meets half of it."""
    unfinished = path.with_name(f".{path.name}")
    unfinished.write_bytes(data)
    unfinished.replace(path)


def remove_old(folder: Path) -> None:
    """Remove the downloads of all editions but the newest from the cache."""
    if folder.name != "downloads":  # a folder of one process
        return
    editions = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in editions[KEPT_EDITIONS:]:
        shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    os.nice(10)  # visitors come first
    make_all(open_edition(Path(sys.argv[1])), Path(sys.argv[2]))
