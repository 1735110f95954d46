"""The id of an edition: a hash of everything that decides what is in it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

import catalogue
import search
from catalogue.edition.reader import FORMAT
from catalogue.edition.tables import Row
from catalogue.reading.content import Content

Past = Mapping[str, Sequence[Row]]
"""The tables of the history: their rows by the name of the table."""

BAKING_LIBRARIES = (
    "babel",
    "brotli",
    "fonttools",
    "markdown",
    "mkdocs-kern-ux",
    "nh3",
    "simplemma",
    "sqlite-utils",
    "whoosh3",
)
"""Libraries whose work lies in the edition: another version may bake another one."""


def identify(read: Content, past: Past) -> str:
    """The edition's id: 12 hexadecimal digits of a SHA-256 over format, code, every file, and the history."""
    digest = hashlib.sha256(f"{FORMAT}\n{code_version()}\n{read.sha256}".encode())
    for changes in past.values():
        for change in changes:
            digest.update("\n".join(("", *map(str, change))).encode())
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


@cache
def installation_version() -> str:
    """A hash of the code, the interpreter and all installed libraries: another one may read the same file otherwise.

    It is no part of an edition's id, since the same content shall give the same id on every machine.
    """
    installed = sorted({path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")})
    return hashlib.sha256("\n".join((code_version(), sys.version, *installed)).encode()).hexdigest()[:12]
