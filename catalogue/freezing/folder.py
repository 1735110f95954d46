"""The folder of a frozen copy: written beside its place and put there when it is whole; only a copy is ever replaced."""

from __future__ import annotations

import fcntl
import glob
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MARK = "kopie.json"
"""The file that says that a folder is a frozen copy, and of which edition."""

PART, OLD = ".part", ".old"
"""What the name of a folder ends with while a copy is written into it, and while the one before makes room for it."""


class NotACopy(Exception):
    """There is something at the place of the copy that is no copy, and so stays."""


@contextmanager
def new_copy(place: Path) -> Iterator[Path]:
    """A folder to write a copy into, which takes its place at the end; whatever goes wrong before leaves nothing behind.

    What a process that was killed has left goes with the next copy to the same place; a copy that had just made room comes back.

    Raises NotACopy if something else lies there, and OSError if nothing can be written.
    """
    place = place.resolve()
    require_replaceable(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    _tidy_up(place)
    part = Path(tempfile.mkdtemp(prefix=f".{place.name}-", suffix=PART, dir=place.parent))
    try:
        with _locked(part):
            part.chmod(0o755)
            yield part
            _put(part, place)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _tidy_up(place: Path) -> None:
    """Remove the folders that nobody writes any more; what had made room for one of them comes back."""
    beside = f".{glob.escape(place.name)}-*"
    for part in place.parent.glob(beside + PART):
        with suppress(OSError), _locked(part):
            shutil.rmtree(part, ignore_errors=True)
    for old in place.parent.glob(beside + OLD):
        if old.with_suffix(PART).exists():  # its process is about to put that in its place
            continue
        if place.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(place)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which the system frees however the process ends. Raises OSError if another holds it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def require_replaceable(place: Path) -> None:
    """Only nothing, an empty folder or a copy may be replaced. Raises NotACopy."""
    if not place.exists():
        return
    if not place.is_dir() or (any(place.iterdir()) and not _is_copy(place)):
        raise NotACopy(place)


def _is_copy(place: Path) -> bool:
    try:
        return "edition" in json.loads((place / MARK).read_text("utf-8"))
    except (OSError, ValueError, TypeError):
        return False


def _put(part: Path, place: Path) -> None:
    """Give a whole copy its place; the one that lay there goes only afterwards, and comes back if that fails."""
    require_replaceable(place)
    old = part.with_suffix(OLD)
    if place.exists():
        place.rename(old)
    try:
        part.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
