"""A map is true: its middle is the middle, north is up, and its kilometres are kilometres."""

from __future__ import annotations

from math import hypot

import pytest

from catalogue.model.map_projection import on_map
from search.distance import kilometres

FLENSBURG, OBERSTDORF = (54.79, 9.44), (47.41, 10.28)
AACHEN, GOERLITZ = (50.78, 6.08), (51.15, 14.99)
BERLIN, POTSDAM = (52.52, 13.41), (52.40, 13.06)


def test_the_origin_is_the_middle_of_the_federal_maps():
    assert on_map(51, 10.5) == pytest.approx((0, 0), abs=1e-9)


def test_north_is_up_and_east_is_right():
    assert on_map(*FLENSBURG)[1] < 0 < on_map(*OBERSTDORF)[1]
    assert on_map(*AACHEN)[0] < 0 < on_map(*GOERLITZ)[0]


def test_east_and_west_of_the_meridian_are_alike():
    west, east = on_map(52, 9.5), on_map(52, 11.5)
    assert west == pytest.approx((-east[0], east[1]))


@pytest.mark.parametrize(("one", "other"), [(FLENSBURG, OBERSTDORF), (AACHEN, GOERLITZ), (BERLIN, POTSDAM)])
def test_a_unit_is_a_kilometre(one, other):
    (x, y), (x_2, y_2) = on_map(*one), on_map(*other)
    assert hypot(x - x_2, y - y_2) == pytest.approx(kilometres(one, other), rel=0.002)
