"""From a document to its terms, each with the weight that it has in the whole document.

The weights follow BM25F (Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to multiple weighted
fields"): the occurrences of a term in a field count by the weight of the field and the length of its text, and
are added up over all fields before they saturate. Other than there the usual length of a field is a constant,
not an average, so no document depends on others.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.caching import MEBIBYTE, BoundedCache
from search.documents import Document
from search.german import WRITTEN, German, Token
from search.weights import FIELDS, WEIGHTS, Field

RECURRING_BYTES = 16 * MEBIBYTE
"""What is kept of texts that many documents have."""

_RECURRING = ("terms", "places", "partners")  # fields whose texts are the same in many documents
_NUMBER_BYTES = 24  # what a number takes that stands in a dictionary

Terms = dict[str, dict[str, float]]
"""Terms with their weights, by field of the index: `words`, `forms`, `concepts`, `places`."""


@dataclass(frozen=True, slots=True)
class _TextTerms:
    """The terms of a text, each with how often it counts, by field of the index."""

    length: int
    words: dict[str, float]
    forms: dict[str, float]
    concepts: dict[str, float]
    places: dict[str, float]


class DocumentAnalysis:
    """From documents to their terms. Texts that many documents have are analysed once."""

    def __init__(self, german: German) -> None:
        self._german = german
        self._recurring: BoundedCache[str, _TextTerms] = BoundedCache(RECURRING_BYTES, _bytes_of)

    def terms(self, document: Document) -> Terms:
        """The terms of a document with their weights."""
        by_field: dict[str, list[_TextTerms]] = defaultdict(list)
        for name, text in fields_of(document):
            by_field[name].append(
                self._text_terms_once(text) if name in _RECURRING else self._text_terms(text)
            )
        terms: Terms = {
            "words": defaultdict(float),
            "forms": {},
            "concepts": defaultdict(float),
            "places": {},
        }
        for name, texts in by_field.items():
            weight = _weight(FIELDS[name], sum(each.length for each in texts))
            for each in texts:
                self._add_text(terms, name, each, weight)
        return terms

    def _add_text(self, terms: Terms, name: str, text: _TextTerms, weight: float) -> None:
        """Add the terms of a text that stands in the field `name`."""
        if name != "terms":  # the same words in every entry, and known from the vocabularies
            terms["forms"].update(text.forms)
        for word, times in text.words.items():
            terms["words"][word] += weight * times
        for concept, times in text.concepts.items():
            if concept not in self._german.thesaurus.kinds_of_place or name not in ("places", "terms"):
                terms["concepts"][concept] += weight * times
        if name == "places":
            terms["places"].update(text.places)

    def _text_terms_once(self, text: str) -> _TextTerms:
        known = self._recurring.get(text)
        if known is None:
            known = self._text_terms(text)
            self._recurring.put(text, known)
        return known

    def _text_terms(self, text: str) -> _TextTerms:
        tokens = self._german.tokens(text)
        content = [token for token in tokens if not token.is_stop_word]
        return _TextTerms(
            length=len(tokens),
            words=_words(content),
            forms={token.folded: 1.0 for token in content if token.folded.isalpha()},
            concepts=self._concepts(tokens),
            places=self._places(tokens),
        )

    def _concepts(self, tokens: Sequence[Token]) -> dict[str, float]:
        """Every concept as often as it is meant, by how surely; the surest way to mean it at a place counts."""
        surest: dict[tuple[int, int, str], float] = {}
        for first, last, concept, strength in self._german.thesaurus.spans(tokens):
            surest[first, last, concept] = max(surest.get((first, last, concept), 0.0), strength)
        concepts: dict[str, float] = defaultdict(float)
        for (_, _, concept), strength in surest.items():
            concepts[concept] += strength
        return concepts

    def _places(self, tokens: Sequence[Token]) -> dict[str, float]:
        """The names of places, and the telling words of them."""
        names = self._german.places
        spans = list(names.spans(tokens))
        words = (token.folded for span in spans for token in tokens[span.first : span.last + 1])
        return dict.fromkeys((*(span.target for span in spans), *(w for w in words if w in names.words)), 1.0)


def _words(content: Sequence[Token]) -> dict[str, float]:
    """The stems, and with a lower weight those of the parts of compounds."""
    words: dict[str, float] = defaultdict(float)
    for token in content:
        words[token.stem] += 1
        if token.joined:
            words[token.joined] += 1
        for part in (*token.parts, *token.chunks):
            words[part] += WEIGHTS.part
    return words


def _weight(field: Field, length: int) -> float:
    """What one occurrence counts in a field with so many words."""
    return field.weight / (1 - field.by_length + field.by_length * length / field.length)


def _bytes_of(text: str, terms: _TextTerms) -> int:
    dictionaries = (terms.words, terms.forms, terms.concepts, terms.places)
    strings = [term for each in dictionaries for term in each]
    return sum(map(sys.getsizeof, (text, terms, *dictionaries, *strings))) + _NUMBER_BYTES * len(strings)


def fields_of(document: Document) -> Iterator[tuple[str, str]]:
    """Every piece of text of a document with the field that it belongs to."""
    for name in FIELDS:
        value = getattr(document, name)
        for text in (value,) if isinstance(value, str) else value:
            if text:
                yield name, text


def written_words(document: Document) -> set[str]:
    """The words of a document as they are written, each once."""
    return {match.group() for _, text in fields_of(document) for match in WRITTEN.finditer(text)}
