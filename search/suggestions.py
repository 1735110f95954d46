"""What a person may mean while still typing: entries, terms and places that start so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from search.documents import Suggestion
from search.facets import Facets
from search.german import fold
from search.language import Language
from search.querying import PLACE
from search.stored import Summary

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
_MOST_WORDS = 8  # of a name by which it is found
_MOST_COMPLETIONS = 400  # that are looked at for one beginning

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
        language_of_names = "de" if summary.title_en else ""
        for name in (summary.title, *summary.aliases):
            yield Suggestion(name, summary.kind, summary.id, language_of_names), summary.quality
        if summary.title_en:
            yield Suggestion(summary.title_en, summary.kind, summary.id, "en"), summary.quality


class _Completion(NamedTuple):
    """A name from one of its words on, as `_squeezed` gives it: what a beginning may become."""

    key: str
    position: int
    """Of the word within the name."""
    minus_worth: float
    number: int
    """Of the suggestion."""


class Suggestions:
    """Everything that can be suggested, by each of the words that it has."""

    def __init__(self, candidates: Iterable[tuple[Suggestion, float]]) -> None:
        """Each candidate with how much it is worth against others."""
        self._suggestions: list[Suggestion] = []
        self._completions: list[tuple[str, int, float, int]] = []
        for number, (suggestion, worth) in enumerate(candidates):
            self._suggestions.append(suggestion)
            folded = fold(suggestion.text)
            for position, match in enumerate(islice(_WORD.finditer(folded), _MOST_WORDS)):
                key = _squeezed(folded[match.start() :])
                self._completions.append((key, position, -worth, number))
        self._completions.sort()
        self._keys = [key for key, *_ in self._completions]

    def starting_with(self, prefix: str, limit: int, language: str = "de") -> list[Suggestion]:
        """The best suggestions, at most `limit`: those that start so before those with a later word that does.

        Names in another language than that of the reader come last, and no entry comes twice. Spaces, hyphens and apostrophes do not matter: `opendata`, `w-lan`, `3d stadtmodell`.
        """
        start = _squeezed(fold(prefix))
        if not start or limit < 1:
            return []
        first = bisect_left(self._keys, start)
        last = bisect_left(self._keys, start + "\U0010ffff", lo=first)
        near = self._completions[first : min(last, first + _MOST_COMPLETIONS)]
        completions = [*map(_Completion._make, near)]
        completions.sort(key=lambda each: (each.position > 0, each.minus_worth, each.key, each.number))
        suggestions = [self._suggestions[each.number] for each in completions]
        found: dict[tuple[str, str], Suggestion] = {}
        for suggestion in sorted(suggestions, key=lambda one: one.language not in ("", language)):
            found.setdefault((suggestion.kind, suggestion.id), suggestion)
        return list(found.values())[:limit]


def _squeezed(folded: str) -> str:
    """Without all that stands between letters and digits."""
    return _BETWEEN.sub("", folded)
