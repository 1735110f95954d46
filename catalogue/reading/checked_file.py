"""Files of what Python knows already, which tell by a checksum at their start whether they are whole."""

from __future__ import annotations

import hashlib
import os
import pickle
from pathlib import Path
from typing import Any

CHECKSUM_BYTES = 32
"""Length of the SHA-256 at the start."""


def read_checked(path: Path) -> Any:
    """What a file holds; None if it is not there or damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    checksum, pickled = data[:CHECKSUM_BYTES], data[CHECKSUM_BYTES:]
    return pickle.loads(pickled) if hashlib.sha256(pickled).digest() == checksum else None


def write_checked(path: Path, pickled: bytes, version: str) -> None:
    """Write a file in one step, and remove those of its folder whose names do not end with the version. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(hashlib.sha256(pickled).digest() + pickled)
    unfinished.replace(path)
    for old in path.parent.iterdir():
        if not old.name.split(".")[0].endswith(version):
            old.unlink(missing_ok=True)
