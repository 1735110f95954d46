"""From a document to its terms, each with the weight that it has in the whole document.

The weights follow BM25F (Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to multiple weighted
fields"): the occurrences of a term in a field count by the weight of the field and the length of its text, and
are added up over all fields before they saturate. Other than there the usual length of a field is a constant,
not an average, so no document depends on others.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from search.caching import MEBIBYTE, BoundedCache
from search.documents import Document
from search.german import German, Token, Tokens, written_in
from search.plain_terms import plain_terms
from search.weights import FIELDS, WEIGHTS, Field

RECURRING_BYTES = 16 * MEBIBYTE
"""What is kept of texts that many documents have."""

MOST_PHRASES = 16
"""So many phrases of `asked_as` are told apart, the first ones of a document."""

_ENGLISH = ("title_en", "one_liner_en")
_RECURRING = ("terms", "places", "partners")  # fields whose texts are the same in many documents
_NUMBER_BYTES = 24  # what a number takes that stands in a dictionary


@dataclass(slots=True)
class DocumentTerms:
    """The terms of a document with their weights, by field of the index; and its words, each once."""

    words: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    whole: set[str] = field(default_factory=set)
    """The words without those that are only parts of compounds."""
    concepts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    places: set[str] = field(default_factory=set)
    phrases_with_words: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    phrases_with_concepts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Which phrases of `asked_as` have a term: the first one is the lowest bit."""
    forms: set[str] = field(default_factory=set)
    """Folded, as far as they are German words of its own and not those of vocabularies."""
    written: set[str] = field(default_factory=set)
    """As they are written."""
    folded: list[str] = field(default_factory=list)
    """Every text as `folded_text` gives it."""
    plain: list[str] = field(default_factory=list)
    """Every text but the words of vocabularies as `plain_terms` gives it."""


@dataclass(frozen=True, slots=True)
class _TextTerms:
    """The terms of a text, each with how often it counts, by field of the index; and its words."""

    length: int
    words: dict[str, float]
    whole: set[str]
    concepts: dict[str, float]
    places: set[str]
    forms: set[str]
    written: set[str]
    folded: str
    plain: str


