"""The outlines of the federal states, drawn once for all maps: a file that pages link to, and the frame of each state.

The outlines are those of Natural Earth at 1:10 million (public domain), simplified to about 1 km, in `states.geojson` beside
this module; a feature is called like the term of its state in the vocabulary.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from catalogue.model.map_projection import on_map

FILE = Path(__file__).with_name("states.geojson")
ALL = "laender"
"""The name of the drawing of all states in the file."""

Ring = Sequence[tuple[float, float]]
"""Corners of an outline, in kilometres on the map."""

Frame = tuple[float, float, float, float]
"""Left, top, width and height, in kilometres on the map."""


def drawing() -> bytes:
    """An SVG file with a path for each state, called like its term; they take fill and stroke from where they are used."""
    paths = "\n".join(
        f'<path id="{state}" vector-effect="non-scaling-stroke" d="{"".join(map(path, rings))}"/>'
        for state, rings in outlines().items()
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg"><!-- Natural Earth, 1:10 million, public domain -->\n'
        f'<defs><g id="{ALL}">\n{paths}\n</g></defs></svg>\n'
    ).encode()


@cache
def frames() -> dict[str, Frame]:
    """The frame of each state by the id of its term."""
    return {state: _frame(rings) for state, rings in outlines().items()}


@cache
def whole_frame() -> Frame:
    """The frame of all states."""
    return _frame([ring for rings in outlines().values() for ring in rings])


@cache
def outlines() -> dict[str, list[Ring]]:
    """The outlines of each state by the id of its term, holes and islands among them."""
    features = json.loads(FILE.read_text("utf-8"))["features"]
    return {
        feature["properties"]["id"]: [*_rings(feature["geometry"]["coordinates"])] for feature in features
    }


def _rings(polygons: Sequence[Sequence[Sequence[tuple[float, float]]]]) -> Iterator[Ring]:
    for polygon in polygons:
        for ring in polygon:
            yield [on_map(latitude, longitude) for longitude, latitude in ring]


def path(ring: Ring) -> str:
    """A closed path in whole tenths of a kilometre, each corner told by its distance from the one before."""
    corners = [(round(10 * x), round(10 * y)) for x, y in ring[:-1]]
    steps = (f"{_tenths(x - a)}{_signed(y - b)}" for (a, b), (x, y) in pairwise(corners) if (x, y) != (a, b))
    (x, y) = corners[0]
    return f"M{_tenths(x)}{_signed(y)}l{' '.join(steps)}z"


def _tenths(number: int) -> str:
    return f"{number / 10:g}"


def _signed(number: int) -> str:
    """A number as it may follow another one."""
    return _tenths(number) if number < 0 else f" {_tenths(number)}"


def _frame(rings: Sequence[Ring]) -> Frame:
    xs, ys = ([corner[axis] for ring in rings for corner in ring] for axis in (0, 1))
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
