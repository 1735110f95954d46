"""Opening an edition: where its parts lie, and whether it is one. Reading never changes it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = 1
"""Version of the edition's layout and tables; a change that breaks readers raises it."""

CURRENT = "current"
MANIFEST = "manifest.json"


class EditionMissing(Exception):
    """There is no readable edition at the path that is named."""


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
    def day(self) -> str:
        """The newest day that its content tells of, `2026-11-30`; empty if it does not say."""
        return str(self.manifest.get("day", ""))

    @property
    def commit(self) -> str | None:
        """The commit from which it can be built again, if that is known."""
        return self.manifest.get("commit")

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


def open_edition(path: Path) -> Edition:
    """The edition at `path`: an edition's folder, or an output folder with a current edition.

    Raises EditionMissing if there is none, or only one of another format.
    """
    folder = path / CURRENT if (path / CURRENT).exists() else path
    try:
        folder = folder.resolve(strict=True)
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
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


def kept_beside(edition: Edition) -> list[Edition]:
    """The editions in the folder of this one, itself included, the newest first."""
    found = []
    for folder in edition.folder.parent.iterdir():
        with suppress(EditionMissing, OSError):
            other = open_edition(folder)
            if other.id == folder.name:
                found.append((folder.stat().st_mtime, other))
    return [other for _, other in sorted(found, key=lambda pair: pair[0], reverse=True)]
