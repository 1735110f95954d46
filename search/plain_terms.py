"""Texts and queries for a full-text index that knows no German, such as FTS5 of SQLite, which compares letter by letter.

A text becomes its folded words in their order, so that phrases can be asked for, and after them all else that meets it:
base forms, parts of compounds, concepts. A query becomes an expression of FTS5 over the same terms.

The engine does more: it ranks, corrects misspelt words, knows places, goes on with unfinished words, and lets what is near
a concept count less. Here a text is met or not, and every word of the query must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from search.german import German, Span, Token

MOST_LETTERS = 500
"""Of a query; what follows is not looked at."""

MOST_WORDS = 24
"""Of a query."""

NOTHING = '""'
"""An expression that nothing meets."""

_PHRASE = re.compile(r'"([^"]*)"')
_CONCEPT = "zzz"
"""What the term of a concept begins with, and no German word."""


def plain_terms(tokens: Sequence[Token], concepts: Iterable[str]) -> str:
    """The terms of a text of these tokens that means these concepts, with spaces between them."""
    folded = [token.folded for token in tokens]
    more: dict[str, None] = {}
    for token in tokens:
        if not token.is_stop_word:
            more |= dict.fromkeys((token.stem, token.joined, *token.parts, *token.chunks))
    more |= dict.fromkeys(map(_concept, concepts))
    there = {"", *folded}
    return " ".join((*folded, *(term for term in more if term not in there)))


class PlainTerms:
    """Analyses with the words of a language. It never changes, so any number of threads may share it."""

    def __init__(self, german: German) -> None:
        self._german = german
        self._thesaurus = german.thesaurus

    @property
    def fingerprint(self) -> str:
        """A hash that changes when the terms of a text could change."""
        return self._german.fingerprint

    def of_text(self, text: str) -> str:
        """All terms of a text, with spaces between them."""
        tokens = self._german.tokens(text)
        return plain_terms(tokens, (span.target for span in self._thesaurus.spans(tokens)))

    def of_query(self, query: str) -> str:
        """What FTS5 is asked: all words and phrases (in double quotes) of a query, each in any of its forms."""
        asked = query[:MOST_LETTERS]
        clauses = [
            clause
            for place, text in enumerate(_PHRASE.split(asked))
            for clause in (self._phrase(text) if place % 2 else self._words(text))
        ]
        return " AND ".join(clauses) or NOTHING

    def _phrase(self, text: str) -> Iterator[str]:
        """Words that must stand next to each other as they are written."""
        if words := [token.folded for token in self._german.tokens(text)]:
            yield _quoted(" ".join(words))

    def _words(self, text: str) -> Iterator[str]:
        """A clause for each word; one for several that together are the name of a concept."""
        tokens = self._german.tokens(text)[:MOST_WORDS]
        spans = self._thesaurus.spans(tokens)
        told = [i for i, token in enumerate(tokens) if not token.is_stop_word] or [*range(len(tokens))]
        names = {name.first: name for name in _longest(spans)}
        at = 0
        while at < len(tokens):
            name = names.get(at)
            last = name.last if name else at
            words = [self._word(tokens[i]) for i in range(at, last + 1) if i in told]
            if words:
                yield _any([_all(words), *(self._concepts([name]) if name else ())])
            at = last + 1

    def _word(self, token: Token) -> str:
        """A word in any form, by its concept, or by all its parts."""
        alternatives = [_quoted(token.stem), *self._concepts_named(token.stem)]
        if token.parts and token.folded.isalnum():  # E-Bike is no bike
            parts = (_any([_quoted(part), *self._concepts_named(part)]) for part in token.parts)
            alternatives.append(_all([*parts]))
        return _any(alternatives)

    def _concepts_named(self, stem: str) -> list[str]:
        return self._concepts(self._thesaurus.spans([Token(0, 0, stem, stem)]))

    def _concepts(self, spans: Iterable[Span]) -> list[str]:
        """The terms of concepts and of their kinds."""
        meant = dict.fromkeys(
            each for span in spans for each in (span.target, *self._thesaurus.narrower(span.target))
        )
        return [_concept(each) for each in meant]


def _longest(spans: Iterable[Span]) -> list[Span]:
    """Names of several words that do not overlap, the longest first."""
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.first - span.last, span.first, span.target)):
        if span.last > span.first and all(span.last < c.first or span.first > c.last for c in chosen):
            chosen.append(span)
    return chosen


def _concept(name: str) -> str:
    return _CONCEPT + "".join(filter(str.isalnum, name))


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _any(clauses: Sequence[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"({' OR '.join(clauses)})"


def _all(clauses: Sequence[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"({' AND '.join(clauses)})"
