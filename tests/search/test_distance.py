"""Distances between places are those that a map tells."""

from __future__ import annotations

import pytest

from search.distance import kilometres

BERLIN, MUNICH, STOLLBERG, CHEMNITZ = (52.52, 13.405), (48.137, 11.575), (50.709, 12.778), (50.833, 12.917)


@pytest.mark.parametrize(("one", "other", "far"), [(BERLIN, MUNICH, 504), (STOLLBERG, CHEMNITZ, 17)])
def test_the_distance_of_two_towns(one, other, far):
    assert kilometres(one, other) == pytest.approx(far, abs=1)
    assert kilometres(one, other) == kilometres(other, one)


def test_nothing_is_far_from_itself():
    assert kilometres(BERLIN, BERLIN) == 0
