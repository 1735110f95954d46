"""Entries that are like another one, preferably from elsewhere."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from search.caching import MEBIBYTE, BoundedCache
from search.document_terms import DocumentAnalysis, DocumentTerms
from search.postings import Postings
from search.sorting import Sorting
from search.stored import Floats, StoredIndex, Summary

MOST_BYTES = 2 * MEBIBYTE
"""What is kept of answers: those of some thousand entries."""

_MOST_TERMS = 40
_CONCEPT = 1.5  # a shared concept against a shared word
_SATURATION = 3  # a term with this weight has reached half of what it can reach
_MOST_FREQUENT = 1 / 3  # share of the documents; what more have tells nothing
_SAME_GROUP = 0.6
_MOST_OF_A_GROUP = 2
_DIGITS = 5  # to which likeness is compared: what differs less is equal
_LOOKED_AT = 20  # times as many as are wanted

Alike = tuple[tuple[str, float], ...]
"""Ids of entries with how like they are, the best first."""


class Similarity:
    """Compares documents by the rare words and concepts that they share (more like this)."""

    def __init__(
        self,
        stored: StoredIndex,
        summaries: Sequence[Summary],
        postings: Postings,
        analysis: DocumentAnalysis,
        sorting: Sorting,
    ) -> None:
        self._stored = stored
        self._summaries = summaries
        self._postings = postings
        self._analysis = analysis
        self._rank = sorting.rank
        self._number = {summary.id: n for n, summary in enumerate(summaries)}
        self._found: BoundedCache[tuple[Any, ...], Alike] = BoundedCache(MOST_BYTES, _bytes_of)

    def similar(self, id_: str, limit: int, kinds: Sequence[str] | None, apart: str) -> Alike:
        """See `Engine.similar`. An entry is compared with all others only once."""
        own = self._number.get(id_)
        if own is None:
            return ()
        asked = (own, limit, kinds and tuple(kinds), apart)
        return self._found.get_or_make(asked, lambda asked: tuple(self._compared(*asked)))

    def _compared(
        self, own: int, limit: int, kinds: Sequence[str] | None, apart: str
    ) -> list[tuple[str, float]]:
        likeness = self._likeness(self._analysis.terms(self._stored.document(own)))
        likeness[own] = 0
        groups = set(self._groups(own, apart))

        def value(number: int) -> float:
            is_near = not groups.isdisjoint(self._groups(number, apart))
            return float(likeness[number]) * (_SAME_GROUP if is_near else 1)

        nearest = np.lexsort((self._rank, -np.round(likeness, _DIGITS)))[: _LOOKED_AT * limit].tolist()
        wanted = [n for n in nearest if likeness[n] > 0 and (not kinds or self._summaries[n].kind in kinds)]
        best = sorted(wanted, key=value, reverse=True)
        return [(self._summaries[n].id, round(value(n), 4)) for n in self._spread(best, apart)][:limit]

    def _groups(self, number: int, facet: str) -> tuple[str, ...]:
        return self._summaries[number].facets.get(facet, ())

    def _spread(self, best: Iterable[int], facet: str) -> Iterator[int]:
        """No group fills the list."""
        seen: Counter[str] = Counter()
        for number in best:
            groups = self._groups(number, facet)
            if all(seen[group] < _MOST_OF_A_GROUP for group in groups):
                seen.update(groups)
                yield number

    def _likeness(self, terms: DocumentTerms) -> Floats:
        """How like each document is to one with these terms, from 0 to about 1."""
        telling = sorted(self._telling(terms), reverse=True)[:_MOST_TERMS]
        likeness = np.zeros(self._postings.size, dtype=np.float32)
        for value, field, term in telling:
            documents, weights, _, _ = self._postings.of(field, term)
            likeness[documents] += np.float32(value) * weights / (weights + _SATURATION)
        whole = sum(value for value, _, _ in telling)
        return likeness / np.float32(whole or 1)

    def _telling(self, terms: DocumentTerms) -> Iterator[tuple[float, str, str]]:
        """The terms that others have too, but not too many: how much each tells, its field, the term."""
        count = self._postings.size
        for field, weights, worth in (("words", terms.words, 1.0), ("concepts", terms.concepts, _CONCEPT)):
            for term, weight in weights.items():
                frequency = self._postings.frequency(field, term)
                if 1 < frequency < count * _MOST_FREQUENT:
                    rarity = math.log(count / frequency)
                    yield worth * rarity * weight / (weight + _SATURATION), field, term


def _bytes_of(asked: tuple[Any, ...], found: Alike) -> int:
    """The texts are kept elsewhere anyway."""
    return sum(map(sys.getsizeof, (asked, asked[2] or (), found, *found, *(value for _, value in found))))
