"""The output folder: building aside, giving a finished edition its name, pointing `current` to it, and tidying up.

Whoever reads an edition keeps it (`holding`); a build that fails or is killed leaves nothing but a folder that the next
build removes.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from catalogue.edition.holding import kept_from_readers
from catalogue.edition.proving import is_whole
from catalogue.edition.reader import CURRENT, Edition, kept_in

KEPT_EDITIONS = 5
"""How many editions stay beside the current one, newest first."""

EDITIONS = "editions"
CACHE = "cache"
UNFINISHED = ".part"
LOCK = ".lock"


@contextmanager
def unfinished_folder(output: Path) -> Iterator[Path]:
    """A new folder to build in, locked as long as this process (or a child of it) lives, removed if left behind."""
    with ExitStack() as held:
        with locked(output / LOCK):  # so that nobody sees the folder before its lock is held
            part = Path(tempfile.mkdtemp(suffix=UNFINISHED, dir=output / EDITIONS))
            held.enter_context(locked(part / LOCK))
        held.callback(shutil.rmtree, part, ignore_errors=True)
        part.chmod(0o755)
        yield part


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file; the operating system frees it when the process ends, however it ends."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def remove_leftovers(output: Path) -> None:
    """Remove what interrupted builds left: folders whose lock nobody holds any more, and half-written caches."""
    with locked(output / LOCK):
        for part in (output / EDITIONS).glob(f"*{UNFINISHED}"):
            if not _is_locked(part / LOCK):
                shutil.rmtree(part, ignore_errors=True)
        for link in output.glob(f".{CURRENT}*"):
            link.unlink(missing_ok=True)
        for unfinished in (output / CACHE).glob("*.*"):
            unfinished.unlink(missing_ok=True)


def _is_locked(path: Path) -> bool:
    """Whether somebody holds the lock of a file, or may: what cannot be asked is left alone."""
    try:
        with path.open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def publish(output: Path, part: Path, folder: Path) -> None:
    """Give the finished folder its name; if another build was first, its result is the same and stays.

    The lock goes last: until the folder has its name, no other build may take it for a leftover.
    """
    for file in part.rglob("*"):
        if file.is_file() and file != part / LOCK:
            file.chmod(0o444)
    with locked(output / LOCK):
        if not is_whole(folder):
            remove_edition(folder)
            part.rename(folder)
            (folder / LOCK).unlink()


def switch(output: Path, folder: Path) -> bool:
    """Point `current` to the edition in one step; false if there is none.

    Removes editions beyond the newest, but for those that somebody reads.
    """
    with locked(output / LOCK):
        if not is_whole(folder):
            return False
        link = output / f".{CURRENT}"
        link.unlink(missing_ok=True)
        link.symlink_to(Path(EDITIONS) / folder.name)
        link.replace(output / CURRENT)
        os.utime(folder)
        others = [
            e for e in (output / EDITIONS).iterdir() if e.is_dir() and e != folder and e.suffix != UNFINISHED
        ]
        for old in sorted(others, key=lambda e: e.stat().st_mtime, reverse=True)[KEPT_EDITIONS:]:
            with kept_from_readers(old) as free:
                if free:
                    remove_edition(old)
    return True


def kept_editions(output: Path) -> list[Edition]:
    """The editions of an output folder, the one that was current last first."""
    return kept_in(output / EDITIONS)


def remove_edition(folder: Path) -> None:
    """Remove an edition, if it is there. It loses its name first, so that nobody meets half of it."""
    unnamed = folder.with_name(f"{folder.name}-{time.time_ns()}{UNFINISHED}")
    with suppress(OSError):
        shutil.rmtree(folder.rename(unnamed), ignore_errors=True)
