"""The phrases by which people ask for an entry, each on its own: one that meets the whole query tells more than words
that are scattered over several.

The index keeps for every word and concept which of a document's phrases have it, as the bits of a number.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.document_terms import MOST_PHRASES, PHRASES_WITH
from search.interpretation import QueryTerm
from search.postings import Postings
from search.stored import Floats
from search.weights import Weights

_SHARPNESS = 4  # so that a phrase that meets half of a query counts hardly anything

PhraseDegrees = NDArray[np.float32]
"""A number for each phrase of each document; phrases are rows, documents are columns."""


class AskedPhrases:
    """Compares queries with the single phrases of all documents."""

    def __init__(self, postings: Postings, weights: Weights) -> None:
        self._postings = postings
        self._weights = weights

    def lift(self, asked: Sequence[tuple[QueryTerm, float]], scores: Floats) -> None:
        """Raise the scores of documents of which one phrase meets the terms; these come with their weights.

        A document gains at most the share `whole_phrase` of what it lacks to 1.
        """
        weight_of_all = sum(weight for _, weight in asked)
        if not self._weights.whole_phrase or not weight_of_all:
            return
        met = self._nothing()
        for term, weight in asked:
            met += np.float32(weight / weight_of_all) * self._degrees(term)
        best = np.minimum(met.max(axis=0), 1) ** _SHARPNESS
        scores += np.float32(self._weights.whole_phrase) * best * np.maximum(1 - scores, 0)

    def _nothing(self) -> PhraseDegrees:
        return np.zeros((MOST_PHRASES, self._postings.size), dtype=np.float32)

    def _degrees(self, term: QueryTerm) -> PhraseDegrees:
        """To which degree each phrase meets a term, from 0 to 1: by the best of its expansions, or by its parts."""
        degrees = self._nothing()
        for expansion in term.expansions:
            if expansion.field in PHRASES_WITH:
                self._raise(degrees, PHRASES_WITH[expansion.field], expansion.term, expansion.weight)
        if term.parts:
            by_parts = sum((self._degrees(part) for part in term.parts), self._nothing())
            by_parts *= np.float32(self._weights.parts_of_query / len(term.parts))
            np.maximum(degrees, by_parts, out=degrees)
        return degrees

    def _raise(self, degrees: PhraseDegrees, field: str, term: str, weight: float) -> None:
        documents, bits = self._postings.of(field, term)
        if len(documents):
            having = bits.astype(np.int64) >> np.arange(MOST_PHRASES)[:, np.newaxis] & 1
            degrees[:, documents] = np.maximum(degrees[:, documents], np.float32(weight) * having)
