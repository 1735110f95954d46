"""Every number of the ranking, in one place, with what it does.

The values were tuned on the development judgments only (`tests/benchmarks/search_quality.py` shows what each
part is worth). Field weights and lengths are used when indexing, all others when searching.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """How one field of a document counts."""

    weight: float
    length: float  # words that such a field has on the whole; longer ones count less, shorter ones more
    by_length: float  # how much the length matters, from 0 (not) to 1


FIELDS = {
    "title": Field(5.0, 5, 0.3),
    "aliases": Field(4.0, 4, 0.0),
    "one_liner": Field(4.5, 6, 0.3),
    "terms": Field(0.6, 60, 0.3),
    "technologies": Field(1.5, 4, 0.3),
    "text": Field(1.0, 70, 0.5),
    "results": Field(0.5, 30, 0.3),
    "lessons": Field(0.4, 30, 0.3),
    "places": Field(0.3, 6, 0.0),
    "partners": Field(0.5, 8, 0.3),
    "asked_as": Field(1.0, 35, 0.3),
    "title_en": Field(0.5, 4, 0.3),
    "one_liner_en": Field(0.5, 7, 0.3),
}
"""Field weights, BM25F style: occurrences are added up over the fields by weight before they saturate. The
lengths are fixed, not averages of what is indexed, so that no document depends on the others."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes one hit better than another."""

    # A word that occurs `saturation` times (by field weight) has reached half of what it can reach.
    saturation: float = 3.5

    # By what a word of the query can be met (its expansions), against the word itself (1.0):
    part: float = 0.55  # as a part of a longer compound in the document
    parts_of_query: float = 0.8  # the query's compound, met part by part
    concept: float = 0.9  # by another word for the same concept
    narrower: float = 0.7  # by a kind of it (Rufbus for ÖPNV), times `concept`
    broader: float = 0.25  # by what it is a kind of
    related: float = 0.3  # by something near it
    phrase: float = 1.0  # by a concept that was named with several words, times `concept`
    word_of_phrase: float = 0.7  # by one of these words alone
    fuzzy: float = 0.8  # by a word that is spelt nearly like it, times its likeness
    family: float = 0.6  # by a word that derives from the same one, if by nothing else
    prefix: float = 0.7  # by a word that starts like the last word of the query
    joined: float = 1.0  # two words of the query as one ("park platz")

    # A document that has a rare word itself gains this share of what it lacks, one that has it in the very form
    # that was typed this much of the rest; a word is not rare that so many documents have, or this share of all
    literal: float = 0.8
    same_form: float = 0.6
    common: float = 30.0
    common_share: float = 0.03

    # Other evidence beside the best, added with this share
    beside: float = 0.4

    # A document gains this share of what it lacks if one phrase by which people ask for it meets all that is asked
    whole_phrase: float = 0.2

    # A hit in the right place gains this share of its score; being there alone counts a little
    place: float = 1.5
    place_alone: float = 0.15
    elsewhere: float = 0.2  # what meets the words of a query that is about a place, but lies elsewhere
    doubtful_place: float = 0.5  # the name of a place that is an everyday word too, typed in small letters

    # A word that the thesaurus knows is what the query is about; it counts this much more than others
    topic: float = 2.0

    # All words together that name no thing (verbs, adjectives, numbers, vague nouns like "Problem") against those that do
    beside_things: float = 0.8
    generic_part: float = 0.3  # a part like -werk or -platz against other parts of a compound

    # How rare words count against frequent ones: weight = idf to the power of this
    rarity: float = 1.0

    # Of two equal hits the better documented one comes first; this much of the score at the most
    quality: float = 0.03

    off: frozenset[str] = field(default_factory=frozenset)  # parts switched off to measure what they add


WEIGHTS = Weights()
