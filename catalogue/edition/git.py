"""Asking git."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """What git prints when it is asked in a folder. Raises OSError without git, CalledProcessError if git refuses."""
    command = ["git", "--no-optional-locks", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")
