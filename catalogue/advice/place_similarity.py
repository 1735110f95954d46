"""How alike two places are, for "places like ours". Pure arithmetic: no database, no page.

Four things count, each from 0 to 1:

- the number of inhabitants (40 %): by the ratio of both, equal numbers are alike, ten times as many have nothing in common;
- the kind of place (25 %): the same or not, so that a district is compared with districts;
- the way to the nearest city of 100,000 inhabitants or more, of such a city to the next larger one (20 %): 50 km of difference
  have nothing in common, and beyond 100 km it makes no difference. Whether people look to a city next door or have none near
  shapes traffic, housing and staff. The register has what is needed to tell it, but no areas, so density does not count;
- the federal state (15 %), whose laws and funding both share.

What is unknown of either place is left out of the comparison, so it neither helps nor hurts.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

SIZE_WEIGHT = 0.40
KIND_WEIGHT = 0.25
CITY_WEIGHT = 0.20
STATE_WEIGHT = 0.15

UNLIKE_RATIO = 10.0
"""From this ratio of inhabitants on, two places have nothing in common in size."""

UNLIKE_KM = 50.0
"""From this difference on, two places have nothing in common in how far the next city is."""

FAR_KM = 100
"""A city that is farther is far, however far."""


@dataclass(frozen=True, slots=True)
class PlaceProfile:
    """What is known of a place: term ids of its kind and federal state, its inhabitants, kilometres to the nearest city."""

    kind: str | None = None
    population: int | None = None
    federal_state: str | None = None
    city_km: int | None = None


def size_similarity(one: int, other: int) -> float:
    """1 for equal numbers of inhabitants, falling with the logarithm of their ratio to 0."""
    if one <= 0 or other <= 0:
        return float(one == other)
    return max(0.0, 1 - log10(max(one, other) / min(one, other)) / log10(UNLIKE_RATIO))


def city_similarity(one_km: int, other_km: int) -> float:
    """1 for equal ways to the next city, falling with their difference to 0."""
    return max(0.0, 1 - abs(min(one_km, FAR_KM) - min(other_km, FAR_KM)) / UNLIKE_KM)


def similarity(one: PlaceProfile, other: PlaceProfile) -> float:
    """From 0 (nothing in common, or nothing known) to 1 (alike in all that is known of both)."""
    parts: list[tuple[float, float]] = []
    if one.population is not None and other.population is not None:
        parts.append((SIZE_WEIGHT, size_similarity(one.population, other.population)))
    if one.kind and other.kind:
        parts.append((KIND_WEIGHT, float(one.kind == other.kind)))
    if one.city_km is not None and other.city_km is not None:
        parts.append((CITY_WEIGHT, city_similarity(one.city_km, other.city_km)))
    if one.federal_state and other.federal_state:
        parts.append((STATE_WEIGHT, float(one.federal_state == other.federal_state)))
    total = sum(weight for weight, _ in parts)
    return sum(weight * value for weight, value in parts) / total if total else 0.0
