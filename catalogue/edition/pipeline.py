"""The edition: one immutable folder with the database, the search index and a manifest.

`build` bakes content into `<output>/editions/<id>/` and then points `<output>/current` to it, in one step and last.
Whoever holds an edition open keeps it; a build that fails or is killed leaves nothing but a folder that the next
build removes.
"""

from __future__ import annotations

import fcntl
import gc
import hashlib
import json
import multiprocessing
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import catalogue
import search
from catalogue.checking import check
from catalogue.edition.git import git
from catalogue.edition.history import Change, history
from catalogue.edition.static_assets import write_assets, write_translations
from catalogue.reading.content import Content, read_content, reading_cache
from catalogue.reading.problems import Problem

FORMAT = 1
"""Version of the edition's layout and tables; a change that breaks readers raises it."""

KEPT_EDITIONS = 5
"""How many editions stay beside the current one, newest first."""

BAKING_LIBRARIES = ("brotli", "fonttools", "mkdocs-kern-ux", "whoosh3")
"""Libraries whose work lies in the edition: another version may bake another one."""

CURRENT = "current"
EDITIONS = "editions"
CACHE = "cache"
UNFINISHED = ".part"
LOCK = ".lock"


class EditionMissing(Exception):
    """There is no readable edition at the path."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ContentFaulty(Exception):
    """The content has errors; nothing was built."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition on disk; reading it never changes it."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def id(self) -> str:
        """The id: derived from content, format and code, so the same on every machine."""
        return str(self.manifest["id"])

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "catalogue.db"

    @property
    def index(self) -> Path:
        """The folder of the search index."""
        return self.folder / "index"

    @property
    def static(self) -> Path:
        """The folder of style sheets, fonts and icons."""
        return self.folder / "static"

    @property
    def translations(self) -> Path:
        """The folder of the compiled translations of the interface."""
        return self.folder / "translations"

    @property
    def metadata(self) -> Path:
        """Datasette's metadata: what each table and column means."""
        return self.folder / "metadata.json"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the edition, the warnings of the check, and whether it existed already."""

    edition: Edition
    warnings: list[Problem]
    seconds: float
    fresh: bool


Report = Callable[[str, int, int], None]
"""Told how far a stage is: its name, how many entries are done, how many there are."""


def open_edition(path: Path) -> Edition:
    """The edition at `path`: an edition's folder, or an output folder with a current edition.

    Raises EditionMissing if there is none, or only one of another format.
    """
    folder = path / CURRENT if (path / CURRENT).exists() else path
    try:
        folder = folder.resolve(strict=True)
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        raise EditionMissing(path) from None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise EditionMissing(path)
    return Edition(folder, manifest)


def is_whole(folder: Path) -> bool:
    """Whether a folder under its final name holds an edition; not if someone has removed or emptied parts of it."""
    try:
        edition = open_edition(folder)
    except EditionMissing:
        return False
    return edition.id == folder.name and edition.database.is_file() and edition.index.is_dir()


def build(content: Path, output: Path, jobs: int = 1, report: Report = lambda *_: None) -> Built:
    """Check and bake the content folder into an edition under `output` and make it the current one.

    With two or more `jobs`, database and index are written side by side. Raises ContentFaulty, and changes
    nothing, if the check finds an error; OSError if something cannot be written.
    """
    started = time.perf_counter()
    (output / EDITIONS).mkdir(parents=True, exist_ok=True)
    remove_leftovers(output)
    read = read_with_cache(content, output, report)
    problems = check(read)
    if any(problem.severity == "error" for problem in problems):
        raise ContentFaulty(problems)
    changes = history(read)
    edition_id = identify(read, changes)
    folder = output / EDITIONS / edition_id
    fresh = not switch(output, folder)
    if fresh:
        with unfinished_folder(output) as part:
            with collector_spared():
                bake(read, changes, part, edition_id, previous_index(output), jobs, report)
            write_manifest(part, read, content, edition_id)
            publish(output, part, folder)
        if not switch(output, folder):
            raise EditionMissing(folder)
    return Built(open_edition(folder), problems, time.perf_counter() - started, fresh)


@contextmanager
def collector_spared() -> Iterator[None]:
    """Let the garbage collector pass over what is there already: all entries, which stay until the end."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def read_with_cache(content: Path, output: Path, report: Report) -> Content:
    """Read the content folder; files that did not change since the last build come from its cache."""
    cached = reading_cache((output / CACHE / f"reading-{code_version()}").absolute())
    read = read_content(content, cache=cached, progress=lambda done, total: report("Lesen", done, total))
    with locked(output / LOCK):
        cached.save()
    return read


def identify(read: Content, changes: list[Change]) -> str:
    """The edition's id: 12 hexadecimal digits of a SHA-256 over format, code, every file, and the history."""
    digest = hashlib.sha256(f"{FORMAT}\n{code_version()}\n{read.sha256}".encode())
    for change in changes:
        digest.update("\n".join(("", *change)).encode())
    return digest.hexdigest()[:12]


