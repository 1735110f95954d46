"""A search knows the visitor's place: it says how far a hit is, narrows to what is around, and shows hits on a map."""

from __future__ import annotations

import re

import pytest

from tests.catalogue.web.reading_pages import by_id, links, text

STOLLBERG, ZWOENITZ = "14521590", "14521710"
SVG = "{http://www.w3.org/2000/svg}"


def ids(visitor, query):
    answer = visitor.get(f"/suche.json?umfang=alles&{query}").json
    return [hit["id"] for hit in answer["hits"]]


def places_told(page):
    return [text(line) for line in page.iterfind(".//p[@class='hit-place kern-body kern-body--small']")]


def test_a_place_alone_narrows_nothing_and_tells_distances(page, visitor):
    assert ids(visitor, f"q=Hochwasser&ort={STOLLBERG}") == ids(visitor, "q=Hochwasser")
    told = places_told(page(f"/suche?q=Hochwasser&ort={STOLLBERG}"))
    assert told
    assert all(" km entfernt" in line for line in told)


def test_a_radius_holds_what_lies_in_it_and_more_the_larger_it_is(visitor):
    found = [set(ids(visitor, f"q=Sensor&ort={STOLLBERG}&nahe={km}")) for km in (25, 50, 100)]
    assert found[0] <= found[1] <= found[2] < set(ids(visitor, "q=Sensor"))
    assert any(one.startswith("zwoenitz") for one in found[0])


def test_the_distance_is_that_of_the_place_that_is_near(page):
    assert "in Zwönitz, 9 km entfernt" in places_told(page(f"/suche?q=Pegel&ort={STOLLBERG}&nahe=25"))
    assert "in Zwönitz" in places_told(page(f"/suche?q=Pegel&ort={ZWOENITZ}&nahe=25"))


def test_the_nearest_hits_come_first_if_one_wants_so_on_every_page(page):
    far = []
    for number in (1, 2):
        found = page(f"/suche?q=Sensor&ort={STOLLBERG}&sortierung=entfernung&seite={number}")
        far += [
            int(re.sub(r"\D", "", line.rpartition(", ")[2]))
            for line in places_told(found)
            if "km" in line and "etwa" not in line
        ]
    assert len(far) > 20
    assert far == sorted(far)


def test_without_a_place_no_order_by_distance_is_offered(page):
    def offered(address):
        return [option.get("value") for option in by_id(page(address), "sortierung").iterfind("option")]

    assert "entfernung" in offered(f"/suche?q=Sensor&ort={STOLLBERG}")
    assert "entfernung" not in offered("/suche?q=Sensor")


@pytest.mark.parametrize("place", [ZWOENITZ, "14521"])
def test_only_here_is_the_place_itself_and_for_a_district_its_municipalities(visitor, place):
    found = ids(visitor, f"ort={place}&nahe=ort&typ=measure")
    assert found
    assert all(one.startswith("zwoenitz-") for one in found)


def test_the_district_and_the_state_are_those_of_the_place(visitor):
    assert set(ids(visitor, f"ort={STOLLBERG}&nahe=kreis&typ=measure")) == set(
        ids(visitor, f"ort={ZWOENITZ}&nahe=ort&typ=measure")
    )
    in_state = set(ids(visitor, f"ort={STOLLBERG}&nahe=land&typ=project"))
    assert in_state == set(ids(visitor, "land=sachsen&typ=project"))


def test_places_like_this_one_tell_why(page):
    told = places_told(page(f"/suche?q=Sensor&ort={STOLLBERG}&nahe=aehnlich"))
    assert told
    assert all("Einwohner" in line for line in told)


def test_where_nothing_is_near_the_way_out_is_to_look_farther(page):
    found = page("/suche?q=Sensor&ort=09180117&nahe=25")
    assert "Mit diesen Filtern steht dazu nichts" in text(found)
    assert any("ort=09180117" in address and "nahe" not in address for address in links(found))


