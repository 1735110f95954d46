"""Whether an edition is what was built: every file is there, no other is, and each has its size and its checksum.

All files are compared each time, as reading them takes a tenth of the time that opening an edition takes. It comes before
anything else is read, since a search index is code: whoosh unpickles it, and a pickle may do anything. For the same reason
a file that the manifest does not name is a damage. Checksums find what a disk or a copy has changed; who writes both the
files and the manifest passes them, which only a signature prevents.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from catalogue.edition.checksums import files_in, sha256_of
from catalogue.edition.damage import Damage, DamageKind
from catalogue.edition.reader import MANIFEST, Edition, EditionDamaged, EditionMissing, open_edition
from catalogue.edition.signature import damage_of_signature


def prove(edition: Edition, trusted_key: str = "") -> None:
    """Compare all files of an edition with its manifest, and that with its signature if there is a key to trust.

    Raises EditionDamaged, which names each file that differs; MinisignMissing if a signature cannot be checked.
    """
    if damages := damages_of(edition, trusted_key):
        raise EditionDamaged(edition.folder, damages)


def damages_of(edition: Edition, trusted_key: str = "") -> list[Damage]:
    """What is wrong with an edition; of one whose signature is wrong, nothing else. Raises MinisignMissing."""
    if trusted_key and (damage := damage_of_signature(edition, trusted_key)):
        return [damage]
    return [*damages_of_files(edition)]


def damages_of_folder(folder: Path, trusted_key: str = "") -> list[Damage]:
    """What is wrong with the edition in a folder, one without a manifest included. Raises MinisignMissing."""
    try:
        return damages_of(open_edition(folder), trusted_key)
    except EditionDamaged as damaged:
        return [*damaged.damages]
    except EditionMissing:
        return [Damage(DamageKind.MISSING, MANIFEST)]


def damages_of_files(edition: Edition) -> Iterator[Damage]:
    """What differs from the manifest, in the order of the files' names."""
    named, present = edition.files, files_in(edition.folder)
    for name in sorted({*named, *present}):
        if name not in present:
            yield Damage(DamageKind.MISSING, name)
        elif name not in named:
            yield Damage(DamageKind.UNEXPECTED, name)
        else:
            yield from _damage_of_file(name, present[name], named[name])


def _damage_of_file(name: str, file: Path, named: Any) -> Iterator[Damage]:
    try:
        size = file.stat().st_size
        if size != named["bytes"]:
            yield Damage(DamageKind.SIZE, name, f"{size} statt {named['bytes']} Bytes")
        elif sha256_of(file) != named["sha256"]:
            yield Damage(DamageKind.CHANGED, name)
    except OSError as error:
        yield Damage(DamageKind.UNREADABLE, name, error.strerror or str(error))


def damages_of_database(edition: Edition) -> Iterator[Damage]:
    """What SQLite finds wrong with the database itself, which takes longer than its checksum."""
    name = edition.database.name
    address = f"{edition.database.as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            for (said,) in connection.execute("PRAGMA integrity_check").fetchall():
                if said != "ok":
                    yield Damage(DamageKind.DATABASE, name, said)
            for table, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
                yield Damage(DamageKind.DATABASE, name, f"{table}: Verweis ins Leere")
    except sqlite3.Error as error:
        yield Damage(DamageKind.DATABASE, name, str(error))


def is_whole(folder: Path) -> bool:
    """Whether a folder under its final name holds an edition that proves itself."""
    try:
        edition = open_edition(folder)
        prove(edition)
    except EditionMissing:
        return False
    return edition.id == folder.name
