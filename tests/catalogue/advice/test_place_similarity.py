"""Places are alike in what is known of both; the arithmetic is fair."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from catalogue.advice.place_similarity import Place, likeness, size_likeness

places = st.builds(
    Place,
    kind=st.sampled_from([None, "kleinstadt", "grossstadt"]),
    population=st.none() | st.integers(0, 4_000_000),
    federal_state=st.sampled_from([None, "sachsen", "bayern"]),
)

ZWOENITZ = Place("kleinstadt", 12_000, "sachsen")


def test_a_place_is_wholly_like_itself():
    assert likeness(ZWOENITZ, ZWOENITZ) == 1


def test_a_small_town_nearby_is_more_alike_than_a_city_far_away():
    assert likeness(ZWOENITZ, Place("kleinstadt", 14_000, "bayern")) > likeness(
        ZWOENITZ, Place("grossstadt", 500_000, "bayern")
    )


def test_the_same_federal_state_breaks_a_tie():
    assert likeness(ZWOENITZ, Place("kleinstadt", 12_000, "sachsen")) > likeness(
        ZWOENITZ, Place("kleinstadt", 12_000, "bayern")
    )


def test_what_is_unknown_neither_helps_nor_hurts():
    assert likeness(ZWOENITZ, Place("kleinstadt", 12_000, None)) == 1
    assert likeness(ZWOENITZ, Place("grossstadt", None, None)) == 0


def test_of_two_unknown_places_nothing_is_said():
    assert likeness(Place(), ZWOENITZ) == 0


def test_ten_times_the_inhabitants_have_nothing_in_common():
    assert size_likeness(5_000, 50_000) == 0
    assert size_likeness(5_000, 500_000) == 0


@given(places, places)
def test_likeness_is_mutual_and_between_nothing_and_all(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_nearer_the_number_of_inhabitants_the_more_alike(own, a, b):
    nearer, farther = sorted((a, b), key=lambda n: max(n, own) / min(n, own))
    assert size_likeness(own, nearer) >= size_likeness(own, farther) - 1e-9