def test_a_place_typed_among_the_words_is_offered_as_a_place(page):
    offered = [
        a for a in links(by_id(page("/suche?q=Hochwasser+Stollberg"), "ergebnis")) if "ort=14521590" in a
    ]
    assert {a.partition("nahe=")[2] for a in offered} == {"50", "kreis", "land", "aehnlich"}
    assert all("q=Hochwasser&" in a for a in offered)


def test_what_was_typed_as_a_place_is_understood_or_asked_back(page):
    found = page("/suche?q=Bus&ort=zw%C3%B6nitz")
    assert by_id(found, "ort").get("value") == "Zwönitz"
    several = text(by_id(page("/suche?q=Bus&ort=Lichtenau"), "ergebnis"))
    assert "Welcher Ort ist gemeint?" in several
    assert "Lichtenau (Kreis Paderborn)" in several
    assert "Diesen Ort kennt das Register nicht" in text(page("/suche?q=Bus&ort=Entenhausen"))


def test_chips_take_back_the_place_or_only_the_radius(page):
    chips = [
        a.get("href")
        for a in page(f"/suche?q=Bus&ort={STOLLBERG}&nahe=100").iterfind(".//ul[@class='chips']//a")
    ]
    assert f"/suche?q=Bus&ort={STOLLBERG}" in chips
    assert "/suche?q=Bus" in chips


@pytest.mark.parametrize(
    "wrong", [f"ort={STOLLBERG}&nahe=mond", "nahe=25", "ort=99999999&nahe=25", "ort=%00"]
)
def test_what_the_address_asks_for_in_vain_is_left_out(visitor, wrong):
    assert ids(visitor, f"q=Hochwasser&{wrong}") == ids(visitor, "q=Hochwasser")


def test_hits_stand_on_a_map_whose_points_lead_to_the_hits_there(page, visitor):
    found = page("/suche?q=Hochwasser&ansicht=karte")
    points = found.findall(f".//{SVG}a[@aria-label]")
    assert len(points) > 5
    zwoenitz = next(point for point in points if point.get("aria-label").startswith("Zwönitz:"))
    assert "ort=14521710&nahe=ort" in zwoenitz.get("href")
    assert len(ids(visitor, zwoenitz.get("href").partition("?")[2])) >= 1
    rows = found.findall(".//section[@aria-labelledby='karte']//tbody/tr")
    assert len(rows) == len(points)


def test_the_map_shows_the_radius_that_is_asked_for(page):
    drawn = page(f"/suche?q=Sensor&ort={STOLLBERG}&nahe=100&ansicht=karte").find(f".//{SVG}svg[@class='map']")
    assert [circle.get("r") for circle in drawn.iterfind(f".//{SVG}circle[@class='map__distance']")] == [
        "100"
    ]


def test_without_a_place_among_the_hits_there_is_no_map(page):
    assert "Von keinem Treffer ist bekannt, wo er läuft" in text(page("/suche?typ=knowledge&ansicht=karte"))


def test_a_postcode_among_the_words_is_the_place_of_the_search(page, visitor):
    found = page("/suche?q=Hochwasser+06386&ort=")
    assert by_id(found, "ort").get("value") == "Osternienburger Land"
    assert ids(visitor, "q=Hochwasser+06386") == ids(visitor, "q=Hochwasser")
    assert any("q=Hochwasser&ort=15082256&nahe=50" in address for address in links(found))
    several = page("/suche?q=Hochwasser+09366")
    assert "Welcher Ort ist gemeint?" in text(several)
    assert "/suche?q=Hochwasser&ort=14521590" in links(several)


def test_the_number_of_a_standard_is_no_postcode(page):
    assert not by_id(page("/suche?q=ISO+37120"), "ort").get("value")


def test_the_address_of_a_search_around_a_district_is_none_around_a_postcode(page):
    found = page("/suche?q=Bus&ort=09376-kreis&nahe=50")
    assert by_id(found, "ort").get("value") == "Landkreis Schwandorf"
    assert any("ort=09376-kreis" in address for address in links(found))
