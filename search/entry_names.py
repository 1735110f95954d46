"""Entries by their names: who types a whole name, or asks what it means, wants the entry that is called so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile

from search.german import German, Token, fold, stem
from search.stored import Summary

_SUBTITLE = re.compile(r"\s+[–(]|:\s")  # where a title goes on after the name

_FRAME = """
    was wie wofür wozu wer heißt heisst bedeutet bedeuten meint meinen versteht verstehen man unter mit ist sind war
    steht stehen funktioniert funktionieren geht macht kann bringt erklärt erkläre erklären erkläre mir bitte
    eigentlich genau einfach kurz denn so bloß überhaupt definition erklärung bedeutung begriff glossar
    der die das den dem des ein eine einen einem einer eines es für von zu zum zur
"""

FRAME = frozenset(fold(word) for word in _FRAME.split())
"""Folded words that stand around a name in the question what it means."""


class EntryNames:
    """Titles, their first parts, aliases and English titles of all documents.

    They are compared without regard to case, accents, inflection, hyphens, and to what stands around them in the
    question what they mean ("Was ist LoRaWAN?").
    """

    def __init__(self, german: German, summaries: Sequence[Summary]) -> None:
        self._german = german
        self._called: dict[str, list[int]] = {}
        self._explaining: dict[str, list[int]] = {}
        for number, summary in enumerate(summaries):
            names = (*summary.names, _SUBTITLE.split(summary.title)[0])
            tokens = [_without_frame(german.tokens(name)) for name in names]
            for key in dict.fromkeys(key for each in tokens for key in _keys(each)):
                self._called.setdefault(key, []).append(number)
            if summary.explains:
                ends = (each[at:] for each in tokens for at in range(len(each)))
                for key in dict.fromkeys(key for end in ends for key in _keys(end)):
                    self._explaining.setdefault(key, []).append(number)

    def called(self, text: str) -> list[int]:
        """The numbers of the documents that are called so."""
        return self._having(self._called, text)

    def explaining(self, text: str) -> list[int]:
        """The numbers of the documents that tell what a name means: those called so, else what is a kind of it.

        What a kind of it is (urban digital twin) is wanted only if the text is a question.
        """
        explaining = self._having(self._explaining, text)
        called = set(self.called(text))
        return [n for n in explaining if n in called] or (explaining if self._is_question(text) else [])

    def _is_question(self, text: str) -> bool:
        return any(map(_is_frame, self._german.tokens(text)[:1]))

    def _having(self, names: Mapping[str, Sequence[int]], text: str) -> list[int]:
        keys = _keys(_without_frame(self._german.tokens(text)))
        return list(dict.fromkeys(number for key in keys for number in names.get(key, ())))


def _keys(tokens: Sequence[Token]) -> set[str]:
    """By what a name is known: its inflected words, and all of them as one (LoRa-WAN is LoRaWAN); none if it is empty."""
    if not tokens:
        return set()
    return {" ".join(token.stem for token in tokens), stem("".join(token.folded for token in tokens))}


def _without_frame(tokens: Sequence[Token]) -> list[Token]:
    """The tokens but for the question around them; all, if nothing else is there ("Wer kann was?")."""
    rest = list(dropwhile(_is_frame, tokens))
    rest = list(dropwhile(_is_frame, reversed(rest)))[::-1]
    return rest or list(tokens)


def _is_frame(token: Token) -> bool:
    return token.folded in FRAME
