"""Asking git."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from catalogue.reading.kept_results import KeptResults

T = TypeVar("T")


def git(folder: Path, *arguments: str) -> str:
    """What git prints when it is asked in a folder. Raises OSError without git, CalledProcessError if git refuses."""
    command = ["git", "--no-optional-locks", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")


def from_history(
    folder: Path, read: Callable[[Path, str], list[T]], name: str = "", kept: KeptResults | None = None
) -> list[T]:
    """What `read` finds in the history of a folder up to its newest commit, which it is given.

    Nothing without git, outside a repository, and in a shallow clone, whose oldest commit seems to add everything.
    What was found up to a commit never changes; it is `kept` under a name.
    """
    try:
        shallow, head = git(folder, "rev-parse", "--is-shallow-repository", "HEAD").split()
        if shallow != "false":
            return []
        whole = folder.resolve()
        return (kept or KeptResults()).get_or_make(name, f"{head} {whole}", lambda: read(whole, head))
    except (OSError, ValueError, subprocess.CalledProcessError):
        return []
