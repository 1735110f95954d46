"""The postings of the Whoosh index as arrays: which documents have a term, and with what weight."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import IndexReader, TermNotFound

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

_MOST_CACHED = 20_000_000  # postings; some 240 MB, reached only with many more entries than today


class Postings:
    """Reads the postings of terms, each once; the documents are numbered as Whoosh does."""

    def __init__(self, reader: IndexReader) -> None:
        self.size: int = reader.doc_count_all()
        self.live: Mask = np.ones(self.size, dtype=bool)
        self._leaves = [(leaf, base) for leaf, base in reader.leaf_readers()]
        for leaf, base in self._leaves:
            if leaf.has_deletions():
                for docnum in range(leaf.doc_count_all()):
                    self.live[base + docnum] = not leaf.is_deleted(docnum)
        self.count = int(self.live.sum())
        self._cache: dict[tuple[str, str], tuple[Numbers, Floats]] = {}
        self._cached = 0

    def of(self, field: str, term: str) -> tuple[Numbers, Floats]:
        """The documents that have the term, and its weight in each; both empty if none has it."""
        known = self._cache.get((field, term))
        if known is None:
            known = self._read(field, term.encode())
            if self._cached > _MOST_CACHED:
                self._cache.clear()
                self._cached = 0
            self._cache[field, term] = known
            self._cached += len(known[0])
        return known

    def frequency(self, field: str, term: str) -> int:
        """In how many documents the term is."""
        return len(self.of(field, term)[0])

    def lexicon(self, field: str) -> list[str]:
        """All terms of a field in order, also those whose documents have all been deleted."""
        terms: set[str] = set()
        for leaf, _ in self._leaves:
            terms.update(term.decode() for term in leaf.lexicon(field))
        return sorted(terms)

    def _read(self, field: str, term: bytes) -> tuple[Numbers, Floats]:
        documents: list[int] = []
        weights: list[float] = []
        for leaf, base in self._leaves:
            try:
                matcher: Any = leaf.postings(field, term)
            except TermNotFound:
                continue
            is_active, id_, weight, next_ = matcher.is_active, matcher.id, matcher.weight, matcher.next
            while is_active():
                documents.append(base + id_())
                weights.append(weight())
                next_()
        return np.array(documents, dtype=np.int64), np.array(weights, dtype=np.float32)
