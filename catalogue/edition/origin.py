"""Where an edition comes from: its day, and the commit from which it can be built again."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import catalogue
import search
from catalogue.edition.history import Change
from catalogue.reading.content import Content
from catalogue.reading.git import git

WHOLE_DAY = len("2026-11-30")


def day_of(read: Content, changes: Iterable[Change]) -> str:
    """The newest day that the content tells of: when an entry was recorded, verified or changed; empty without entries.

    What depends on a day reads it as of this one, so that the same edition tells the same tomorrow.
    """
    told = [change.date for change in changes]
    for entry, _ in read.published():
        told += [entry.recorded, entry.last_verified or ""]
    return max((day for day in told if len(day) == WHOLE_DAY), default="")


def commit_of(content: Path) -> str | None:
    """The newest commit of content and code; nothing where either differs from it, or where they share no repository."""
    packages = (Path(package.__path__[0]) for package in (catalogue, search))
    paths = [str(path.resolve()) for path in (content, *packages)]
    try:
        if git(content, "status", "--porcelain", "--", *paths):
            return None
        return git(content, "log", "-1", "--format=%H", "--", *paths).strip() or None
    except (OSError, subprocess.CalledProcessError):
        return None
