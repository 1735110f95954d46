"""What an operation reads: an edition with its database and search, and how it names terms and addresses."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from catalogue.api.answers import NamedTerm
from catalogue.edition.tables import vocabulary_table
from catalogue.facts.wording import Wording
from catalogue.model.entries import Label
from search import Engine


@dataclass(frozen=True, slots=True)
class Context:
    """An edition as one request reads it, in the language of its address."""

    edition: str
    """The id of the edition."""
    db: sqlite3.Connection
    engine: Engine
    words: Wording
    address: Callable[[str], str]
    """Gives the address of a path below the site: `/massnahmen/x`, `/api/measures/x`."""

    def say(self, label: Label) -> str:
        """A name in the language of the address."""
        return self.words.say(label)

    def term(self, vocabulary: str, one: str) -> NamedTerm:
        """A term of a vocabulary with its name."""
        return NamedTerm(id=one, label=self.words.term(vocabulary_table(vocabulary), one))

    def terms(self, vocabulary: str, ids: Iterable[str]) -> list[NamedTerm]:
        """Terms of a vocabulary with their names."""
        return [self.term(vocabulary, one) for one in ids]
