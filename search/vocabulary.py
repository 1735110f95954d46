"""The words that the documents of an index have: as they are written, for marking them, and folded, for spelling.

Each is counted by the documents that have it, so documents can come and go and what is left is always the same
as if it had been counted afresh.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from search.german import German, Piece, as_piece


@dataclass(slots=True)
class Vocabulary:
    """In how many documents each word is: `surfaces` as they are written, `forms` folded."""

    surfaces: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)

    def add(self, surfaces: Iterable[str], forms: Iterable[str]) -> None:
        """Count the words of a document, each once."""
        self.surfaces.update(set(surfaces))
        self.forms.update(set(forms))

    def remove(self, surfaces: Iterable[str], forms: Iterable[str]) -> None:
        """Count the words of a document no more; those that no other has are gone."""
        for counter, words in ((self.surfaces, surfaces), (self.forms, forms)):
            for word in set(words):
                counter[word] -= 1
                if counter[word] <= 0:
                    del counter[word]

    def to_data(self, german: German) -> dict[str, Any]:
        """As it is stored: with the analysis of every written word, so that nobody has to do it again."""
        return {
            "surfaces": {word: (n, german.pieces(word)) for word, n in sorted(self.surfaces.items())},
            "forms": dict(sorted(self.forms.items())),
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Vocabulary:
        """What `to_data` gave, read back."""
        return cls(Counter({word: n for word, (n, _) in data["surfaces"].items()}), Counter(data["forms"]))


def stored_pieces(data: dict[str, Any]) -> dict[str, tuple[Piece, ...]]:
    """The analysis of every written word that `to_data` stored."""
    return {word: tuple(as_piece(*p) for p in pieces) for word, (_, pieces) in data["surfaces"].items()}
