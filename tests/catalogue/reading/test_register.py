"""The register of places is read with districts, and its files are no entries."""

from __future__ import annotations

from collections import defaultdict
from math import hypot
from pathlib import Path
from statistics import median

from catalogue.reading.content import read_content
from catalogue.reading.register import read_register

CONTENT = Path(__file__).parents[3] / "content"


def test_every_municipality_is_there_with_district_and_state() -> None:
    register = {place.key: place for place in read_register(CONTENT)}
    assert len(register) == 10_786
    assert (register["14521590"].name, register["14521590"].district) == (
        "Stollberg/Erzgeb.",
        "Erzgebirgskreis",
    )
    assert (register["05334002"].name, register["05334002"].state) == ("Aachen", "NW")
    assert not register["01001000"].district
    assert sum(place.coordinates is not None for place in register.values()) > 10_500


def test_nobody_lies_far_from_the_middle_of_the_own_district() -> None:
    """A namesake elsewhere would: no district is larger than that, and only Helgoland is far out at sea."""
    districts = defaultdict(list)
    for place in read_register(CONTENT):
        if place.coordinates:
            districts[place.key[:5]].append(place)
    for places in districts.values():
        latitude, longitude = (median(one.coordinates[n] for one in places) for n in (0, 1))
        far = {
            place.name
            for place in places
            if hypot(place.coordinates[0] - latitude, (place.coordinates[1] - longitude) * 0.63) * 111 > 80
        }
        assert far <= {"Helgoland"}


def test_content_without_a_register_has_no_places(tmp_path: Path) -> None:
    assert read_register(tmp_path) == []


def test_its_files_are_no_stray_ones_and_change_the_content(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "districts.csv").write_text("key,name,population\n01051,Dithmarschen,132810\n", "utf-8")
    municipalities = folder / "municipalities.csv"
    municipalities.write_text("key,name,addition,state,population,latitude,longitude\n", "utf-8")
    before = read_content(tmp_path)
    assert not before.problems
    with municipalities.open("a", encoding="utf-8") as file:
        file.write("01051044,Heide,Stadt,SH,21826,54.1961,9.0932\n")
    after = read_content(tmp_path)
    assert after.sha256 != before.sha256
    assert [(place.name, place.district) for place in after.register] == [("Heide", "Dithmarschen")]
