"""What the search engine knows about the language of the field, apart from any document.

The words come from editors (thesaurus, compound words, names of places, labels of facets). Analysis depends
on nothing else, so the same word is understood alike in every document and every query, and a document can
be analysed without looking at the others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

STATES = "land"
"""The facet whose terms are federal states, which are places too."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A notion of the field with the words that people use for it.

    `broader` and `related` are ids of other concepts. The words of `everyday` may mean something else too.
    """

    id: str
    label: str
    synonyms: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every word or phrase that means this concept, the label first."""
        return (self.label, *self.synonyms, *self.everyday, *self.english)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A municipality of which documents may tell or not."""

    name: str
    district: str
    """Empty for a city without one."""
    state: str
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    is_served: bool = False
    """Whether it is among the places of the language."""


@dataclass(frozen=True, slots=True)
class Language:
    """All that editors wrote down about words."""

    concepts: tuple[Concept, ...] = ()
    """The thesaurus."""
    compound_words: tuple[str, ...] = ()
    """Words that may be parts of compounds."""
    places: tuple[str, ...] = ()
    """Names of municipalities."""
    labels: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Facet → id of a term → what it is called, the name to show first."""
    register: tuple[KnownPlace, ...] = ()
    """All places that are known. They do not matter for analysis."""

    @property
    def names_of_places(self) -> list[str]:
        """Municipalities and, by their labels, federal states."""
        states = (label for labels in self.labels.get(STATES, {}).values() for label in labels)
        return sorted({*self.places, *states})

    def to_json(self) -> str:
        """Write it so that equal languages give equal text."""
        data = {
            "concepts": [{f.name: getattr(c, f.name) for f in fields(c)} for c in self.concepts],
            "compound_words": self.compound_words,
            "places": self.places,
            "labels": {facet: dict(terms) for facet, terms in self.labels.items()},
            "register": [[getattr(place, f.name) for f in fields(place)] for place in self.register],
        }
        return json.dumps(data, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Language:
        """Read what `to_json` wrote."""
        data: dict[str, Any] = json.loads(text)
        concepts = tuple(
            Concept(c["id"], c["label"], *(tuple(c[k]) for k in _LISTS)) for c in data["concepts"]
        )
        labels = {f: {t: tuple(ls) for t, ls in terms.items()} for f, terms in data["labels"].items()}
        register = tuple(
            KnownPlace(name, district, state, tuple(where) if where else None, is_served)
            for name, district, state, where, is_served in data["register"]
        )
        return cls(concepts, tuple(data["compound_words"]), tuple(data["places"]), labels, register)

    def fingerprint(self) -> str:
        """A hash that changes when analysis could change; other labels do not matter for it."""
        basis = repr((self.concepts, self.compound_words, self.names_of_places))
        return hashlib.sha256(basis.encode()).hexdigest()


_LISTS = ("synonyms", "everyday", "english", "broader", "related")
