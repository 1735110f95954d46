"""The orders in which documents can be listed. Each is the same whatever order they were indexed in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search.german import fold
from search.stored import Floats, Numbers, Summary

RELEVANCE = "relevance"
_DIGITS = 5  # to which scores are compared: what differs less is equal


class Sorting:
    """Sorts documents by how well they answer, or by a key of their own."""

    def __init__(self, summaries: Sequence[Summary], quality_share: float) -> None:
        """`quality_share` is how much of its score a document gains that is documented as well as can be."""
        self._summaries = summaries
        quality = np.array([s.quality for s in summaries], dtype=np.float32)
        self._lift = 1 + quality * np.float32(quality_share)
        best_first = sorted(range(len(summaries)), key=self._static_key)
        self.rank: Numbers = np.zeros(len(summaries), dtype=np.int64)
        """The place of every document among those that answer equally well."""
        self.rank[best_first] = np.arange(len(best_first))
        self.best_first = tuple(best_first)
        """All documents by `rank`."""

    def _static_key(self, number: int) -> tuple[float, str, str]:
        """The better documented first, then by name."""
        summary = self._summaries[number]
        return -summary.quality, fold(str(summary.order.get("name") or summary.title)), summary.id

    def sorted(self, numbers: Numbers, scores: Floats, by: str = RELEVANCE) -> Numbers:
        """The documents by `relevance`, else by a key of `Document.order`; a minus before it puts the largest first.

        Documents without such a key come last.
        """
        if by == RELEVANCE:
            final = np.round(scores[numbers].astype(np.float64) * self._lift[numbers], _DIGITS)
            return np.asarray(numbers[np.lexsort((self.rank[numbers], -final))])
        key, largest_first = by.removeprefix("-"), by.startswith("-")
        in_rank = numbers[np.argsort(self.rank[numbers])].tolist()
        values = {n: self._summaries[n].order.get(key) for n in in_rank}
        known = [n for n in in_rank if values[n] is not None]
        known.sort(key=lambda n: _comparable(values[n]), reverse=largest_first)
        return np.array([*known, *(n for n in in_rank if values[n] is None)], dtype=np.int64)


def _comparable(value: object) -> tuple[int, float, str]:
    """Numbers before texts, texts as they are compared everywhere."""
    return (0, float(value), "") if isinstance(value, int | float) else (1, 0.0, fold(str(value)))