@cache
def code_version() -> str:
    """A hash of the code of both packages and of what they bake with: other code may bake another edition."""
    digest = hashlib.sha256()
    for library in BAKING_LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for package in (catalogue, search):
        root = Path(package.__path__[0])
        for file in sorted(root.rglob("*")):
            if file.is_file() and file.suffix != ".pyc" and not file.name.startswith("."):
                digest.update(f"{root.name}/{file.relative_to(root).as_posix()}\n".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def bake(
    read: Content,
    changes: list[Change],
    part: Path,
    edition_id: str,
    previous: Path | None,
    jobs: int,
    report: Report,
) -> None:
    """Write all parts into the folder `part`, database and index side by side if there are two jobs or more."""
    write_assets(part / "static", previous.with_name("static") if previous else None)
    write_translations(part / "translations")
    if jobs < 2:
        write_tables(read, changes, part, edition_id)
        write_search(read, part, previous, report)
        return
    with beside(lambda: write_tables(read, changes, part, edition_id)):
        write_search(read, part, previous, report)


@contextmanager
def beside(task: Callable[[], None]) -> Iterator[None]:
    """Do a task in a process of its own meanwhile; what it raises is raised here.

    The process is a fork, so nothing has to be copied to it; who calls this must have no other threads. An
    interrupt from the keyboard goes to this process alone, which then ends the other.
    """
    context = multiprocessing.get_context("fork")
    heard, told = context.Pipe(duplex=False)
    process = context.Process(target=_do_and_tell, args=(task, told))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
        told.close()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    try:
        yield
        failure = _hear(heard)
    except BaseException:
        process.kill()
        raise
    finally:
        process.join()
    if failure:
        raise failure


def _do_and_tell(task: Callable[[], None], told: Connection) -> None:
    try:
        task()
    except Exception as error:
        error.add_note(traceback.format_exc())
        told.send(error)
    else:
        told.send(None)


def _hear(heard: Connection) -> Exception | None:
    """What the other process says at its end; a failure too if it ends without a word."""
    try:
        failure: Exception | None = heard.recv()
    except EOFError:
        return ChildProcessError("the process that writes the database has been killed")
    return failure


def write_tables(read: Content, changes: list[Change], part: Path, edition_id: str) -> None:
    """Write the database and what its tables and columns mean. Raises OSError if there is no space left."""
    from catalogue.edition.database import table_descriptions, write_database

    facts = {"id": edition_id, "content_sha256": read.sha256, "format": str(FORMAT), "code": code_version()}
    try:
        write_database(part / "catalogue.db", read.vocabularies, read.published(), facts, changes)
    except sqlite3.OperationalError as error:
        raise OSError(f"catalogue.db: {error}") from error
    metadata = {"databases": {"catalogue": {"tables": table_descriptions(read.vocabularies)}}}
    (part / "metadata.json").write_text(json.dumps(metadata, ensure_ascii=False, indent=1), "utf-8")


def write_search(read: Content, part: Path, previous: Path | None, report: Report) -> None:
    """Write the search index, reusing what an earlier edition of the same code holds."""
    from catalogue.edition.search_documents import documents, language

    found = list(documents(read))
    search.write_index(
        found,
        language(read),
        part / "index",
        reuse=previous,
        progress=lambda done: report("Suchindex", done, len(found)),
    )


def previous_index(output: Path) -> Path | None:
    """The index of the current edition, if the same code wrote it."""
    try:
        edition = open_edition(output)
    except EditionMissing:
        return None
    return edition.index if edition.manifest["code"] == code_version() else None


def write_manifest(part: Path, read: Content, content: Path, edition_id: str) -> None:
    """Write what the edition is: id, format, code, checksum of the content, counts, and git's state."""
    manifest = {
        "id": edition_id,
        "format": FORMAT,
        "code": code_version(),
        "content_sha256": read.sha256,
        "counts": read.counts(),
        "git": git_state(content),
    }
    (part / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")


def git_state(folder: Path) -> dict[str, Any] | None:
    """The commit of the repository around `folder` and whether it has changes; nothing outside a repository."""
    try:
        commit = git(folder, "rev-parse", "HEAD").strip()
        return {"commit": commit, "changed": bool(git(folder, "status", "--porcelain", "--", "."))}
    except (OSError, subprocess.CalledProcessError):
        return None


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
    try:
        with path.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def publish(output: Path, part: Path, folder: Path) -> None:
    """Give the finished folder its name; if another build was first, its result is the same and stays.

    The lock goes last: until the folder has its name, no other build may take it for a leftover.
    """
    for file in part.rglob("*"):
        if file.is_file():
            file.chmod(0o444)
    with locked(output / LOCK):
        if not is_whole(folder):
            remove_edition(folder)
            part.rename(folder)
            (folder / LOCK).unlink()


def switch(output: Path, folder: Path) -> bool:
    """Point `current` to the edition in one step, and remove editions beyond the newest; false if there is none."""
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
            remove_edition(old)
    return True


def remove_edition(folder: Path) -> None:
    """Remove an edition, if it is there. It loses its name first, so that nobody meets half of it."""
    unnamed = folder.with_name(f"{folder.name}-{time.time_ns()}{UNFINISHED}")
    with suppress(OSError):
        shutil.rmtree(folder.rename(unnamed), ignore_errors=True)
