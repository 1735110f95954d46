"""The outlines of the states are one light drawing, called like the terms of the vocabulary, with every place in its state."""

from __future__ import annotations

import gzip
from xml.etree import ElementTree

from catalogue.edition.state_outlines import ALL, drawing, frames, whole_frame
from catalogue.model.map_projection import on_map
from catalogue.reading.content import read_content
from tests.conftest import CONTENT

SVG = "{http://www.w3.org/2000/svg}"
ISLANDS = {"01054025", "01056025", "01054113", "01054089", "03452020"}
"""The outlines leave out Helgoland and its like."""


def test_every_state_is_drawn_under_the_name_of_its_term():
    drawn = ElementTree.fromstring(drawing()).find(f".//{SVG}g[@id='{ALL}']")
    paths = {path.get("id"): path.get("d") for path in drawn}
    terms = (CONTENT / "vocabulary/federal-states.yaml").read_text("utf-8")
    assert len(paths) == 16
    assert all(f"id: {state}\n" in terms for state in paths)
    assert all(d.startswith("M") and d.endswith("z") for d in paths.values())


def test_the_drawing_is_light():
    assert len(gzip.compress(drawing())) < 15_000


def test_states_lie_in_the_whole():
    left, top, width, height = whole_frame()
    assert (round(width), round(height)) == (639, 868)
    for x, y, w, h in frames().values():
        assert left <= x < x + w <= left + width
        assert top <= y < y + h <= top + height


def test_places_lie_in_the_frame_of_their_state():
    states = {
        word: term.id
        for vocabulary in read_content(CONTENT).vocabularies
        if vocabulary.id == "federal-states"
        for term in vocabulary.terms
        for word in term.words
    }
    places = [place for place in read_content(CONTENT).register if place.coordinates]
    outside = [place for place in places if not lies_in(frames()[states[place.state]], place.coordinates)]
    assert len(places) > 9_000
    assert {place.key for place in outside} <= ISLANDS


def lies_in(frame, coordinates, tolerance_km=2):
    (left, top, width, height), (x, y) = frame, on_map(*coordinates)
    return (
        left - tolerance_km <= x <= left + width + tolerance_km
        and top - tolerance_km <= y <= top + height + tolerance_km
    )
