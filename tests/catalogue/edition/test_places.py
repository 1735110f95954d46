"""The table of places has every municipality and district once, under a name and an address of its own."""

from __future__ import annotations

import pytest

from catalogue.edition.places import district_name, place_rows
from catalogue.queries.connection import connect
from catalogue.reading.register import RegisteredPlace


@pytest.fixture(scope="module")
def places(real_edition):
    """All places of the real register by key."""
    rows = connect(real_edition.database).execute("SELECT * FROM places")
    return {row["id"]: row for row in rows}


def place(key: str, name: str, state: str = "SN", coordinates=None, addition: str = "") -> RegisteredPlace:
    return RegisteredPlace(key, name, addition, "", state, 1_000, coordinates)


def names(*municipalities: RegisteredPlace) -> list[str]:
    districts = [place("14521", "Erzgebirgskreis"), place("05374", "Oberberg", "NW")]
    return [row[1] for row in place_rows(municipalities, districts, [], [])[len(districts) :]]


def test_every_municipality_and_district_is_there_and_tells_where_it_belongs(places):
    assert len(places) == 10_786 + 294
    stollberg = places["14521590"]
    assert (stollberg["name"], stollberg["district"], stollberg["federal_state"]) == (
        "Stollberg/Erzgeb.",
        "14521",
        "sachsen",
    )
    assert places[stollberg["district"]]["name"] == "Erzgebirgskreis"


def test_no_two_names_and_no_two_addresses_are_alike(places):
    for column in ("name", "page"):
        assert len({row[column] for row in places.values()}) == len(places)


def test_namesakes_are_told_apart_by_district_and_others_stay_as_they_are():
    assert names(place("14521010", "Lichtenau"), place("05374010", "Lichtenau", "NW")) == [
        "Lichtenau (Erzgebirgskreis)",
        "Lichtenau (Kreis Oberberg)",
    ]
    assert names(place("14521010", "Lichtenau")) == ["Lichtenau"]


def test_namesakes_of_one_district_are_told_apart_by_what_they_are_or_their_key():
    assert names(
        place("14521010", "Garding", addition="Stadt"),
        place("14521020", "Garding", addition="Kirchspiel"),
        place("14521030", "Garding"),
    ) == [
        "Garding (Erzgebirgskreis), Stadt",
        "Garding (Erzgebirgskreis), Kirchspiel",
        "Garding (Erzgebirgskreis), 14521030",
    ]


def test_a_district_in_the_register_s_name_is_written_as_everywhere():
    assert names(place("14521010", "Berg (Landkreis Erzgebirgskreis)"), place("05374010", "Berg", "NW")) == [
        "Berg (Erzgebirgskreis)",
        "Berg (Kreis Oberberg)",
    ]
    assert names(place("14521010", "Berg (Pfalz)"), place("05374010", "Berg", "NW")) == [
        "Berg (Pfalz)",
        "Berg (Kreis Oberberg)",
    ]


@pytest.mark.parametrize(
    ("name", "state", "told"),
    [
        ("Goslar", "NI", "Landkreis Goslar"),
        ("Borken", "NW", "Kreis Borken"),
        ("Vogtlandkreis", "SN", "Vogtlandkreis"),
        ("Region Hannover", "NI", "Region Hannover"),
        ("Regionalverband Saarbrücken", "SL", "Regionalverband Saarbrücken"),
    ],
)
def test_a_district_says_that_it_is_one(name, state, told):
    assert district_name(place("00000", name, state), None) == told


def test_the_kind_follows_the_inhabitants(places):
    kinds = {
        "Kleinstadt": places["14521590"],
        "Grossstadt": places["05334002"],
        "Landkreis": places["14521"],
    }
    assert {name.lower(): row["municipality_kind"] for name, row in kinds.items()} == {
        name.lower(): name.lower() for name in kinds
    }
    assert places["09182112"]["municipality_kind"] == "landgemeinde"


def test_a_place_with_an_entry_is_joined_by_its_key_and_keeps_its_address(places):
    assert (places["14521710"]["municipality"], places["14521710"]["page"]) == ("zwoenitz", "zwoenitz")
    assert places["14521590"]["page"] == "14521590-stollberg-erzgeb"


def test_a_municipality_whose_position_is_unknown_is_put_where_its_district_is(places):
    rows = [row for row in places.values() if row["is_approximate"]]
    assert len(rows) > 200
    for row in rows[::10]:
        district = places[row["district"]]
        assert (row["latitude"], row["longitude"]) == (district["latitude"], district["longitude"])
    assert sum(row["latitude"] is None for row in places.values()) <= 1


def test_a_place_knows_the_next_city_and_a_city_the_next_larger_one(places):
    def city(key):
        row = places[key]
        return places[row["city"]]["name"], row["city_km"]

    assert city("14521590") == ("Chemnitz", 17)
    assert city("06413000") == ("Frankfurt am Main", 6)
    assert city("05315000")[0] in ("Hamburg", "München", "Berlin")
    assert (places["11000000"]["city"], places["11000000"]["city_km"]) == (None, None)


def test_a_district_lies_where_its_inhabitants_live(places):
    here, within = places["14521"], [row for row in places.values() if row["district"] == "14521"]
    for column in ("latitude", "longitude"):
        assert min(row[column] for row in within) < here[column] < max(row[column] for row in within)


def test_terms_that_the_vocabulary_lacks_are_left_out():
    row = place_rows([place("14521010", "Zwönitz")], [], [], [])[0]
    assert row[3] is None
    assert row[5] is None
