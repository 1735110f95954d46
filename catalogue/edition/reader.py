"""Opening an edition: where its parts lie, and whether it is one. Reading never changes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalogue.edition.damage import Damage, DamageKind

FORMAT = 3
"""Version of the edition's layout and tables; a change that breaks readers raises it."""

CURRENT = "current"
MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.minisig"
DATABASE = "catalogue.db"


MOST_TOLD = 3
"""How many damages a sentence tells."""


class EditionMissing(Exception):
    """There is no readable edition at the path that is named."""


class EditionDamaged(EditionMissing):
    """There is an edition, but nobody should read it."""

    def __init__(self, path: Path, damages: Sequence[Damage]) -> None:
        super().__init__(path, *map(str, damages))
        self.path = path
        self.damages = tuple(damages)

    def __reduce__(self) -> tuple[Any, ...]:
        """How it is told to another process."""
        return EditionDamaged, (self.path, self.damages)

    @property
    def name(self) -> str:
        """What to call it, in German."""
        return f"Die Ausgabe in „{self.path}“"

    @property
    def told(self) -> str:
        """What is wrong with it, in German: the first damages, and how many more there are."""
        told = "; ".join(map(str, self.damages[:MOST_TOLD]))
        more = len(self.damages) - MOST_TOLD
        return f"{told} und {more} weitere Schäden" if more > 0 else told


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
    def files(self) -> Mapping[str, Any]:
        """What its manifest tells of each file, by its name within the folder (see `checksums`)."""
        files: Mapping[str, Any] = self.manifest["files"]
        return files

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / DATABASE

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

    Reads the manifest only (`proving` compares the files with it). Raises EditionMissing if there is none, EditionDamaged
    if there was one, or one of another format.
    """
    link = path / CURRENT
    is_output = link.exists() or link.is_symlink()
    try:
        folder = (link if is_output else path).resolve(strict=True)
    except (OSError, RuntimeError):  # what links to itself is a RuntimeError
        if is_output:
            raise EditionDamaged(path, [Damage(DamageKind.GONE, CURRENT)]) from None
        raise EditionMissing(path) from None
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        if is_output or (folder / DATABASE).exists():
            raise EditionDamaged(folder, [Damage(DamageKind.MISSING, MANIFEST)]) from None
        raise EditionMissing(path) from None
    except OSError as error:
        damage = Damage(DamageKind.UNREADABLE, MANIFEST, error.strerror or str(error))
        raise EditionDamaged(folder, [damage]) from None
    except ValueError:
        manifest = None
    if (flawed := _damage_of(manifest)) is not None:
        raise EditionDamaged(folder, [flawed])
    return Edition(folder, manifest)


def _damage_of(manifest: Any) -> Damage | None:
    """What is wrong with a manifest itself."""
    if not isinstance(manifest, dict):
        return Damage(DamageKind.MALFORMED, MANIFEST)
    if manifest.get("format") != FORMAT:
        return Damage(DamageKind.FORMAT, MANIFEST, str(manifest.get("format")))
    files = manifest.get("files")
    if not isinstance(files, dict) or DATABASE not in files or "id" not in manifest:
        return Damage(DamageKind.MALFORMED, MANIFEST)
    is_told = all(isinstance(told, dict) and {*told} >= {"bytes", "sha256"} for told in files.values())
    return None if is_told else Damage(DamageKind.MALFORMED, MANIFEST)


def kept_in(folder: Path) -> list[Edition]:
    """The editions in a folder of editions, the one that was current last first."""
    found = []
    for one in folder.iterdir() if folder.is_dir() else ():
        with suppress(EditionMissing, OSError):
            edition = open_edition(one)
            if edition.id == one.name:
                found.append((one.stat().st_mtime_ns, edition))
    return [edition for _, edition in sorted(found, key=lambda pair: pair[0], reverse=True)]
