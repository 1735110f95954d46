"""Which documents answer the words of a query, and how well, before anything is filtered."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from search.entry_names import EntryNames
from search.interpretation import Interpretation, Interpreter
from search.narrowing import near
from search.phrases import Phrases
from search.querying import Query
from search.ranking import Ranking
from search.stored import Floats, Mask

_LEAST_SHARE = 0.12  # of the best score that a candidate must have
_LEAST_SCORE = 1e-6


class Candidates(NamedTuple):
    """Which documents were found, which of them answer the query, and the score of every document."""

    found: Mask
    best: Mask
    scores: Floats


class CandidateFinder:
    """Finds candidates among the documents of an index."""

    def __init__(
        self,
        size: int,
        interpreter: Interpreter,
        ranking: Ranking,
        names: EntryNames,
        phrases: Phrases,
    ) -> None:
        """`size` is the number of documents."""
        self._size = size
        self._interpreter = interpreter
        self._ranking = ranking
        self._names = names
        self._phrases = phrases

    def find(self, query: Query, asked: Interpretation) -> Candidates:
        """The candidates. `asked` is the interpretation of the query's text."""
        found, scores = self._by_words(query, asked)
        called, explaining = self._names.called(query.text), self._names.explaining(query.text)
        for numbers in (called, explaining):
            found[numbers] = True
        for phrase in query.phrases:
            found &= self._phrases.having(phrase, found)
            scores = scores + self._score(phrase)
        for text in query.excluded:
            if self._phrases.is_telling(text):
                found &= ~self._phrases.having(text, found)
        best = near(found, scores)
        for numbers, times in ((called, 1), (explaining, 2)):
            best[numbers] = found[numbers]
            scores[numbers] += times * scores.max(initial=1)
        return Candidates(found, best, scores)

    def _by_words(self, query: Query, asked: Interpretation) -> tuple[Mask, Floats]:
        """Those with any of the words, and with one of every group of alternatives; all if no words are asked for."""
        found: Mask = np.ones(self._size, dtype=bool)
        scores = self._ranking.score(asked)
        for words in query.alternatives:
            either = np.max([self._score(word) for word in words], axis=0)
            scores = scores + either
            found &= either > 0
        if scores.any():
            found &= scores >= max(float(scores.max()) * _LEAST_SHARE, _LEAST_SCORE)
        elif query.text and not (asked.says_nothing and query.phrases):
            found[:] = False
        return found, scores

    def _score(self, text: str) -> Floats:
        return self._ranking.score(self._interpreter.interpret(text))
