"""How far two positions are from each other."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

EARTH_RADIUS_KM = 6371.0

Position = tuple[float, float]
"""Latitude and longitude in degrees."""


def kilometres(one: Position, other: Position) -> float:
    """The distance on the sphere between two positions, by the haversine formula."""
    (lat, lon), (lat_2, lon_2) = ((math.radians(d) for d in place) for place in (one, other))
    across = (
        math.sin((lat_2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat_2) * math.sin((lon_2 - lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(across))


def nearest(positions: Sequence[Position], places: Sequence[Position]) -> list[tuple[int, float]]:
    """For each position which of the places is the nearest, by its number, and its distance in kilometres.

    Raises ValueError if there are no places.
    """
    here, there = (
        np.radians(np.asarray(some, dtype=np.float64).reshape(-1, 2)) for some in (positions, places)
    )
    across = np.sin((there[:, 0] - here[:, :1]) / 2) ** 2
    across += np.cos(there[:, 0]) * np.cos(here[:, :1]) * np.sin((there[:, 1] - here[:, 1:]) / 2) ** 2
    first = across.argmin(axis=1)
    far = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(across[np.arange(len(here)), first]))
    return list(zip(first.tolist(), far.tolist(), strict=True))
