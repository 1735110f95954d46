"""A network as two columns of names with lines between them: only the places of things, no drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean

ROW = 24
"""Height of a name's row in units of the drawing."""

LEFT, RIGHT, WIDTH = 380, 620, 1000
"""Where names end on the left and begin on the right, and how wide all is."""


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A name: its text, the page it leads to, and the middle of its row."""

    name: str
    address: str
    y: float


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A line from the left to the right, in the commands of an SVG path, and what sort it is."""

    path: str
    sort: str


@dataclass(frozen=True, slots=True)
class Network:
    """Names on both sides, lines between them, and the height of all."""

    left: list[NetworkNode]
    right: list[NetworkNode]
    lines: list[NetworkLine]
    height: float


Link = tuple[str, str, str, str, str]
"""From: name and address; to: name and address; sort."""


def network(links: Iterable[Link]) -> Network:
    """Place names so that lines cross little: the left by number of lines, the right in the order of their first."""
    links = list(links)
    counts = Counter((link[0], link[1]) for link in links)
    left = sorted(counts, key=lambda node: (-counts[node], node[0]))
    ordered = sorted(links, key=lambda link: (left.index((link[0], link[1])), link[2]))
    right = list(dict.fromkeys((link[2], link[3]) for link in ordered))
    height = ROW * max(len(left), len(right), 1)
    at_right = {node: height * (n + 0.5) / len(right) for n, node in enumerate(right)}
    at_left = _beside(
        {node: [at_right[x[2], x[3]] for x in links if (x[0], x[1]) == node] for node in left}, height
    )
    middle = (LEFT + RIGHT) / 2
    return Network(
        [NetworkNode(*node, y) for node, y in at_left.items()],
        [NetworkNode(*node, at_right[node]) for node in right],
        [
            NetworkLine(
                f"M{LEFT} {at_left[a, b]:.1f}C{middle:.0f} {at_left[a, b]:.1f} "
                f"{middle:.0f} {at_right[c, d]:.1f} {RIGHT} {at_right[c, d]:.1f}",
                sort,
            )
            for a, b, c, d, sort in ordered
        ],
        height,
    )


def _beside(targets: dict[tuple[str, str], list[float]], height: float) -> dict[tuple[str, str], float]:
    """Names at the middle of what they are linked to, moved apart so that no two share a row."""
    wished = sorted((mean(ys), node) for node, ys in targets.items())
    placed: dict[tuple[str, str], float] = {}
    free = ROW / 2
    for n, (y, node) in enumerate(wished):
        latest = height - ROW * (len(wished) - n - 0.5)
        placed[node] = max(free, min(y, latest))
        free = placed[node] + ROW
    return placed
