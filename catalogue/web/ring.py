"""Names on a ring with lines between them, the thicker the more they share: only the places of things, no drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

WIDTH, HEIGHT = 1200, 640
RADIUS = 250
"""Size of the drawing and of the ring in its middle."""

LABEL_GAP = 20
THICKEST = 14.0


@dataclass(frozen=True, slots=True)
class RingNode:
    """A name: its text, the page it leads to, where its point and its label stand, and how the label is anchored."""

    name: str
    address: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class RingLine:
    """A line between two names, in the commands of an SVG path, and its thickness."""

    path: str
    thickness: float


@dataclass(frozen=True, slots=True)
class Ring:
    """Names and the lines between them, thin ones first so that thick ones lie above."""

    nodes: list[RingNode]
    lines: list[RingLine]


def ring(names: Sequence[tuple[str, str, str]], shared: Mapping[tuple[str, str], int]) -> Ring:
    """Names (id, text, address) in their order, from the top clockwise; `shared` is what pairs of ids have in common."""
    nodes = {
        name_id: _node(text, address, 2 * pi * position / len(names))
        for position, (name_id, text, address) in enumerate(names)
    }
    most = max(shared.values(), default=1)
    lines = [
        RingLine(_curve(nodes[a], nodes[b]), round(THICKEST * count / most, 1))
        for (a, b), count in sorted(shared.items(), key=lambda pair: pair[1])
    ]
    return Ring([*nodes.values()], lines)


def _curve(a: RingNode, b: RingNode) -> str:
    """From one name to the other, bent half of the way towards the middle of the ring."""
    bend_x, bend_y = (a.x + b.x + WIDTH) / 4, (a.y + b.y + HEIGHT) / 4
    return f"M{a.x} {a.y}Q{bend_x:.1f} {bend_y:.1f} {b.x} {b.y}"


def _node(name: str, address: str, angle: float) -> RingNode:
    right, down = sin(angle), -cos(angle)

    def at(distance: float) -> tuple[float, float]:
        return round(WIDTH / 2 + distance * right, 1), round(HEIGHT / 2 + distance * down, 1)

    anchor = "middle" if abs(right) < 0.1 else "start" if right > 0 else "end"
    return RingNode(name, address, *at(RADIUS), *at(RADIUS + LABEL_GAP), anchor)
