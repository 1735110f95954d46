"""How much an address may ask for, of the pages and of the interface alike, and how its texts are cleaned."""

from __future__ import annotations

import re
from unicodedata import normalize

INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML does not allow or nobody sees."""

LONGEST = 500
"""Characters of what was typed that are read."""

LONGEST_VALUE = 120
"""Characters of a chosen value; no id is longer."""

MOST_VALUES = 50
"""Values under one name that are read, more than any facet has terms that one chooses together."""


def cleaned(text: str, longest: int = LONGEST) -> str:
    """A text composed (NFC), without invisible characters, trimmed, cut at a length."""
    return normalize("NFC", INVISIBLE.sub(" ", text[:longest])).strip()
