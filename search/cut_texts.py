"""Texts cut into sentences and words, each once as long as there is room: hits of many searches are the same."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from search.caching import MEBIBYTE, BoundedCache
from search.german import words_in

MOST_BYTES = 12 * MEBIBYTE
"""What is kept of words, and again of sentences: more than today's entries need."""

Texts = tuple[str, ...]


class Words(NamedTuple):
    """The words of a text as they are written, in order, and where each begins in it."""

    written: Texts
    starts: array[int]


_ABBREVIATION = re.compile(r"(?:\b(?:z|B|d|h|u|a|o|Dr|Prof|St|Nr|ca|bzw|Mio|Mrd|inkl|ggf|vgl|Abs|Art)|\d)\.$")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[»“\"]?\s+(?=[\"„«A-ZÄÖÜ0-9])")


class CutTexts:
    """Cuts texts and remembers how. Any number of threads may share it."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._words: BoundedCache[str, Words] = BoundedCache(most_bytes, _bytes_of_words)
        self._sentences: BoundedCache[str, Texts] = BoundedCache(most_bytes, _bytes_of_sentences)

    def words(self, text: str) -> Words:
        """The words of a text with their places."""
        return self._words.get_or_make(text, _words)

    def sentences(self, text: str) -> Texts:
        """The sentences of a text."""
        return self._sentences.get_or_make(text, _sentences)


def sentences(text: str) -> Iterator[str]:
    """Cut a text at the ends of sentences, not after "z. B." or "1."."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, start, match.start()):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def _words(text: str) -> Words:
    matches = list(words_in(text))
    written = tuple(sys.intern(match.group()) for match in matches)
    return Words(written, array("I", [match.start() for match in matches]))


def _sentences(text: str) -> Texts:
    return tuple(sentences(text))


def _bytes_of_words(text: str, words: Words) -> int:
    return sum(map(sys.getsizeof, (text, words, *words)))  # the words themselves are shared by all texts


def _bytes_of_sentences(text: str, cut: Texts) -> int:
    return sum(map(sys.getsizeof, (text, cut, *cut)))
