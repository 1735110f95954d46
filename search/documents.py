"""What the search engine is given and what it gives back: plain records without any behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Document:
    """One entry of the catalogue as the search engine sees it; all text is plain text without markup.

    The texts are searched with the weights of `search.weights.FIELDS`.
    """

    id: str
    kind: str
    title: str
    one_liner: str = ""
    aliases: tuple[str, ...] = ()
    """Other names: who types a whole one gets the entry first."""
    asked_as: tuple[str, ...] = ()
    """How people ask for it who do not know it, each a phrase or a question."""
    title_en: str = ""
    one_liner_en: str = ""
    """What it is called in English, and what it is in a line."""
    terms: tuple[str, ...] = ()
    """Labels of its terms in the vocabularies, the same in many entries."""
    places: tuple[str, ...] = ()
    """Names of its places, nearest first, and of what kind they are."""
    text: str = ""
    results: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet → ids of its terms; every facet is a prefix of queries."""
    years: tuple[int, int] | None = None
    """First and last year."""
    order: Mapping[str, str | float] = field(default_factory=dict)
    """Keys to sort by besides relevance; `name` also decides between equal hits."""
    quality: float = 0.0
    """How well it is documented, from 0 to 1; decides between equal hits."""
    explains: bool = False
    """Whether it tells what its name means: who asks that gets it before others that are called so."""


Segments = tuple[tuple[str, bool], ...]
"""A text in pieces: each with whether it matched. The reader of it marks and escapes as its medium needs."""


def plain_text(segments: Segments) -> str:
    """The whole text, without what matched."""
    return "".join(text for text, _ in segments)


How = Literal[
    "word", "part", "concept", "narrower", "broader", "related", "prefix", "family", "fuzzy", "place"
]
"""By what a word of a query is met: itself, a part of it, another word for the same concept or for a kind of it,
what it is a kind of, something near it, a word that it may become, one that derives from the same word, one that is spelt nearly like it, a place."""


@dataclass(frozen=True, slots=True)
class Match:
    """One reason for a hit: a word of the query, folded, met a word in a field of the entry."""

    query: str
    word: str
    field: str
    how: How


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found. `score` is comparable within one answer only; explained on request."""

    id: str
    kind: str
    score: float
    title: Segments
    one_liner: Segments
    snippets: tuple[Segments, ...] = ()
    asked_as: Segments = ()
    """The phrase by which the query is met, if nothing else that is shown meets a word of it."""
    title_en: Segments = ()
    one_liner_en: Segments = ()
    is_distant: bool = False
    """Whether it is only somehow related to what was asked."""
    explanation: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A filter that hides everything: without it the search would find `count` entries."""

    facet: str
    count: int


@dataclass(frozen=True, slots=True)
class PlaceWithoutEntry:
    """A place that was asked for by the words `typed`, and of which no entry tells.

    `nearest` are places that have entries, with how far they are in kilometres, the nearest first.
    """

    typed: str
    name: str
    district: str
    state: str
    nearest: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: one page of hits, and the counts over all of them.

    `facets` has for each facet its terms with the number of hits, the most first, as if nothing were chosen of
    that facet. `best` is the number of those hits that answer the query, which come first in every order, and
    `distant` that of those that are only somehow related to it, be they asked for or not. `did_you_mean` is a better query if words were misspelt. `relaxed` tells which filters hide
    everything, if there is no hit. `query_terms` are the words and places that were understood, folded.
    `not_found` are words of the query, as they were typed, that no entry has in any way; `says_nothing` tells that
    it has only words without a meaning of their own ("was ist das"). `places_without_entry` are the places that words
    of `not_found` name, several if they share the name.
    """

    total: int
    hits: tuple[Hit, ...]
    best: int = 0
    distant: int = 0
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    did_you_mean: str | None = None
    relaxed: tuple[Relaxation, ...] = ()
    query_terms: tuple[str, ...] = ()
    not_found: tuple[str, ...] = ()
    says_nothing: bool = False
    places_without_entry: tuple[PlaceWithoutEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that starts like what has been typed.

    `kind` is the kind of an entry, the name of a facet, or `ort`; `id` that of the entry, the term, or the place's name.
    `language` is `de` or `en` for a name of an entry that has names in both, else empty.
    """

    text: str
    kind: str
    id: str
    language: str = ""
