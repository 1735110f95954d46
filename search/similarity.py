"""Entries that are like another one, preferably from elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from search.document_terms import DocumentTerms
from search.postings import Postings
from search.stored import Floats

_MOST_TERMS = 40
_CONCEPT = 1.5  # a shared concept against a shared word
_SAME_PROJECT = 0.6
_MOST_OF_A_PROJECT = 2


def alike(terms: DocumentTerms, postings: Postings) -> Floats:
    """How like each document is to one with these terms, from 0 to about 1."""
    weighed: list[tuple[float, str, str]] = []
    for field, its, worth in (("words", terms.words, 1.0), ("concepts", terms.concepts, _CONCEPT)):
        for term, weight in its.items():
            frequency = postings.frequency(field, term)
            if 1 < frequency < postings.count / 3:
                rarity = math.log(postings.count / frequency)
                weighed.append((worth * rarity * weight / (weight + 3), field, term))
    weighed.sort(reverse=True)
    score = np.zeros(postings.size, dtype=np.float32)
    for value, field, term in weighed[:_MOST_TERMS]:
        documents, weights = postings.of(field, term)
        score[documents] += np.float32(value) * weights / (weights + 3)
    whole = sum(value for value, _, _ in weighed[:_MOST_TERMS])
    return score / np.float32(whole or 1)


def spread(
    ranked: Sequence[int], scores: Floats, summaries: Sequence[Mapping[str, Any] | None], own: int, apart: str
) -> list[tuple[int, float]]:
    """Entries of the same project count less, and no project fills the list."""

    def projects(number: int) -> tuple[str, ...]:
        summary = summaries[number]
        return tuple(summary["facets"].get(apart, ())) if summary else ()

    mine = set(projects(own))
    weighed = [(float(scores[n]) * (_SAME_PROJECT if mine & set(projects(n)) else 1.0), n) for n in ranked]
    weighed.sort(key=lambda pair: -pair[0])
    seen: Counter[str] = Counter()
    found = []
    for score, number in weighed:
        of = projects(number)
        if any(seen[project] >= _MOST_OF_A_PROJECT for project in of):
            continue
        seen.update(of)
        found.append((number, score))
    return found
