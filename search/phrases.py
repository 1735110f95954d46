"""Documents that have some words next to each other, as they stand."""

from __future__ import annotations

import numpy as np

from search.document_terms import folded_text
from search.german import German
from search.postings import Postings
from search.stored import Mask, Numbers, StoredIndex


class Phrases:
    """Finds phrases in the texts of all documents."""

    def __init__(self, german: German, postings: Postings, stored: StoredIndex) -> None:
        self._german = german
        self._postings = postings
        self._stored = stored

    def is_telling(self, text: str) -> bool:
        """Whether a text has a word that not nearly every document has."""
        return any(not token.is_stop_word for token in self._german.tokens(text))

    def having(self, phrase: str, among: Mask) -> Mask:
        """Which of these documents have the words of a phrase next to each other; all if it has no words."""
        tokens = self._german.tokens(phrase)
        if not tokens:
            return among.copy()
        candidates = among.copy()
        for stem in {token.stem for token in tokens if not token.is_stop_word}:
            candidates &= self._having_word(stem)
        having = np.zeros_like(among)
        having[self.standing_in(np.flatnonzero(candidates), folded_text(tokens))] = True
        return having

    def standing_in(self, documents: Numbers, folded: str) -> Numbers:
        """Which of these documents have a text that `folded_text` gave in one of their texts."""
        return np.array(
            [n for n in documents.tolist() if folded in self._stored.folded_texts(n)], dtype=np.int64
        )

    def _having_word(self, stem: str) -> Mask:
        having = np.zeros(self._postings.size, dtype=bool)
        having[self._postings.of("words", stem).documents] = True
        return having
