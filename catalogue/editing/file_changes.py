"""Changes of the files of a content folder: pieces of text at a place, files that move, come or go; all of them or none.

Pieces are spliced in where the reader found what they replace; the rest of a file stays as an editor wrote it, byte by byte.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from catalogue.editing.writer import with_line_feeds
from catalogue.reading.content import Content, at
from catalogue.reading.entry_file import EntryFile, read_entry_file
from catalogue.reading.file_places import model_of
from catalogue.reading.system_reasons import reason


class NotChanged(Exception):
    """Nothing was changed; the message says why, in German."""


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """A piece of text at a place of a file that becomes another; line and column count from 1."""

    path: str
    """Relative to the content folder, with slashes, as it is before anything moves."""
    line: int
    column: int
    old: str
    new: str


@dataclass(slots=True)
class FileChanges:
    """What is to be done to the files of a content folder; paths are relative to it."""

    splices: list[Splice] = field(default_factory=list)
    moves: dict[str, str] = field(default_factory=dict)
    """Where files go, by where they are."""
    removed: list[str] = field(default_factory=list)
    added: dict[str, str] = field(default_factory=dict)
    """The text of new files."""
    undecided: list[str] = field(default_factory=list)
    """What somebody has to decide, and is not done."""

    @property
    def touched(self) -> set[str]:
        """The files that are changed, as they are called before."""
        return {splice.path for splice in self.splices} | {*self.moves, *self.removed, *self.added}

    def lines(self) -> list[str]:
        """What is done, a line each: `path:line: old → new`."""
        told = [f"{path} → {self.moves[path]}" for path in sorted(self.moves)]
        told += [f"{path} gelöscht" for path in sorted(self.removed)]
        told += [f"{path} angelegt" for path in sorted(self.added)]
        return told + [
            f"{one.path}:{one.line}: {_shown(one.old)} → {_shown(one.new)}" for one in sorted(self.splices)
        ]


def _shown(text: str) -> str:
    """A piece of text on one line; nothing as a dash."""
    return " / ".join(line.strip() for line in text.strip().split("\n")) or "–"


def texts_after(root: Path, changes: FileChanges) -> dict[str, bytes | None]:
    """What every changed path holds afterwards; nothing where no file is left.

    Raises NotChanged if a file cannot be read, or holds something else where a piece of it is to be replaced.
    """
    after: dict[str, bytes | None] = dict.fromkeys([*changes.removed, *changes.moves])
    by_file: dict[str, list[Splice]] = {path: [] for path in changes.moves}
    for splice in changes.splices:
        by_file.setdefault(splice.path, []).append(splice)
    for path, splices in by_file.items():
        after[changes.moves.get(path, path)] = _spliced(root, path, splices)
    return after | {path: text.encode() for path, text in changes.added.items()}


def _spliced(root: Path, path: str, splices: Iterable[Splice]) -> bytes:
    try:
        text = (root / path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotChanged(f"{path} lässt sich nicht lesen: {reason(error)}") from None
    line_end = "\r\n" if "\r\n" in text else "\n"
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for splice in sorted(set(splices), reverse=True):
        start = starts[splice.line - 1] + splice.column - 1
        if not text.startswith(splice.old, start):
            raise NotChanged(
                f"{path}:{splice.line}: Hier steht nicht „{splice.old}“, wie es gelesen wurde. Bringen Sie die Datei mit "
                "„catalogue check --fix“ in Ordnung."
            )
        new = with_line_feeds(splice.new).replace("\n", line_end)
        text = text[:start] + new + text[start + len(splice.old) :]
    return text.encode()


def content_after(content: Content, after: Mapping[str, bytes | None]) -> Content:
    """The content as it would be read with the changed files, for a check before anything is written."""
    files: dict[str, EntryFile] = {file.path: file for file in content.files if file.path not in after}
    for path, data in after.items():
        model = model_of(Path(path))
        if data is not None and model is not None:
            files[path] = read_entry_file(Path(path), model, data)
    ordered = sorted(files.values(), key=lambda file: Path(file.path).parts)
    unread = [one for one in content.problems if _relative(one.path, content.root) not in files]
    problems = [at(content.root / file.path, flaw) for file in ordered for flaw in file.flaws]
    return Content(
        content.root, ordered, [*unread, *problems], "", [str(content.root / path) for path in files]
    )


def _relative(path: str, root: Path) -> str:
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path


def write(root: Path, after: Mapping[str, bytes | None]) -> None:
    """Write, move and remove what `texts_after` gives. If anything fails all is as it was.

    Raises NotChanged with the reason.
    """
    before: dict[str, bytes | None] = {}
    try:
        for path in after:
            if (root / path).exists() and not os.access(root / path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(root / path))
            before[path] = (root / path).read_bytes() if (root / path).exists() else None
        for path, data in sorted(after.items(), key=lambda pair: pair[1] is None):
            _put(root, root / path, data)
    except BaseException as error:
        for path, data in before.items():
            _put(root, root / path, data)
        if isinstance(error, OSError):
            raise NotChanged(f"{error.filename} lässt sich nicht schreiben: {reason(error)}.") from None
        raise


def _put(root: Path, file: Path, data: bytes | None) -> None:
    """Give a file its bytes, if it has not got them yet; without any, remove it and what folders it leaves empty."""
    if data is not None:
        if not file.exists() or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = file.with_name(f".{file.name}.part")
            try:
                unfinished.write_bytes(data)
                if file.exists():
                    unfinished.chmod(file.stat().st_mode & 0o777)
                unfinished.replace(file)
            finally:
                unfinished.unlink(missing_ok=True)
    elif file.exists():
        file.unlink()
        folder = file.parent
        while folder != root and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
