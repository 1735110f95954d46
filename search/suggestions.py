"""What a person may mean while still typing: entries, terms and places that start so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from search.documents import Suggestion
from search.facets import Facets
from search.german import fold
from search.language import Language
from search.querying import PLACE
from search.stored import Summary

_WORD_START = re.compile(r"\w+")
_ENOUGH = 400  # candidates that are looked at for one beginning


_TERM = 2.0  # what a term of a facet is worth against entries, which are worth their quality
_PLACE = 1.5


def suggestible(
    language: Language, facets: Facets, best_first: Iterable[Summary]
) -> Iterator[tuple[Suggestion, float]]:
    """All that can be suggested with how much it is worth: terms that a document has, places, entries by all their names."""
    for facet, terms in language.labels.items():
        had = set(facets.terms(facet))
        for term, labels in terms.items():
            if labels and term in had:
                yield Suggestion(labels[0], facet, term), _TERM
    for place in language.names_of_places:
        yield Suggestion(place, PLACE, place), _PLACE
    for summary in best_first:
        for name in (summary.title, *summary.aliases):
            yield Suggestion(name, summary.kind, summary.id), summary.quality


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
