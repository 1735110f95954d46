"""How alike two places are, for "places like ours". Pure arithmetic: no database, no page.

Three things count: the kind of place, the number of inhabitants, and the federal state, whose laws and funding
both share. What is unknown of either place is left out of the comparison, so it neither helps nor hurts.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

KIND_WEIGHT = 0.35
SIZE_WEIGHT = 0.45
STATE_WEIGHT = 0.20

UNLIKE_RATIO = 10.0
"""From this ratio of inhabitants on, two places have nothing in common in size."""


@dataclass(frozen=True, slots=True)
class PlaceProfile:
    """What is known of a place: term ids of its kind and federal state, and its inhabitants."""

    kind: str | None = None
    population: int | None = None
    federal_state: str | None = None


def size_similarity(one: int, other: int) -> float:
    """1 for equal numbers of inhabitants, falling with the logarithm of their ratio to 0."""
    if one <= 0 or other <= 0:
        return float(one == other)
    return max(0.0, 1 - log10(max(one, other) / min(one, other)) / log10(UNLIKE_RATIO))


def similarity(one: PlaceProfile, other: PlaceProfile) -> float:
    """From 0 (nothing in common, or nothing known) to 1 (alike in all that is known of both)."""
    parts: list[tuple[float, float]] = []
    if one.kind and other.kind:
        parts.append((KIND_WEIGHT, float(one.kind == other.kind)))
    if one.population is not None and other.population is not None:
        parts.append((SIZE_WEIGHT, size_similarity(one.population, other.population)))
    if one.federal_state and other.federal_state:
        parts.append((STATE_WEIGHT, float(one.federal_state == other.federal_state)))
    total = sum(weight for weight, _ in parts)
    return sum(weight * value for weight, value in parts) / total if total else 0.0
