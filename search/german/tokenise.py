"""Second step: from a text to the words as they are written, and from these to their pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

WRITTEN = re.compile(r"[^\W_]+(?:[+#]+(?!\w))?(?:[-‐‑/&][^\W_]+)*")
"""A word as it is written: letters and digits, with hyphens in it (On-Demand-Verkehr), and C++ or C#."""

PIECE = re.compile(r"[^\W_]+[+#]*")
"""A piece of such a word: what stands between hyphens."""

_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")


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


GENDER_MARKS = frozenset(":*_")
GENDER_ENDING = "innen"
"""After one of these marks this is no word, but the ending of the one before: Bürger:innen."""
