"""A small map of Germany as one SVG that needs nothing beside it, for papers; the maps of pages are drawn by `web.maps`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from catalogue.edition.state_outlines import outlines, path, whole_frame
from catalogue.model.map_projection import on_map
from search.distance import Position

LAND, BORDER, INK = "#eceef4", "#6b7187", "#2044aa"

BORDER_KM, MARGIN_KM, POINT_KM = 2, 12, 13
"""Widths and sizes in kilometres, which are the units of the drawing."""


def map_picture(positions: Iterable[Position]) -> str:
    """Germany with a point at each position, in degrees."""
    left, top, width, height = whole_frame()
    frame = (left - MARGIN_KM, top - MARGIN_KM, width + 2 * MARGIN_KM, height + 2 * MARGIN_KM)
    points = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{POINT_KM}"/>'
        for x, y in sorted({on_map(*position) for position in positions})
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(f"{number:.1f}" for number in frame)}">'
        f'<path d="{_land()}" fill="{LAND}" stroke="{BORDER}" stroke-width="{BORDER_KM}" stroke-linejoin="round"/>'
        f'<g fill="{INK}" stroke="#fff" stroke-width="{BORDER_KM}">{points}</g></svg>'
    )


@cache
def _land() -> str:
    return "".join(path(ring) for rings in outlines().values() for ring in rings)
