"""Second step: from a text to the words as they are written, and from these to their pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_APOSTROPHES = "'’‘‛`´ʼʹ"
_NUMBER = r"[^\W\d_]?\d+(?:[.,]\d+)+[^\W_]*"  # 1,5 and v2.0.1, but not what ends a sentence
_LETTERS = r"[^\W_ʼʹ]+"

WRITTEN = re.compile(rf"(?:{_NUMBER}|{_LETTERS}(?:[+#]+(?!\w))?)(?:[-‐‑/&]{_LETTERS})*")
"""A word as it is written: letters and digits, with hyphens in it (On-Demand-Verkehr), a number, and C++ or C#."""

PIECE = re.compile(rf"{_NUMBER}|(?<![^\W_])[^\W\d_][-‐‑&]{_LETTERS}|{_LETTERS}[+#]*")
"""A piece of such a word: what stands between hyphens, but a single letter goes with what follows: W-LAN, E-Rezept."""

_NO_WORDS = re.compile(
    rf"""(?<=[a-zäöüß])(?:(?:[:*_·•]|/-?)(?:innen|in(?![a-zäöüß])|(?:e|n|r|rn|m|s)(?!\w))|\(in(?:nen)?\)|Innen(?![A-ZÄÖÜ]))
    |[{_APOSTROPHES}](?:s|n|m|ne|nen|nem|ner)(?!{_LETTERS})""",
    re.VERBOSE,
)
"""The marks of gender, which make Bürger:innen, Bürger/-innen and BürgerInnen the same word as Bürger, and what is
left of a word after an apostrophe (geht's)."""

_MAY_BE_NO_WORDS = re.compile(rf"[:*_·•/(I{_APOSTROPHES}]")
"""What such a mark begins with: most texts have none, which is told much faster."""

_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")


def words_in(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as they are written, with their places in it."""
    return WRITTEN.finditer(_without_marks(text))


def written_in(text: str) -> list[str]:
    """The words of a text as they are written, in less time than with their places."""
    return WRITTEN.findall(_without_marks(text))


def _without_marks(text: str) -> str:
    return _NO_WORDS.sub(_blank, text) if _MAY_BE_NO_WORDS.search(text) else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def pieces(written: str) -> Iterator[tuple[int, int]]:
    """Start and end of every piece of a written word: three in On-Demand-Verkehr as in OnDemand-Verkehr."""
    for match in PIECE.finditer(written):
        edges = (0, *_capitals(match.group()), len(match.group()))
        for start, end in pairwise(edges):
            yield match.start() + start, match.start() + end


def _capitals(piece: str) -> list[int]:
    """Where words that are written together begin, but not in LoRaWAN or IoT, whose capitals stand too close."""
    cuts = [match.start() for match in _CAMEL.finditer(piece)]
    stand_apart = all(cut >= 2 for cut in cuts) and len(cuts) < 3
    return cuts if cuts and stand_apart and len(piece) - cuts[-1] >= 4 else []