class DocumentAnalysis:
    """From documents to their terms. Texts that many documents have are analysed once."""

    def __init__(self, german: German, written: dict[str, Tokens] | None = None) -> None:
        """`written` has the analysis of words as they are written; if given, that of all others is put there."""
        self._thesaurus = german.thesaurus
        self._places = german.places
        self._tokens_of = german.tokens_of if written is None else german.tokens_kept_in(written)
        self._recurring: BoundedCache[str, _TextTerms] = BoundedCache(RECURRING_BYTES, _bytes_of)

    def terms(self, document: Document) -> DocumentTerms:
        """The terms of a document."""
        by_field: dict[str, list[_TextTerms]] = defaultdict(list)
        for name, text in fields_of(document):
            by_field[name].append(
                self._text_terms_once(text) if name in _RECURRING else self._text_terms(text)
            )
        terms = DocumentTerms()
        for name, texts in by_field.items():
            self._add_field(terms, name, texts)
        return terms

    def _add_field(self, terms: DocumentTerms, name: str, texts: Sequence[_TextTerms]) -> None:
        """Add the terms of all texts that stand in the field `name`."""
        weight = _weight(FIELDS[name], sum(text.length for text in texts))
        words, concepts = terms.words, terms.concepts
        for text in texts:
            for word, times in text.words.items():
                words[word] += weight * times
            for concept, times in text.concepts.items():
                if concept not in self._thesaurus.kinds_of_place or name not in ("places", "terms"):
                    concepts[concept] += weight * times
        terms.whole.update(*(text.whole for text in texts))
        terms.written.update(*(text.written for text in texts))
        terms.folded += (text.folded for text in texts)
        if name != "terms":
            terms.plain += (text.plain for text in texts)
        if name == "asked_as":
            _tell_phrases_apart(terms, texts)
        if name not in (
            "terms",
            *_ENGLISH,
        ):  # terms are the same in every entry, and known from the vocabularies
            terms.forms.update(*(text.forms for text in texts))
        if name == "places":
            terms.places.update(*(text.places for text in texts))

    def _text_terms_once(self, text: str) -> _TextTerms:
        return self._recurring.get_or_make(text, self._text_terms)

    def _text_terms(self, text: str) -> _TextTerms:
        words = written_in(text)
        tokens = [token for word in words for token in self._tokens_of(word)]
        content = [token for token in tokens if not token.is_stop_word]
        whole = _whole(content)
        concepts = self._concepts_in(tokens)
        return _TextTerms(
            length=len(tokens),
            words=_with_parts(whole, content),
            whole=set(whole),
            concepts=concepts,
            places=self._places_in(tokens),
            forms={token.folded for token in content if token.folded.isalpha()},
            written=set(words),
            folded=folded_text(tokens),
            plain=plain_terms(tokens, concepts),
        )

    def _concepts_in(self, tokens: Sequence[Token]) -> dict[str, float]:
        """Every concept as often as it is meant, by how surely; the surest way to mean it at a place counts."""
        surest: dict[tuple[int, int, str], float] = {}
        for first, last, concept, strength in self._thesaurus.spans(tokens):
            surest[first, last, concept] = max(surest.get((first, last, concept), 0.0), strength)
        concepts: dict[str, float] = defaultdict(float)
        for (_, _, concept), strength in surest.items():
            concepts[concept] += strength
        return concepts

    def _places_in(self, tokens: Sequence[Token]) -> set[str]:
        """The names of places, and the telling words of them."""
        places: set[str] = set()
        for first, last, name, _ in self._places.spans(tokens):
            places.add(name)
            places.update(self._places.telling([t.folded for t in tokens[first : last + 1]]))
        return places


def _tell_phrases_apart(terms: DocumentTerms, phrases: Sequence[_TextTerms]) -> None:
    for number, phrase in enumerate(phrases[:MOST_PHRASES]):
        for word in phrase.words:
            terms.phrases_with_words[word] |= 1 << number
        for concept in phrase.concepts:
            terms.phrases_with_concepts[concept] |= 1 << number


def _whole(content: Sequence[Token]) -> dict[str, float]:
    """The stems of the words as they stand, each as often as it does."""
    whole: dict[str, float] = defaultdict(float)
    for token in content:
        whole[token.stem] += 1
        if token.joined:
            whole[token.joined] += 1
    return whole


def _with_parts(whole: Mapping[str, float], content: Sequence[Token]) -> dict[str, float]:
    """The stems, and with a lower weight those of the parts of compounds."""
    words = defaultdict(float, whole)
    for token in content:
        for part in (*token.parts, *token.chunks):
            words[part] += WEIGHTS.part
    return words


def _weight(field: Field, length: int) -> float:
    """What one occurrence counts in a field with so many words."""
    return field.weight / (1 - field.by_length + field.by_length * length / field.length)


def _bytes_of(text: str, terms: _TextTerms) -> int:
    tables = (terms.words, terms.whole, terms.concepts, terms.places, terms.forms, terms.written)
    strings = [term for table in tables for term in table]
    numbers = len(terms.words) + len(terms.concepts)
    return (
        sum(map(sys.getsizeof, (text, terms, terms.folded, terms.plain, *tables, *strings)))
        + _NUMBER_BYTES * numbers
    )


def folded_text(tokens: Sequence[Token]) -> str:
    """The words of a text folded, each between spaces: what has them next to each other contains it."""
    return f" {' '.join(token.folded for token in tokens)} "


def fields_of(document: Document) -> Iterator[tuple[str, str]]:
    """Every piece of text of a document with the field that it belongs to."""
    for name in FIELDS:
        value = getattr(document, name)
        for text in (value,) if isinstance(value, str) else value:
            if text:
                yield name, text
