"""Words that are spelt nearly like a word that nobody wrote.

How near is counted by optimal string alignment: letters that are missing, too many, wrong, or two that are
exchanged, no place changed twice (Damerau 1964, Levenshtein 1966).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4  # letters of a word that is put right
_SHORTEST_RIGHT = 3  # letters of what it is put right to
_LONG = 8  # letters from which on a word may have two changes
_MOST_NEAR = 20  # words of one length that are looked at


class Spelling:
    """Finds the words of a vocabulary that are nearest to another one."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        """`frequencies` tells of every folded word how often it was written: at least once."""
        self._frequencies = frequencies
        self._by_length: dict[int, list[str]] = {}
        self._words = sorted(frequencies)
        for word in self._words:
            if len(word) >= _SHORTEST_RIGHT and word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)

    def starting_with(self, start: str) -> list[str]:
        """All words that begin like this, in order."""
        first = bisect_left(self._words, start)
        return self._words[first : bisect_left(self._words, start + "\U0010ffff", lo=first)]

    def near(self, word: str, most: int = 2) -> tuple[str, float]:
        """The word that is nearest, with its likeness below 1; the empty word if none is near enough.

        Of equally near ones the more frequent; none with more than `most` changes.
        """
        if len(word) < _SHORTEST or not word.isalpha():
            return "", 0.0
        most = min(most, 1 if len(word) < _LONG else 2)
        found: list[tuple[int, int, str]] = []
        for length in range(len(word) - most, len(word) + most + 1):
            hits = process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=_MOST_NEAR,
            )
            found += [
                (int(changes), -self._frequencies[near], near) for near, changes, _ in hits if near != word
            ]
        # The first letter is seldom wrong, and hardly ever if there are two changes
        found = [f for f in found if f[0] == 1 or f[2][0] == word[0]]
        if not found:
            return "", 0.0
        changes, _, near = min(found, key=lambda f: (f[0] + (f[2][0] != word[0]), f[1], f[2]))
        return near, 1 - changes / len(word)
