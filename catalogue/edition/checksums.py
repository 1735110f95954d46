"""The sizes and checksums of an edition's files: written into its manifest, and what the files are held against later."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TypedDict

from catalogue.edition.reader import MANIFEST, SIGNATURE

BESIDE_THE_FILES = frozenset({MANIFEST, SIGNATURE, ".lock"})
"""What lies in an edition's folder and stands in no manifest: the manifest itself, its signature, and the lock while it is built."""


class FileSum(TypedDict):
    """What a manifest tells of a file."""

    bytes: int
    sha256: str


def files_in(folder: Path) -> dict[str, Path]:
    """All files of an edition by their names within its folder, `index/state.json`, in the order of names."""
    found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if not file.is_dir()}
    return {name: found[name] for name in sorted(found) if name not in BESIDE_THE_FILES}


def sha256_of(file: Path) -> str:
    """The checksum of a file. Raises OSError if it cannot be read."""
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def file_sums(folder: Path) -> dict[str, FileSum]:
    """Size and checksum of each file in the folder of an edition. Raises OSError if one cannot be read."""
    return {
        name: {"bytes": file.stat().st_size, "sha256": sha256_of(file)}
        for name, file in files_in(folder).items()
    }
