"""What analysis gives: the tokens of a text, and which of them mean a concept or a place."""

from __future__ import annotations

from typing import NamedTuple

from search.german.stop_words import FILLERS, STOP_WORDS


class Token(NamedTuple):
    """One word at a place of a text, or one piece of a word with hyphens."""

    start: int
    end: int
    folded: str
    stem: str
    parts: tuple[str, ...] = ()
    """The stems of its parts if it is a compound: `hochwasser`, `warnung`."""
    chunks: tuple[str, ...] = ()
    """The stems of several of its parts together that are the name of a concept."""
    joined: str = ""
    """The stem of all pieces of a word with hyphens together; the first piece has it."""

    @property
    def is_stop_word(self) -> bool:
        """Whether the word carries no meaning of its own, such as `der`."""
        return self.folded in STOP_WORDS

    @property
    def is_filler(self) -> bool:
        """Whether it may be left out of a name: any stop word but those that turn its meaning (`kein Strom`)."""
        return self.folded in FILLERS


class Span(NamedTuple):
    """Tokens `first` to `last` of a text mean `target`: the id of a concept, or the name of a place."""

    first: int
    last: int
    target: str
    strength: float
    """How surely they do, from 0 to 1."""
