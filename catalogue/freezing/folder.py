"""The folder of a frozen copy: written beside its place and put there when it is whole; only a copy is ever replaced."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARK = "kopie.json"
"""The file that says that a folder is a frozen copy, and of which edition."""


class NotACopy(Exception):
    """There is something at the place of the copy that is no copy, and so stays."""


@contextmanager
def new_copy(place: Path) -> Iterator[Path]:
    """A folder to write a copy into, which takes its place at the end; whatever goes wrong before leaves nothing behind.

    Raises NotACopy if something else lies there, and OSError if nothing can be written.
    """
    place = place.resolve()
    require_replaceable(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{place.name}-", suffix=".part", dir=place.parent))
    try:
        part.chmod(0o755)
        yield part
        _put(part, place)
    finally:
        shutil.rmtree(part, ignore_errors=True)


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
    old = part.with_suffix(".old")
    if place.exists():
        place.rename(old)
    try:
        part.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
