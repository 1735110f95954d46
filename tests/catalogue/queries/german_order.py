"""How a reader of German expects names to be sorted (DIN 5007-1), told apart from the code that sorts them."""

from __future__ import annotations

LIKE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e"})


def sorted_german(names: list[str]) -> list[str]:
    """Names with umlauts beside their vowels, whatever the case; signs do not count."""
    return sorted(
        names,
        key=lambda name: "".join(c for c in name.lower().translate(LIKE) if c.isalnum() or c == " ").strip(),
    )
