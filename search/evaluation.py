"""How good a search is, measured with judged queries."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Search = Callable[[str], Sequence[str]]
"""A search as it is judged: from a query to the ids of what it found, best first."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """A query, and what should be found for it: id → grade from 1 (related) to 3 (exactly that)."""

    query: str
    kind: str
    relevant: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Quality:
    """Mean figures over some queries, each from 0 to 1; `without_hit` is the share of queries that found nothing."""

    queries: int
    ndcg_at_10: float
    mrr_at_10: float
    recall_at_20: float
    without_hit: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of a search by class of query and in total; times in milliseconds."""

    total: Quality
    by_kind: Mapping[str, Quality]
    p50_ms: float
    p95_ms: float
    ndcg_of: Mapping[str, float] = field(default_factory=dict)


def evaluate(search: Search, judgments: Iterable[Judgment]) -> Evaluation:
    """Run every judged query once and compare what is found with what should be."""
    rows: list[tuple[Judgment, tuple[float, float, float, float]]] = []
    times: list[float] = []
    for judgment in judgments:
        started = time.perf_counter()
        found = list(search(judgment.query))
        times.append((time.perf_counter() - started) * 1000)
        relevant = judgment.relevant
        row = (ndcg(found, relevant), mrr(found, relevant), recall(found, relevant), float(not found))
        rows.append((judgment, row))
    kinds = dict.fromkeys(judgment.kind for judgment, _ in rows)
    return Evaluation(
        _mean([row for _, row in rows]),
        {kind: _mean([row for judgment, row in rows if judgment.kind == kind]) for kind in kinds},
        percentile(times, 50),
        percentile(times, 95),
        {judgment.query: row[0] for judgment, row in rows},
    )


def ndcg(found: Sequence[str], relevant: Mapping[str, int], depth: int = 10) -> float:
    """Discounted gain of the order found against the best possible, from 0 to 1 (normalised DCG).

    Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", with the gain 2^grade - 1
    and the discount log2(rank + 1) of Burges et al. 2005, "Learning to rank using gradient descent".
    """
    gains = [2 ** relevant.get(id_, 0) - 1 for id_ in found[:depth]]
    ideal = sorted((2**grade - 1 for grade in relevant.values()), reverse=True)[:depth]
    best = _discounted(ideal)
    return _discounted(gains) / best if best else 0.0


def mrr(found: Sequence[str], relevant: Mapping[str, int], depth: int = 10) -> float:
    """One divided by the rank of the first relevant one, 0 if there is none (reciprocal rank)."""
    return next((1 / rank for rank, id_ in enumerate(found[:depth], 1) if relevant.get(id_)), 0.0)


def recall(found: Sequence[str], relevant: Mapping[str, int], depth: int = 20) -> float:
    """The share of all relevant ones that is among the first."""
    wanted = {id_ for id_, grade in relevant.items() if grade}
    return len(wanted & set(found[:depth])) / len(wanted) if wanted else 0.0


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that `percent` of the values do not exceed."""
    ordered = sorted(values)
    return (
        ordered[min(len(ordered) - 1, max(0, math.ceil(len(ordered) * percent / 100) - 1))]
        if ordered
        else 0.0
    )


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _mean(rows: Sequence[tuple[float, float, float, float]]) -> Quality:
    n = len(rows)
    means = [sum(row[i] for row in rows) / n if n else 0.0 for i in range(4)]
    return Quality(n, *means)
