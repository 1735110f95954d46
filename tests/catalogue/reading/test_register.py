"""The register of places is read with districts, and its files are no entries."""

from __future__ import annotations

from pathlib import Path

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
    assert sum(place.coordinates is not None for place in register.values()) > 9_000


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
