"""First step: spellings of a word that mean the same become one."""

from __future__ import annotations

import re
import unicodedata

# "ae", "oe", "ue" stand for umlauts, except after a vowel or q (neue, bauen, Quelle).
_UMLAUT_DIGRAPH = re.compile(r"(?<![aeiouyq])([aou])e")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_MAY_BE_ACCENTS = re.compile("[^\0-\u02ff]+")


def fold(text: str) -> str:
    """Write a word so that all spellings of it are equal: Bäume, Baeume and baume; Straße and Strasse; 1,5 and 1.5."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if not text.isascii():
        text = _MAY_BE_ACCENTS.sub(_without_accents, unicodedata.normalize("NFD", text))
    if "," in text:
        text = _DECIMAL_COMMA.sub(".", text)
    return _UMLAUT_DIGRAPH.sub(r"\1", text)


def _without_accents(match: re.Match[str]) -> str:
    return "".join(c for c in match.group() if not unicodedata.combining(c))
