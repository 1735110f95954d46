"""A map shows what lies in it, the place itself on top, and names that do not cover each other."""

from __future__ import annotations

import pytest

from catalogue.model.map_projection import on_map
from catalogue.web.maps import LETTER, Spot, draw

ZWOENITZ, CHEMNITZ, LEIPZIG, KIEL = (50.63, 12.81), (50.83, 12.92), (51.34, 12.37), (54.32, 10.13)


def spots(*positions, **more):
    return [Spot(position, f"Ort {number}", **more) for number, position in enumerate(positions)]


def test_the_whole_of_germany_is_shown_with_everything_in_it():
    drawn = draw(spots(ZWOENITZ, KIEL))
    assert len(drawn.points) == 2
    assert drawn.frame[3] > drawn.frame[2] > 600


def test_a_state_leaves_out_what_lies_elsewhere():
    drawn = draw(spots(ZWOENITZ, KIEL), state="sachsen")
    assert [point.spot.label for point in drawn.points] == ["Ort 0"]
    assert drawn.state == "sachsen"


def test_the_surroundings_of_a_place_are_a_square_around_it():
    drawn = draw([Spot(ZWOENITZ, "Zwönitz", here=True), *spots(CHEMNITZ, LEIPZIG)], within_km=50)
    left, top, width, height = drawn.frame
    assert (width, height) == (100, 100)
    assert on_map(*ZWOENITZ) == pytest.approx((left + 50, top + 50), abs=0.1)
    assert {point.spot.label for point in drawn.points} == {"Zwönitz", "Ort 0"}


def test_distances_are_circles_around_the_place():
    drawn = draw([Spot(ZWOENITZ, "Zwönitz", here=True)], within_km=60, distances_km=(25, 50))
    assert [radius for _, _, radius in drawn.circles] == [25, 50]
    assert draw(spots(ZWOENITZ), distances_km=(25,)).circles == []


def test_what_is_heavier_is_larger_and_drawn_first_and_the_place_itself_last():
    drawn = draw(
        [
            Spot(ZWOENITZ, "hier", here=True, weight=99),
            Spot(CHEMNITZ, "leicht"),
            Spot(LEIPZIG, "schwer", weight=20),
        ]
    )
    assert [point.spot.label for point in drawn.points] == ["schwer", "leicht", "hier"]
    heavy, light, _ = drawn.points
    assert heavy.radius > light.radius


def test_names_are_written_where_there_is_room():
    near = [Spot((50.63 + n / 1000, 12.81), f"Name {n}", weight=n) for n in range(1, 6)]
    named = [
        point.spot.label for point in draw([*near, *spots(KIEL)], most_names=10).points if point.is_named
    ]
    assert sorted(named) == ["Name 5", "Ort 0"]
    assert not any(point.is_named for point in draw(near).points)


def test_letters_keep_their_size_on_the_screen():
    for state in (None, "saarland"):
        drawn = draw([], state=state)
        assert drawn.letter == pytest.approx(max(drawn.frame[2:]) * LETTER, abs=0.1)


def test_an_arc_leads_from_one_place_to_the_other_and_there_and_back_are_two():
    there, back = draw([], [(ZWOENITZ, KIEL), (KIEL, ZWOENITZ)]).arcs
    x, y = on_map(*ZWOENITZ)
    assert there.startswith(f"M{x:.1f} {y:.1f}Q")
    assert back.endswith(f" {x:.1f} {y:.1f}")
    middle = [path.split("Q")[1].split(" ")[:2] for path in (there, back)]
    assert middle[0] != middle[1]


def test_an_arc_to_itself_is_no_error():
    assert draw([], [(KIEL, KIEL)]).arcs


def test_nothing_to_show_is_a_map_all_the_same():
    assert draw([]).points == []
