"""Places that are known though no document is there, and which places with documents are near them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from search.distance import kilometres
from search.documents import PlaceWithoutEntry
from search.german import fold
from search.language import KnownPlace

NEAREST = 3
"""So many places with documents are named."""

MOST_NAMESAKES = 4
"""So many places of one name are told apart."""

_ADDITION = re.compile(r"[/(,].*| [ai]\.\s?d\..*")  # Stollberg/Erzgeb., Halle (Westf.), Rotenburg a. d. Fulda
_WORD = re.compile(r"[^\W_]+")


class Register:
    """Finds known places by their names. Most searches need none, so its table is made whole at the first that does."""

    def __init__(self, places: Sequence[KnownPlace], has_documents: Callable[[str], bool]) -> None:
        """`has_documents` tells of a folded name whether documents are at the place."""
        self._places = places
        self._has_documents = has_documents

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[tuple[str, ...], KnownPlace]]]:
        """The folded words of all names with their places, by the first word."""
        by_first: dict[str, list[tuple[tuple[str, ...], KnownPlace]]] = {}
        for place in self._places:
            if words := _words_of(place):
                by_first.setdefault(words[0], []).append((words, place))
        return by_first

    @cached_property
    def _served(self) -> list[KnownPlace]:
        """The places where documents are."""
        served = (place for place in self._places if place.is_served and place.coordinates)
        return [place for place in served if self._has_documents(" ".join(_words_of(place)))]

    def without_entry(self, text: str, not_found: Iterable[str]) -> Iterator[PlaceWithoutEntry]:
        """The places whose names stand in a text with a word that no document has; several of one name, the longest."""
        unmet = set(not_found)
        if not unmet:
            return
        typed = list(_WORD.finditer(text))
        folded = [fold(match.group()) for match in typed]
        at = 0
        while at < len(typed):
            called = [
                (words, place)
                for words, place in self._by_first.get(folded[at], ())
                if tuple(folded[at : at + len(words)]) == words
            ]
            length = max((len(words) for words, _ in called), default=0)
            last = at + max(length, 1)
            if any(match.group() in unmet for match in typed[at:last]):
                name = text[typed[at].start() : typed[last - 1].end()]
                for place in [place for words, place in called if len(words) == length][:MOST_NAMESAKES]:
                    near = tuple(self._nearest(place))
                    yield PlaceWithoutEntry(name, place.name, place.district, place.state, near)
            at = last

    def _nearest(self, place: KnownPlace) -> Sequence[tuple[str, int]]:
        """The nearest places with documents, each with its distance in kilometres; none if nobody knows where it is."""
        here = place.coordinates
        if here is None:
            return ()
        far = sorted(
            (kilometres(here, each.coordinates), each.name) for each in self._served if each.coordinates
        )
        return [(name, round(distance)) for distance, name in far[:NEAREST]]


def _words_of(place: KnownPlace) -> tuple[str, ...]:
    return tuple(fold(match.group()) for match in _WORD.finditer(_ADDITION.sub("", place.name)))
