"""The output folder: building aside, giving a finished edition its name, pointing `current` to it, and tidying up.

Whoever reads an edition keeps it (`holding`), and so does a link in the output folder that names it: `current`, and any
other that an operator sets. What fails or is killed leaves nothing but a folder that the next build removes.

The order of editions is that in which they became current. The time of change of their folders holds it, which only ever
grows, whatever the clock says.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from catalogue.edition.holding import kept_from_readers
from catalogue.edition.proving import is_whole
from catalogue.edition.reader import CURRENT, MANIFEST, SIGNATURE, Edition, kept_in, open_edition

KEPT_EDITIONS = 5
"""How many editions stay beside the current one, newest first."""

EDITIONS = "editions"
CACHE = "cache"
UNFINISHED = ".part"
LOCK = ".lock"

STEP_NS = 1_000_000
"""How far apart the times of two editions are at least, in nanoseconds: a file system may keep milliseconds only."""


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


def take_in(output: Path, edition: Edition, approve: Callable[[Edition], None]) -> Edition:
    """Copy an edition from elsewhere into an output folder, unless it is there already; `current` stays as it is.

    `approve` is asked for the copy and raises what is wrong with it, and then nothing has changed. Raises OSError if
    the copy cannot be written.
    """
    (output / EDITIONS).mkdir(parents=True, exist_ok=True)
    folder = output / EDITIONS / edition.id
    if is_whole(folder):
        is_signed = (edition.folder / SIGNATURE).exists() and not folder.samefile(edition.folder)
        if is_signed and _tell_the_same(folder, edition.folder):
            put_beside(output, folder, SIGNATURE, (edition.folder / SIGNATURE).read_bytes())
        approve(open_edition(folder))
        return open_edition(folder)
    remove_leftovers(output)
    with unfinished_folder(output) as part:
        _copy(edition.folder, part)
        approve(open_edition(part))
        publish(output, part, folder)
    return open_edition(folder)


def _copy(source: Path, target: Path) -> None:
    """Copy what lies in a folder. Raises OSError at the first file that cannot be; `copytree` would try and tell of all."""
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir()
        else:
            # `copyfile` would blame the disk of the other.
            with path.open("rb") as file, copy.open("wb") as written:
                shutil.copyfileobj(file, written)


def put_beside(output: Path, folder: Path, name: str, data: bytes) -> None:
    """Put a file beside those of an edition in one step, or replace it. Raises OSError if it cannot be written."""
    with locked(output / LOCK):
        unnamed = output / f".{CURRENT}-{name}"
        unnamed.unlink(missing_ok=True)
        unnamed.write_bytes(data)
        unnamed.chmod(0o444)
        unnamed.replace(folder / name)


def _tell_the_same(one: Path, other: Path) -> bool:
    return (one / MANIFEST).read_bytes() == (other / MANIFEST).read_bytes()


def switch(output: Path, folder: Path, is_proven: bool = False) -> bool:
    """Point `current` to the edition in one step; false if there is none that proves itself, or is told to have.

    Removes editions beyond the newest.
    """
    with locked(output / LOCK):
        if not (folder.is_dir() if is_proven else is_whole(folder)):
            return False
        link = output / f".{CURRENT}"
        link.unlink(missing_ok=True)
        link.symlink_to(Path(EDITIONS) / folder.name)
        times = [other.stat().st_mtime_ns for other in edition_folders(output) if other != folder]
        _date(folder, max([time.time_ns(), *(told + STEP_NS for told in times)]))
        link.replace(output / CURRENT)  # last: whatever may not be done before, nothing has changed
        _prune(output, KEPT_EDITIONS)
    return True


def set_back(output: Path, folder: Path) -> None:
    """Let an edition count as the oldest: nobody goes back to it, and it is the first to be removed."""
    with locked(output / LOCK):
        _date(folder, min(one.stat().st_mtime_ns for one in edition_folders(output)) - STEP_NS)


@dataclass(frozen=True, slots=True)
class Pruned:
    """What became of the editions that were one too many, by name."""

    gone: list[str] = field(default_factory=list)
    spared: list[str] = field(default_factory=list)
    """Somebody reads them, or a link names them."""
    stuck: list[str] = field(default_factory=list)
    """They could not be removed."""


def prune(output: Path, keep: int) -> Pruned:
    """Remove editions beyond the newest `keep` beside the current one."""
    with locked(output / LOCK):
        return _prune(output, keep)


def pins(output: Path) -> dict[str, list[str]]:
    """The links of an output folder by the name of the edition that they lead to; `current` is one of them."""
    found: dict[str, list[str]] = {}
    for link in sorted(output.iterdir()):
        if link.is_symlink() and not link.name.startswith("."):
            target = Path(os.path.realpath(link))
            if target.parent == (output / EDITIONS).resolve():
                found.setdefault(target.name, []).append(link.name)
    return found


def _prune(output: Path, keep: int) -> Pruned:
    """Remove editions, whoever holds the lock of the output folder."""
    pinned = pins(output)
    others = [one for one in edition_folders(output) if CURRENT not in pinned.get(one.name, ())]
    pruned = Pruned()
    for old in others[keep:]:
        with kept_from_readers(old) as free:
            if not free or old.name in pinned:
                pruned.spared.append(old.name)
                continue
            remove_edition(old)
        (pruned.stuck if old.exists() else pruned.gone).append(old.name)
    return pruned


def edition_folders(output: Path) -> list[Path]:
    """The folders of finished editions, the damaged ones too, the one that was current last first."""
    editions = output / EDITIONS
    found = (
        [one for one in editions.iterdir() if one.is_dir() and one.suffix != UNFINISHED]
        if editions.is_dir()
        else []
    )
    return sorted(found, key=lambda one: one.stat().st_mtime_ns, reverse=True)


def _date(folder: Path, nanoseconds: int) -> None:
    try:
        os.utime(folder, ns=(nanoseconds, nanoseconds))
    except PermissionError as error:  # which names no file; and only the owner of a folder may do this
        raise PermissionError(errno.EPERM, error.strerror, str(folder)) from error


def kept_editions(output: Path) -> list[Edition]:
    """The editions of an output folder, the one that was current last first."""
    return kept_in(output / EDITIONS)


def remove_edition(folder: Path) -> None:
    """Remove an edition, if it is there. It loses its name first, so that nobody meets half of it."""
    unnamed = folder.with_name(f"{folder.name}-{time.time_ns()}{UNFINISHED}")
    with suppress(OSError):
        shutil.rmtree(folder.rename(unnamed), ignore_errors=True)
