"""A place of the register is found by its key, and by what people type of its name."""

from __future__ import annotations

import pytest

from catalogue.queries import places


def called(db, text, limit=5):
    return [one.name for one in places.places_called(db, text, limit)]


def test_a_place_tells_what_it_is_and_where_it_belongs(db):
    found = places.place(db, "14521590")
    assert (found.name, found.municipality_kind, found.designation) == (
        "Stollberg/Erzgeb.",
        "kleinstadt",
        "Stadt",
    )
    assert (found.district, found.district_name, found.federal_state) == (
        "14521",
        "Erzgebirgskreis",
        "sachsen",
    )
    assert (found.city, found.city_km) == ("Chemnitz", 17)
    assert (found.municipality, found.page) == (None, "14521590-stollberg-erzgeb")


def test_a_place_is_found_by_its_entry_if_the_register_has_it(db):
    assert places.place_of_entry(db, "zwoenitz").key == "14521710"
    assert places.place_of_entry(db, "kielregion") is None
    assert places.place(db, "99999999") is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Stollberg", "Stollberg/Erzgeb."),
        ("stollb", "Stollberg/Erzgeb."),
        ("ZWOENITZ", "Zwönitz"),
        ("munchen", "München"),
        ("erzgebirgskr", "Erzgebirgskreis"),
        ("lichtenau paderborn", "Lichtenau (Kreis Paderborn)"),
        ("Frankfurt", "Frankfurt am Main"),
    ],
)
def test_what_is_typed_finds_the_place_that_is_called_so_first(db, typed, first):
    assert called(db, typed)[0] == first


def test_a_name_comes_before_longer_ones_and_the_larger_place_before_the_smaller(db):
    found = places.places_called(db, "Neustadt", 20)
    assert len(found) == 20
    assert called(db, "Ulm")[0] == "Ulm"
    assert called(db, "Berg", 3)[0].startswith("Berg")


@pytest.mark.parametrize("typed", ["", "   ", "xqzvbn", "%", "*", "[", "'; DROP TABLE places"])
def test_nonsense_finds_nothing_and_is_no_error(db, typed):
    assert called(db, typed) == []


def test_a_district_lists_its_municipalities_the_largest_first(db):
    found = places.in_district(db, "14521")
    assert found[0].name == "Aue-Bad Schlema"
    assert len(found) > 50
    assert [one.population for one in found] == sorted((one.population for one in found), reverse=True)
