"""Which documents have a term, and what is told of it in each: read from the index once and then kept."""

from __future__ import annotations

import sys

from search.caching import MEBIBYTE, BoundedCache
from search.stored import StoredIndex, TermPostings

MOST_BYTES = 256 * MEBIBYTE
"""What is kept of postings; reached only with many more entries than today."""


class Postings:
    """The postings of all terms of an index."""

    def __init__(self, stored: StoredIndex, most_bytes: int = MOST_BYTES) -> None:
        self._stored = stored
        self._cache: BoundedCache[tuple[str, str], TermPostings] = BoundedCache(most_bytes, _bytes_of)
        self.size = stored.size

    def of(self, field: str, term: str) -> TermPostings:
        """The documents that have the term, and what is told of it in each; all empty if none has it."""
        known = self._cache.get((field, term))
        if known is None:
            known = self._stored.postings(field, term)
            if len(known.documents):  # words that nobody wrote are without end, and quickly looked up again
                self._cache.put((field, term), known)
        return known

    def frequency(self, field: str, term: str) -> int:
        """In how many documents the term is."""
        known = self._cache.get((field, term))
        return self._stored.frequency(field, term) if known is None else len(known.documents)


def _bytes_of(key: tuple[str, str], value: TermPostings) -> int:
    return sys.getsizeof(key) + sum(map(sys.getsizeof, (*key, *value)))
