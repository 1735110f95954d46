"""A map of the federal states as tiles: each state a square, roughly where it lies. Own layout, no geometry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SIZE = 100
"""Side of a tile in units of the drawing."""

GAP = 8

ROWS: tuple[tuple[str | None, ...], ...] = (
    (None, "schleswig-holstein", "mecklenburg-vorpommern", None),
    ("bremen", "hamburg", "brandenburg", "berlin"),
    ("nordrhein-westfalen", "niedersachsen", "sachsen-anhalt", "sachsen"),
    ("rheinland-pfalz", "hessen", "thueringen", None),
    ("saarland", "baden-wuerttemberg", "bayern", None),
)

CODES = {
    "baden-wuerttemberg": "BW",
    "bayern": "BY",
    "berlin": "BE",
    "brandenburg": "BB",
    "bremen": "HB",
    "hamburg": "HH",
    "hessen": "HE",
    "mecklenburg-vorpommern": "MV",
    "niedersachsen": "NI",
    "nordrhein-westfalen": "NW",
    "rheinland-pfalz": "RP",
    "saarland": "SL",
    "sachsen": "SN",
    "sachsen-anhalt": "ST",
    "schleswig-holstein": "SH",
    "thueringen": "TH",
}
"""Codes of the states (ISO 3166-2:DE)."""

SHADES = 3


@dataclass(frozen=True, slots=True)
class Tile:
    """A state on the map: its place in the drawing, its number, and how dark it is, from 0 for none to 3."""

    state: str
    code: str
    x: int
    y: int
    count: int
    shade: int


def tiles(counts: Mapping[str, int]) -> list[Tile]:
    """The sixteen tiles, from north to south, with these numbers by state; a state without one has 0."""
    most = max(counts.values(), default=0)
    step = SIZE + GAP
    return [
        Tile(
            state,
            CODES[state],
            column * step,
            row * step,
            counts.get(state, 0),
            -(-SHADES * counts.get(state, 0) // most) if most else 0,
        )
        for row, states in enumerate(ROWS)
        for column, state in enumerate(states)
        if state
    ]


WIDTH = max(map(len, ROWS)) * (SIZE + GAP) - GAP
HEIGHT = len(ROWS) * (SIZE + GAP) - GAP
