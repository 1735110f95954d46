"""The parts of an index: documents are dealt into them by their ids, and each is a Whoosh index with one segment.

So a change of a document touches one part, and the bytes of a part depend on its documents alone, not on what was there
before. Whoosh by itself keeps a changed document as a deleted one in an old segment and writes it into a new one, gives
every segment a random name, and notes when its files were written in the order in which the file system lists them:
the bytes would tell how an index came about.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.reading import MultiReader

from search.schema import index_schema

PARTS = tuple(f"{number:02}" for number in range(8))
"""The names of the parts. The more there are, the less is written when a document changes, and the more is read to search."""

_SEGMENT = "0"
_CODEC = {"compression": 0}  # postings that are compressed are slower to read


def part_of(id_: str) -> str:
    """The name of the part that a document belongs to."""
    return PARTS[hashlib.sha256(id_.encode()).digest()[0] % len(PARTS)]


def write_part(folder: Path, name: str, documents: Iterable[Mapping[str, Any]]) -> None:
    """Write a part that is not there yet; each document is given as the fields of the schema."""
    files = _PlainFiles(str(folder))  # type: ignore[no-untyped-call]
    index = FileIndex.create(files, index_schema(), name)
    writer = index.writer(codec=_NamingCodec(**_CODEC), limitmb=1024)  # type: ignore[no-untyped-call]
    for fields in documents:
        writer.add_document(**fields)
    writer.commit(merge=False)
    (folder / f"{name}_WRITELOCK").unlink()


def copy_part(folder: Path, name: str, target: Path) -> None:
    """Take over a part as it is."""
    for file in (*folder.glob(f"{name}_*"), *folder.glob(f"_{name}_*")):
        shutil.copyfile(file, target / file.name)  # not the mode: published files are read-only


def open_parts(folder: Path, names: Collection[str] = PARTS) -> MultiReader:
    """One reader over these parts. Raises whoosh.index.EmptyIndexError if one of them is not there."""
    storage = FileStorage(str(folder), readonly=True)
    return MultiReader([FileIndex(storage, indexname=name).reader() for name in sorted(names)])


class _PlainFiles(FileStorage):
    """Files in the order of their names, without the time when they were written."""

    def list(self) -> list[str]:
        return sorted(super().list())  # type: ignore[no-untyped-call]

    def file_modified(self, name: str) -> float:
        return 0.0


class _NamingCodec(W3Codec):
    """Gives the one segment a fixed name."""

    def new_segment(self, storage: FileStorage, indexname: str) -> W3Segment:
        return W3Segment(W3Codec(**_CODEC), indexname, segid=_SEGMENT)
