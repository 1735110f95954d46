"""Where a position lies on a map of Germany: Lambert's conformal conic projection of a sphere.

The parallels and the meridian are those of ETRS89 / LCC Germany (EPSG:5243), which the federal maps use; the formulas are those
of J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), pages 106 and 107. On the sphere instead
of the ellipsoid a point moves by some 2 km at the border, which no map here shows.
"""

from __future__ import annotations

from math import cos, log, pi, radians, sin, tan

from search.distance import EARTH_RADIUS_KM

_SOUTH, _NORTH = radians(48 + 40 / 60), radians(53 + 40 / 60)  # where the map has its true scale
_LATITUDE, _LONGITUDE = radians(51), radians(10.5)  # the origin


def _steepness(latitude: float) -> float:
    return tan(pi / 4 + latitude / 2)


_CONE = log(cos(_SOUTH) / cos(_NORTH)) / log(_steepness(_NORTH) / _steepness(_SOUTH))
_SCALE = EARTH_RADIUS_KM * cos(_SOUTH) * _steepness(_SOUTH) ** _CONE / _CONE
_ORIGIN = _SCALE / _steepness(_LATITUDE) ** _CONE


def on_map(latitude: float, longitude: float) -> tuple[float, float]:
    """Kilometres to the east and to the south of 51° N, 10.5° E for a position in degrees (WGS 84).

    So one unit of a drawing is a kilometre, and a circle on it one on the ground, within two parts in a thousand.
    """
    radius = _SCALE / _steepness(radians(latitude)) ** _CONE
    angle = _CONE * (radians(longitude) - _LONGITUDE)
    return radius * sin(angle), radius * cos(angle) - _ORIGIN
