"""What was probably meant by a query with misspelt words, written as people write it."""

from __future__ import annotations

from collections.abc import Mapping

from search.german import fold


def did_you_mean(query: str, corrections: Mapping[str, str], spellings: Mapping[str, str]) -> str | None:
    """The query with right words for misspelt ones; None if it stays the same.

    `corrections` names folded right words for folded misspelt ones, `spellings` how folded words are written.
    """
    better = query
    for misspelt, right in corrections.items():
        spelt = spellings.get(right, right.capitalize())
        better = " ".join(spelt if fold(word) == misspelt else word for word in better.split())
    return better if fold(better) != fold(query) else None
