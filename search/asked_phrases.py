"""The phrases by which people ask for an entry, each on its own: one that meets the whole query tells more than words
that are scattered over several.

The index keeps for every word and concept which of a document's phrases have it, as the bits of a number. Looking at
single phrases is dear, so it is done only for documents whose phrases taken together meet enough of the query.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from search.document_terms import MOST_PHRASES
from search.interpretation import QueryTerm
from search.postings import Postings
from search.stored import Floats, Numbers
from search.weights import Weights

_SHARPNESS = 4  # so that a phrase that meets half of a query counts hardly anything
_TOLD_APART = ("words", "concepts")  # fields whose postings tell which phrases have a term
_LEAST = 0.5  # of a query that a phrase must meet to count at all

WeightedTerms = Sequence[tuple[QueryTerm, float]]


class AskedPhrases:
    """Compares queries with the single phrases of all documents."""

    def __init__(self, postings: Postings, weights: Weights) -> None:
        self._postings = postings
        self._weights = weights

    def lift(self, asked: WeightedTerms, scores: Floats) -> None:
        """Raise the scores of documents of which one phrase meets the terms; these come with their weights.

        A document gains at most the share `whole_phrase` of what it lacks to 1.
        """
        if not self._weights.whole_phrase:
            return
        together = self._met(asked, _PhrasesTogether(self._postings))
        near = np.flatnonzero(together[0] >= _LEAST)
        if not len(near):
            return
        best = self._met(asked, _EachPhrase(self._postings, near)).max(axis=0)
        best = np.where(best >= _LEAST, np.minimum(best, 1) ** _SHARPNESS, 0)
        scores[near] += np.float32(self._weights.whole_phrase) * best * np.maximum(1 - scores[near], 0)

    def _met(self, asked: WeightedTerms, phrases: _Phrases) -> Floats:
        """How much of the query is met, from 0 to 1: the mean over its terms."""
        met = np.zeros(phrases.shape, dtype=np.float32)
        weight_of_all = sum(weight for _, weight in asked)
        for term, weight in asked:
            met += np.float32(weight / weight_of_all) * self._degrees(term, phrases)
        return met

    def _degrees(self, term: QueryTerm, phrases: _Phrases) -> Floats:
        """To which degree a term is met, from 0 to 1: by the best of its expansions, or by its parts."""
        degrees = np.zeros(phrases.shape, dtype=np.float32)
        for expansion in term.expansions:
            if expansion.field in _TOLD_APART:
                columns, having = phrases.having(expansion.field, expansion.term)
                met = np.float32(expansion.weight) * having
                degrees[:, columns] = np.maximum(degrees[:, columns], met)
        if term.parts:
            share = np.float32(self._weights.parts_of_query / len(term.parts))
            by_parts = np.zeros_like(degrees)
            for part in term.parts:
                by_parts += share * self._degrees(part, phrases)
            np.maximum(degrees, by_parts, out=degrees)
        return degrees


class _Phrases(Protocol):
    """Phrases as a table: a column for each document that is looked at."""

    shape: tuple[int, int]

    def having(self, field: str, term: str) -> tuple[Numbers, Floats]:
        """The columns in which a phrase has a term, and in each which rows have it, as 1 and 0."""


class _PhrasesTogether:
    """All documents, the phrases of each as one row."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self.shape = (1, postings.size)

    def having(self, field: str, term: str) -> tuple[Numbers, Floats]:
        documents, _, _, phrases = self._postings.of(field, term)
        having = documents[phrases > 0]
        return having, np.ones((1, len(having)), dtype=np.float32)


class _EachPhrase:
    """Some documents, a row for each of their phrases."""

    def __init__(self, postings: Postings, documents: Numbers) -> None:
        self._postings = postings
        self._column = np.full(postings.size, -1, dtype=np.int64)
        self._column[documents] = np.arange(len(documents))
        self.shape = (MOST_PHRASES, len(documents))

    def having(self, field: str, term: str) -> tuple[Numbers, Floats]:
        documents, _, _, bits = self._postings.of(field, term)
        columns = self._column[documents]
        inside = (columns >= 0) & (bits > 0)
        rows = bits[inside].astype(np.int64) >> np.arange(MOST_PHRASES)[:, np.newaxis] & 1
        return columns[inside], rows.astype(np.float32)
