"""Maps of Germany or a part of it: points and arcs over the outlines of the states, laid out for the macros of `maps.html`.

A unit of a drawing is a kilometre (see `model.map_projection`). What a map shows always stands beside it as a table, so that
nobody needs to see or to point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from catalogue.edition.state_outlines import Frame, frames, whole_frame
from catalogue.model.map_projection import on_map
from search.distance import Position

MARGIN = 0.04
"""How much of the longer side stays free around what is shown."""

POINT = 0.009
LARGEST_POINT = 0.022
"""Radius of a point of weight 1 and of the heaviest, as a part of the longer side; the area grows with the weight."""

LETTER = 0.034
"""Size of the letters of a name as a part of the longer side."""

BEND = 0.18
"""How far an arc leaves the straight line, as a part of its length."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What a map shall show at a position: its name, the address it leads to, what else is told of it, and how much it is."""

    position: Position
    label: str
    href: str = ""
    told: str = ""
    weight: float = 1
    here: bool = False
    """Whether it is the place that the map is about."""
    language: str = "de"
    """The language of the label."""
    is_approximate: bool = False
    """Whether the position is only that of the district."""


@dataclass(frozen=True, slots=True)
class DrawnPoint:
    """A spot on the drawing: centre and radius, and whether there is room for its name."""

    spot: Spot
    x: float
    y: float
    radius: float
    is_named: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map ready to be written as SVG. `state` is the one that is shown large, if any."""

    frame: Frame
    points: list[DrawnPoint]
    arcs: list[str]
    """Paths from one position to another."""
    circles: list[tuple[float, float, float]]
    """Centre and radius of distances around the place that the map is about."""
    state: str | None
    letter: float
    """Size of the letters of names."""


def draw(
    spots: Iterable[Spot],
    arcs: Iterable[tuple[Position, Position]] = (),
    *,
    state: str | None = None,
    within_km: float | None = None,
    distances_km: Sequence[float] = (),
    most_names: int = 0,
) -> Drawing:
    """Lay a map out: of one federal state by the id of its term, of so many kilometres around the spot that is `here`, or of all.

    Spots outside of what is shown are left out. The heaviest get their names written, at most so many and where there is room.
    The lightest are drawn last, so that none hides another.
    """
    placed = [(spot, *on_map(*spot.position)) for spot in spots]
    here = next(((x, y) for spot, x, y in placed if spot.here), None)
    frame = _frame(state, here, within_km)
    left, top, width, height = frame
    longer = max(width, height)
    inside = [(spot, x, y) for spot, x, y in placed if left <= x <= left + width and top <= y <= top + height]
    most = max((spot.weight for spot, _, _ in inside), default=1)
    step = (LARGEST_POINT - POINT) / max(sqrt(most) - 1, 1)
    inside.sort(key=lambda one: (one[0].here, -one[0].weight))
    points = [
        DrawnPoint(
            spot,
            round(x, 1),
            round(y, 1),
            round(longer * (POINT + min(step, POINT) * (sqrt(max(spot.weight, 1)) - 1)), 2),
            False,
        )
        for spot, x, y in inside
    ]
    letter = round(longer * LETTER, 1)
    return Drawing(
        tuple(round(number, 1) for number in frame),  # type: ignore[arg-type]
        _named(points, letter, frame, most_names),
        [_arc(on_map(*start), on_map(*end)) for start, end in arcs],
        [(round(here[0], 1), round(here[1], 1), far) for far in distances_km] if here else [],
        state,
        letter,
    )


def _frame(state: str | None, here: tuple[float, float] | None, within_km: float | None) -> Frame:
    if here and within_km:
        return here[0] - within_km, here[1] - within_km, 2 * within_km, 2 * within_km
    left, top, width, height = frames()[state] if state else whole_frame()
    margin = MARGIN * max(width, height)
    return left - margin, top - margin, width + 2 * margin, height + 2 * margin


def _named(points: Sequence[DrawnPoint], letter: float, frame: Frame, most: int) -> list[DrawnPoint]:
    """The points, of which the place itself and the heaviest are named as far as no name covers another or leaves the map."""
    left, _, width, _ = frame
    boxes: list[tuple[float, float, float, float]] = []
    named: set[int] = set()
    for at in sorted(range(len(points)), key=lambda at: (not points[at].spot.here, -points[at].spot.weight)):
        if len(named) == most:
            break
        point = points[at]
        half = 0.28 * letter * len(point.spot.label)
        box = (point.x - half, point.y - point.radius - 1.2 * letter, point.x + half, point.y - point.radius)
        fits = box[0] >= left and box[2] <= left + width
        if fits and not any(
            box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in boxes
        ):
            boxes.append(box)
            named.add(at)
    return [
        DrawnPoint(point.spot, point.x, point.y, point.radius, at in named) for at, point in enumerate(points)
    ]


def _arc(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A bent path, to the left of its way, so that two ways between the same places can be told apart."""
    (x, y), (x_2, y_2) = start, end
    away = BEND * hypot(x_2 - x, y_2 - y)
    length = hypot(x_2 - x, y_2 - y) or 1
    middle = (x + x_2) / 2 + away * (y_2 - y) / length, (y + y_2) / 2 - away * (x_2 - x) / length
    return f"M{x:.1f} {y:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {x_2:.1f} {y_2:.1f}"
