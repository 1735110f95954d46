"""What the search engine is given and what it gives back: plain records without any behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Document:
    """One entry of the catalogue as the search engine sees it; all text is plain text without markup."""

    id: str
    kind: str
    title: str
    one_liner: str = ""
    aliases: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    text: str = ""
    results: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    years: tuple[int, int] | None = None
    order: Mapping[str, str | float] = field(default_factory=dict)
    quality: float = 0.0


Segments = tuple[tuple[str, bool], ...]
"""A text in pieces: each with whether it matched. The reader of it marks and escapes as its medium needs."""


How = Literal["word", "part", "concept", "narrower", "broader", "related", "prefix", "fuzzy", "place"]
"""By what a word of a query is met: itself, a part of it, another word for the same concept or for a kind of it,
what it is a kind of, something near it, a word that it may become, one that is spelt nearly like it, a place."""


@dataclass(frozen=True, slots=True)
class Match:
    """One reason for a hit: a word of the query, folded, met a word in a field of the entry."""

    query: str
    word: str
    field: str
    how: How


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found."""

    id: str
    kind: str
    score: float
    title: Segments
    one_liner: Segments
    snippets: tuple[Segments, ...] = ()
    explanation: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A filter that hides everything: without it the search would find `count` entries."""

    facet: str
    count: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: one page of hits, and the counts over all of them."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    did_you_mean: str | None = None
    relaxed: tuple[Relaxation, ...] = ()
    query_terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that starts like what has been typed: an entry, a term of a facet or a place."""

    text: str
    kind: str
    id: str
