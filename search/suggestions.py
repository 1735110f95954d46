"""What a person may mean while still typing: entries, terms and places that start so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from search.documents import Suggestion
from search.german import fold

_WORD_START = re.compile(r"\w+")
_ENOUGH = 400  # candidates that are looked at for one beginning


class Suggestions:
    """Everything that can be suggested, by each of the words that it has."""

    def __init__(self, candidates: Iterable[tuple[Suggestion, float]]) -> None:
        """Each with how much it should come before others."""
        entries: list[tuple[str, int, float, int]] = []
        self._suggestions: list[Suggestion] = []
        for suggestion, worth in candidates:
            number = len(self._suggestions)
            self._suggestions.append(suggestion)
            folded = fold(suggestion.text)
            for place, match in enumerate(_WORD_START.finditer(folded)):
                if place < 8:
                    entries.append((folded[match.start() :], place, -worth, number))
        entries.sort()
        self._entries = entries
        self._keys = [entry[0] for entry in entries]

    def starting_with(self, prefix: str, limit: int) -> list[Suggestion]:
        """The best suggestions: those that start so before those with a later word that does."""
        start = fold(" ".join(prefix.split()))
        if not start or limit < 1:
            return []
        first = bisect_left(self._keys, start)
        last = bisect_left(self._keys, start + "\U0010ffff", lo=first)
        nearest = sorted(
            self._entries[first : min(last, first + _ENOUGH)], key=lambda e: (e[1] > 0, e[2], e[0], e[3])
        )
        found: dict[tuple[str, str], Suggestion] = {}
        for _, _, _, number in nearest:
            suggestion = self._suggestions[number]
            found.setdefault((suggestion.text, suggestion.kind), suggestion)
            if len(found) == limit:
                break
        return list(found.values())
