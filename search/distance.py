"""How far two positions are from each other."""

from __future__ import annotations

import math

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
