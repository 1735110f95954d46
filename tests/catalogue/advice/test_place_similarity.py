"""Places are alike in what is known of both; the arithmetic is fair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.advice.place_similarity import PlaceProfile, similarity, size_similarity

places = st.builds(
    PlaceProfile,
    kind=st.sampled_from([None, "kleinstadt", "grossstadt"]),
    population=st.none() | st.integers(0, 4_000_000),
    federal_state=st.sampled_from([None, "sachsen", "bayern"]),
    city_km=st.none() | st.integers(0, 150),
)

ZWOENITZ = PlaceProfile("kleinstadt", 12_000, "sachsen")


def test_a_place_is_wholly_like_itself():
    assert similarity(ZWOENITZ, ZWOENITZ) == 1


def test_a_small_town_nearby_is_more_alike_than_a_city_far_away():
    assert similarity(ZWOENITZ, PlaceProfile("kleinstadt", 14_000, "bayern")) > similarity(
        ZWOENITZ, PlaceProfile("grossstadt", 500_000, "bayern")
    )


def test_the_same_federal_state_breaks_a_tie():
    assert similarity(ZWOENITZ, PlaceProfile("kleinstadt", 12_000, "sachsen")) > similarity(
        ZWOENITZ, PlaceProfile("kleinstadt", 12_000, "bayern")
    )


def test_what_is_unknown_neither_helps_nor_hurts():
    assert similarity(ZWOENITZ, PlaceProfile("kleinstadt", 12_000, None)) == 1
    assert similarity(ZWOENITZ, PlaceProfile("grossstadt", None, None)) == 0


def test_of_two_unknown_places_nothing_is_said():
    assert similarity(PlaceProfile(), ZWOENITZ) == 0


def test_ten_times_the_inhabitants_have_nothing_in_common():
    assert size_similarity(5_000, 50_000) == 0
    assert size_similarity(5_000, 500_000) == 0


@given(places, places)
def test_likeness_is_mutual_and_between_nothing_and_all(one, other):
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_nearer_the_number_of_inhabitants_the_more_alike(own, a, b):
    nearer, farther = sorted((a, b), key=lambda n: max(n, own) / min(n, own))
    assert size_similarity(own, nearer) >= size_similarity(own, farther) - 1e-9


PAIRS = [
    ("Köln", "Hamburg", "Mülheim an der Ruhr"),
    ("Dresden", "Leipzig", "Chemnitz"),
    ("Kassel", "Freiburg im Breisgau", "Offenbach am Main"),
    ("Görlitz", "Plauen", "Radebeul"),
    ("Bamberg", "Bayreuth", "Neu-Isenburg"),
    ("Emden", "Cuxhaven", "Garbsen"),
    ("Zwönitz", "Stollberg/Erzgeb.", "Kirchheim b. München"),
    ("Bad Belzig", "Jüterbog", "Kleinmachnow"),
    ("Haßfurt", "Hammelburg", "Gräfelfing"),
    ("Wiesenburg/Mark", "Temnitzquell", "Kleinmachnow"),
    ("Crossen an der Elster", "Königsee", "Zwickau"),
    ("Landkreis Uckermark", "Landkreis Prignitz", "Landkreis München"),
    ("Landkreis Würzburg", "Landkreis Bamberg", "Landkreis Uckermark"),
    ("Erzgebirgskreis", "Vogtlandkreis", "Zwickau"),
]
"""A place, one that people who know both would call alike, and one that they would call less so; several of each kind."""


@pytest.mark.parametrize(("own", "alike", "other"), PAIRS, ids=[own for own, _, _ in PAIRS])
def test_places_are_as_alike_as_people_say(db, own, alike, other):
    profiles = {
        row["name"]: PlaceProfile(
            row["municipality_kind"], row["population"], row["federal_state"], row["city_km"]
        )
        for row in db.execute("SELECT * FROM places WHERE name IN (?, ?, ?)", (own, alike, other))
    }
    assert similarity(profiles[own], profiles[alike]) > similarity(profiles[own], profiles[other]) + 0.02


def test_a_suburb_is_less_alike_than_a_town_as_far_from_a_city():
    town = PlaceProfile("kleinstadt", 12_000, "sachsen", city_km=60)
    assert similarity(town, PlaceProfile("kleinstadt", 12_000, "sachsen", city_km=55)) > similarity(
        town, PlaceProfile("kleinstadt", 12_000, "sachsen", city_km=5)
    )
