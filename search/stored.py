"""The folder of an index, as far as it is read: the Whoosh index, and the words in files beside it.

Whoosh's reader has one position in each of its files and fills tables of its own while it is read, so a lock
lets one thread in at a time.
"""

from __future__ import annotations

import json
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from whoosh import index
from whoosh.reading import TermNotFound

from search.documents import Document
from search.language import Language
from search.vocabulary import AnalysedWords

LANGUAGE_FILE = "language.json"
ANALYSED_FILE = "analysed.json"

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

Summary = dict[str, Any]
"""What filters, counts and orders need of a document: id, kind, title, aliases, facets, years, order, quality."""


def read_language(folder: Path) -> Language:
    """The language that the index was written with. Raises OSError if there is no index in the folder."""
    return Language.from_json((folder / LANGUAGE_FILE).read_text(encoding="utf-8"))


def read_analysed_words(folder: Path) -> AnalysedWords:
    """What was analysed when the index was written. Raises OSError if there is no index in the folder."""
    return AnalysedWords.from_json((folder / ANALYSED_FILE).read_text(encoding="utf-8"))


def read_document(id_: str, record: str) -> Document:
    """The document of a stored record, as far as its texts are concerned."""
    texts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(record).items()
    }
    return Document(id=id_, **texts)


class StoredIndex:
    """Documents are numbered from 0 to `size - 1`, as Whoosh does; those that are not `live` were deleted."""

    def __init__(self, folder: Path) -> None:
        """Open the index. Raises whoosh.index.EmptyIndexError if there is none in the folder."""
        self._reader = index.open_dir(str(folder), readonly=True).reader()  # type: ignore[no-untyped-call]
        self._leaves = [(leaf, base) for leaf, base in self._reader.leaf_readers()]
        self._lock = Lock()
        self.size: int = self._reader.doc_count_all()
        self.live = self._read_live()
        self.count = int(self.live.sum())

    def _read_live(self) -> Mask:
        live: Mask = np.ones(self.size, dtype=bool)
        for leaf, base in self._leaves:
            if leaf.has_deletions():
                for docnum in range(leaf.doc_count_all()):
                    live[base + docnum] = not leaf.is_deleted(docnum)
        return _read_only(live)

    def close(self) -> None:
        """Let go of the files; whatever is read after this raises whoosh.reading.ReaderClosed."""
        with self._lock:
            self._reader.close()

    def postings(self, field: str, term: str) -> tuple[Numbers, Floats]:
        """The live documents that have the term, and its weight in each; both empty if none has it."""
        documents: list[int] = []
        weights: list[float] = []
        with self._lock:
            for leaf, base in self._leaves:
                try:
                    matcher: Any = leaf.postings(field, term.encode())
                except TermNotFound:
                    continue
                is_active, id_, weight, next_ = matcher.is_active, matcher.id, matcher.weight, matcher.next
                while is_active():
                    documents.append(base + id_())
                    weights.append(weight())
                    next_()
        return _read_only(np.array(documents, dtype=np.int64)), _read_only(
            np.array(weights, dtype=np.float32)
        )

    def summaries(self) -> list[Summary | None]:
        """The summary of every document, None for a deleted one."""
        summaries: list[Summary | None] = []
        with self._lock:
            for leaf, base in self._leaves:
                if not leaf.doc_count_all():
                    continue
                column = leaf.column_reader("summary")
                for number in range(leaf.doc_count_all()):
                    summaries.append(json.loads(column[number]) if self.live[base + number] else None)
        return summaries

    def document(self, number: int) -> Document:
        """A document with its texts; without its facets, years, orders and quality, which its summary has."""
        with self._lock:
            stored = self._reader.stored_fields(number)
        return read_document(stored["id"], stored["record"])


Array = TypeVar("Array", bound=NDArray[Any])


def _read_only(array: Array) -> Array:
    array.setflags(write=False)
    return array
