"""Third step: compounds are cut into their parts (decompounding), with a list of words that may be parts.

Of all ways to cut a compound the one with the fewest parts is taken, found by dynamic programming from its end.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

_SHORTEST_COMPOUND = 7  # letters
_SHORTEST_PART = 3
_LONG_PART = 6  # letters of a known word that alone may follow an unknown one
_LINKS = ("", "s", "es", "n", "en", "e", "er", "ns")
_LINK_LETTER = 0.1  # what a linking letter costs against a part
_VOWELS = "aeiouy"
_INFLECTIONS = ("e", "en", "n", "s", "es", "er", "ern")
_LAST_OF_INFLECTIONS = frozenset("ensr")

# Known nouns that are also how adjectives and verbs end: automa-tisch, veröffent-licht, einf-ühren.
_ALSO_ENDINGS = ("tisch", "licht", "eltern", "ringe", "uhren", "tier", "sucht", "winden", "wiesen", "gerecht")

Cut = tuple[int, int]
"""Start and end of a part within its word."""


class _Cuts(NamedTuple):
    """A way to cut a word, or the rest of one."""

    cost: float
    cuts: tuple[Cut, ...]


class Splitter:
    """Cuts compounds. All words are folded ones."""

    def __init__(self, known: Iterable[str]) -> None:
        """`known` are the words that may be parts of compounds."""
        self._known = frozenset(known)
        self._beginnings = frozenset(word[:_SHORTEST_PART] for word in self._known)

    @property
    def known(self) -> frozenset[str]:
        """The words that may be parts of compounds."""
        return self._known

    def knows(self, word: str) -> bool:
        """Whether this is a known word or an inflection of one; umlauts are already folded away."""
        return bool(self._uninflected(word))

    def _uninflected(self, word: str) -> str:
        """The shortest known word of which this is an inflection; empty if there is none."""
        if word[-1:] in _LAST_OF_INFLECTIONS:
            for ending in _INFLECTIONS:
                if word.endswith(ending) and word[: -len(ending)] in self._known:
                    return word[: -len(ending)]
        return word if word in self._known else ""

    def parts(self, word: str) -> list[str]:
        """The parts of a compound as they stand in it, each with the letters that link it to the next one."""
        starts = [start for start, _ in self.cuts(word)]
        return [word[start:end] for start, end in pairwise([*starts, len(word)])] if starts else []

    def cuts(self, word: str) -> tuple[Cut, ...]:
        """Where the parts of a compound are, without linking letters; empty if it is none or is known itself.

        The first part may be unknown if known words follow.
        """
        if len(word) < _SHORTEST_COMPOUND or not word.isalpha() or self.knows(word):
            return ()
        cheapest = self._cheapest_cuts(word)
        whole = cheapest[0]
        if whole and len(whole.cuts) > 1:
            return whole.cuts
        return self._cuts_after_unknown(word, cheapest)

    def _cheapest_cuts(self, word: str) -> list[_Cuts | None]:
        """For every letter the cheapest way to cut all from there on into known words; None if there is none."""
        cheapest: list[_Cuts | None] = [None] * len(word)
        for start in range(len(word) - _SHORTEST_PART, -1, -1):
            if word[start : start + _SHORTEST_PART] not in self._beginnings:
                continue
            if self.knows(word[start:]):
                cheapest[start] = _Cuts(1.0, ((start, len(word)),))
            else:
                cheapest[start] = self._cheapest_from(word, start, cheapest)
        return cheapest

    def _cheapest_from(self, word: str, start: int, cheapest: list[_Cuts | None]) -> _Cuts | None:
        """A known part and linking letters, then the cheapest way to cut the rest.

        The part may lack the final e of a word that is longer than it (Schul-, Sprach-).
        """
        best = None
        last_start = len(word) - _SHORTEST_PART
        for end in range(start + _SHORTEST_PART, last_start + 1):
            part = word[start:end]
            if part not in self._known and (len(part) == _SHORTEST_PART or part + "e" not in self._known):
                continue
            for link in _LINKS:
                rest_start = end + len(link)
                if rest_start > last_start or not word.startswith(link, end):
                    continue
                rest = cheapest[rest_start]
                cost = rest.cost + 1.0 + _LINK_LETTER * len(link) if rest else 0.0
                if rest and (best is None or cost < best.cost):
                    best = _Cuts(cost, ((start, end), *rest.cuts))
        return best

    def _cuts_after_unknown(self, word: str, cheapest: list[_Cuts | None]) -> tuple[Cut, ...]:
        """An unknown word with a vowel, then known ones that are long enough or more than one."""
        for start in range(4, len(word) - 4):
            unknown, rest = word[:start], cheapest[start]
            if rest is None or unknown.endswith("ge") or word[start:].startswith(_ALSO_ENDINGS):
                continue
            is_long = len(rest.cuts) > 1 or len(self._uninflected(word[start:])) >= _LONG_PART
            if is_long and any(c in _VOWELS for c in unknown):
                end = start - 1 if unknown.endswith("s") and start > 4 else start
                return ((0, end), *rest.cuts)
        return ()
