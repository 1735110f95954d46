"""The words that the documents of an index have: as they are written, for marking them, and folded, for spelling.

Each is counted by the documents that have it. So documents can come and go, and what is left is always the same
as if it had been counted afresh.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from search.document_terms import DocumentTerms
from search.german import AnalysedLanguage, Token, Tokens


@dataclass(slots=True)
class WordCounts:
    """In how many documents each word is: `written` as it is written, `forms` folded."""

    written: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)

    def add(self, terms: DocumentTerms) -> None:
        """Count the words of a document."""
        self.written.update(terms.written)
        self.forms.update(terms.forms)

    def remove(self, terms: DocumentTerms) -> None:
        """Count the words of a document no more; those that no other document has are gone."""
        for counter, words in ((self.written, terms.written), (self.forms, terms.forms)):
            for word in words:
                counter[word] -= 1
                if counter[word] <= 0:
                    del counter[word]


@dataclass(frozen=True, slots=True)
class AnalysedWords:
    """All that was analysed when an index was written, kept because it takes a while."""

    language: AnalysedLanguage
    vocabulary: WordCounts
    written: dict[str, Tokens]
    """The tokens of every written word of the vocabulary, and maybe of others."""

    def spellings(self) -> dict[str, str]:
        """Every folded word as most documents write it."""
        most: dict[str, int] = {}
        spellings: dict[str, str] = {}
        for word, number in sorted(self.vocabulary.written.items()):
            for token in self.written[word]:
                if number > most.get(token.folded, 0):
                    most[token.folded] = number
                    spellings[token.folded] = word[token.start : token.end]
        return spellings

    def to_json(self) -> str:
        """Write it so that equal words give equal text."""
        data = {
            "parts": self.language.parts,
            "names": self.language.names,
            "vocabulary": self.language.vocabulary,
            "written": {word: (n, self.written[word]) for word, n in self.vocabulary.written.items()},
            "forms": self.vocabulary.forms,
        }
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> AnalysedWords:
        """Read what `to_json` wrote."""
        data: dict[str, Any] = json.loads(text)
        written = data["written"]
        return cls(
            AnalysedLanguage.from_data(data["parts"], data["names"], data["vocabulary"]),
            WordCounts(Counter({word: n for word, (n, _) in written.items()}), Counter(data["forms"])),
            {word: tuple(map(_token, tokens)) for word, (_, tokens) in written.items()},
        )


def _token(stored: Sequence[Any]) -> Token:
    start, end, folded, stem, parts, chunks, joined = stored
    return Token(start, end, folded, stem, tuple(parts), tuple(chunks), joined)


class WordsByStem:
    """The written words of all documents by the stems in them."""

    def __init__(self, written: Mapping[str, Tokens]) -> None:
        self._words: dict[str, set[str]] = {}
        for word, tokens in written.items():
            for token in tokens:
                for stem in (token.stem, *token.parts, *token.chunks, token.joined):
                    self._words.setdefault(stem, set()).add(word)

    @property
    def stems(self) -> Iterable[str]:
        """All stems, those of parts of words among them."""
        return self._words.keys()

    def with_any(self, stems: Iterable[str]) -> set[str]:
        """The words that have one of these stems, whole or as a part."""
        return set().union(*(self._words.get(stem, ()) for stem in stems))
