"""Places: one's own is found, every one has a page of its own, and what is shown around it has a reason."""

from __future__ import annotations

import re

import pytest

from catalogue.queries.connection import connect
from catalogue.queries.municipalities import measures_in, municipalities
from tests.catalogue.web.reading_pages import by_id, links, text

STOLLBERG = "/kommunen/14521590-stollberg-erzgeb"
SVG = "{http://www.w3.org/2000/svg}"


def places_shown(page, section="aehnlich"):
    return [
        text(heading.find("a"))
        for heading in page.iterfind(f".//section[@aria-labelledby='{section}']/section[@class='around']/h3")
    ]


def test_nothing_is_compared_before_a_place_is_described(page):
    assert places_shown(page("/kommunen")) == []


def test_a_described_place_gets_measures_with_reasons(page):
    found = page("/kommunen?einwohner=12.000&art=kleinstadt&land=sachsen")
    assert len(places_shown(found)) == 8
    first = text(found.find(".//section[@class='around']"))
    assert "Kleinstadt" in first
    assert "gleiches Bundesland (Sachsen)" in first
    assert any(address.startswith("/massnahmen/") for address in links(found))


@pytest.mark.parametrize("address", ["/kommunen?einwohner=6000&art=kleinstadt&land=sachsen", STOLLBERG])
def test_neighbours_of_one_project_do_not_repeat_its_measures(page, address):
    for section in ("aehnlich", "naehe"):
        shown = [
            a
            for one in page(address).iterfind(
                f".//section[@aria-labelledby='{section}']/section[@class='around']"
            )
            for a in links(one)
            if "/massnahmen/" in a
        ]
        assert len(shown) == len(set(shown))


@pytest.mark.parametrize("asked", ["Zw%C3%B6nitz", "zw%C3%B6nitz", "14521710", "14521710-zwoenitz"])
def test_a_known_place_leads_to_its_page(visitor, asked):
    answer = visitor.get(f"/kommunen?ort={asked}")
    assert (answer.status_code, answer.location) == (302, "/kommunen/zwoenitz")


def test_of_a_name_that_several_have_one_is_chosen_from_a_list(page):
    found = page("/kommunen?ort=Lichtenau")
    choices = text(found.find(".//section[@class='choices']"))
    assert "Lichtenau (Kreis Paderborn), Nordrhein-Westfalen" in choices
    assert any(address.startswith("/kommunen/05774") for address in links(found))
    assert by_id(found, "ort").get("value") == "Lichtenau"


def test_an_unknown_name_is_told_and_loses_nothing(page):
    found = page("/kommunen?ort=Entenhausen&einwohner=6000")
    assert "Diesen Ort kennt das Register nicht" in text(found)
    assert by_id(found, "ort").get("value") == "Entenhausen"
    assert len(places_shown(found)) == 8


@pytest.mark.parametrize(
    "address", ["?einwohner=viele", "?einwohner=-5", "?einwohner=" + "9" * 500, "?land=x&art=y", "?ort=%00"]
)
def test_nonsense_is_no_error(page, address):
    page(f"/kommunen{address}")


def test_suggestions_tell_namesakes_apart_and_are_light(visitor):
    answer = visitor.get("/kommunen/vorschlaege?q=neust")
    found = answer.json["suggestions"]
    assert len(found) == 8
    assert len({(one["text"], one["kind"]) for one in found}) == 8
    assert len({one["text"] for one in found}) == 8
    assert len(answer.data) < 2_000
    assert visitor.get("/kommunen/vorschlaege?q=").json["suggestions"] == []


def test_a_municipality_shows_its_project_measures_and_sources(page):
    place = page("/kommunen/zwoenitz")
    assert "/projekte/zwoenitz" in links(place)
    assert "/massnahmen/zwoenitz-erzmobil" in links(place)
    assert "Zensus 2022" in text(place.find(".//main"))


def test_a_municipality_that_took_something_over_says_so(page):
    assert "/loesungen/smart-village-app" in links(page("/kommunen/angermuende"))


def test_a_place_without_an_entry_says_so_and_shows_what_is_around(page):
    place = page(STOLLBERG)
    told = text(place)
    assert "Von hier kennt der Katalog keine Maßnahme" in told
    assert places_shown(place, "naehe")[0] == "Zwönitz"
    assert "9 km" in told
    assert "/kommunen/14521-erzgebirgskreis" in links(place)
    assert (
        1
        <= len([a for a in links(place.find(".//section[@aria-labelledby='naehe']")) if "massnahmen" in a])
        <= 10
    )


def test_a_place_knows_its_register(page):
    told = text(page(STOLLBERG).find(".//aside"))
    for fact in ("Kleinstadt", "11.321 (2022)", "Sachsen", "14521590", "Chemnitz, 17 km"):
        assert fact in told


def test_the_size_of_a_place_is_told_in_the_language_of_the_page(page):
    assert "Kleinstadt (5.000 bis unter 20.000 Einwohner)" in text(page(STOLLBERG).find(".//aside"))
    assert "Small town (5,000 to under 20,000 inhabitants)" in text(page(f"/en{STOLLBERG}").find(".//aside"))


def test_the_map_shows_the_place_and_leads_to_its_neighbours(page):
    drawn = page(STOLLBERG).find(f".//{SVG}svg[@class='map']")
    assert (
        drawn.find(f".//{SVG}g[@class='map__point map__point--here']").get("aria-label")
        == "Stollberg/Erzgeb."
    )
    neighbour = next(a for a in drawn.iterfind(f".//{SVG}a") if a.get("href") == "/kommunen/zwoenitz")
    assert neighbour.get("aria-label") == "Zwönitz: 9 km, 12 Maßnahmen"


def test_a_district_lists_its_municipalities_and_those_where_something_runs(page):
    found = page("/kommunen/14521-erzgebirgskreis")
    assert "/kommunen/14521590-stollberg-erzgeb" in links(found)
    assert "/kommunen/zwoenitz" in links(found.find(".//section[@aria-labelledby='kreis']"))


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("14521710", "zwoenitz"),
        ("14521710-zwoenitz", "zwoenitz"),
        ("14521590", "14521590-stollberg-erzgeb"),
        ("14521590-stolberg", "14521590-stollberg-erzgeb"),
        ("14521", "14521-erzgebirgskreis"),
    ],
)
def test_every_address_with_the_key_leads_to_the_page(visitor, asked, page):
    for root in ("", "/en"):
        answer = visitor.get(f"{root}/kommunen/{asked}")
        assert (answer.status_code, answer.location) == (301, f"{root}/kommunen/{page}")


def test_an_area_that_the_register_lacks_keeps_its_page(page):
    found = page("/kommunen/kielregion")
    assert found.find(f".//{SVG}svg[@class='map']") is None
    assert "KielRegion" in text(found.find(".//h1"))


def test_a_place_that_is_not_put_exactly_says_so(page, real_edition):
    db = connect(real_edition.database)
    row = db.execute("SELECT page FROM places WHERE is_approximate AND municipality IS NULL").fetchone()
    assert "gerechnet ist von der Mitte des Kreises" in text(page(f"/kommunen/{row['page']}"))
    unknown = db.execute("SELECT page FROM places WHERE latitude IS NULL").fetchone()
    assert "Wo der Ort liegt, ist im Register nicht bekannt" in text(page(f"/kommunen/{unknown['page']}"))


def test_a_distance_to_a_place_that_is_not_put_exactly_is_told_in_tens(page, real_edition):
    db = connect(real_edition.database)
    row = db.execute(
        """SELECT p.name, d.page AS district FROM places p JOIN places d ON d.id = p.district
            WHERE p.is_approximate AND p.municipality IS NOT NULL"""
    ).fetchone()
    around = {
        text(one.find("h3/a")): text(one.find("h3"))
        for one in page(f"/kommunen/{row['district']}").iterfind(".//section[@class='around']")
    }
    assert re.search(r"etwa \d*0 km", around[row["name"]])
    assert all("etwa" not in told for name, told in around.items() if name in ("Hof", "Plauen"))
    unplaced = db.execute("SELECT page FROM places WHERE is_approximate AND municipality IS NULL").fetchone()
    distances = re.findall(
        r"(\w+) [\d.]+ km",
        text(page(f"/kommunen/{unplaced['page']}").find(".//section[@aria-labelledby='naehe']")),
    )
    assert set(distances) == {"etwa"}


def test_a_measure_with_a_place_of_its_own_runs_only_there(real_edition):
    db = connect(real_edition.database)
    assert "bad-belzig-smart-village-campus" in measures_in(db, "wiesenburg-mark")
    assert "bad-belzig-smart-village-campus" not in measures_in(db, "bad-belzig")


def test_every_entry_and_a_sample_of_the_register_have_a_valid_page_with_a_title_of_its_own(
    page, real_edition
):
    db = connect(real_edition.database)
    entries = [place.id for place in municipalities(db)[::10]]
    others = [row["page"] for row in db.execute("SELECT page FROM places WHERE rowid % 500 = 0")]
    titles = {text(page(f"/kommunen/{one}").find(".//title")) for one in {*entries, *others}}
    assert len(titles) == len({*entries, *others})


@pytest.mark.parametrize("unknown", ["gibt-es-nicht", "99999999-nirgends", "1452", "14521590x"])
def test_an_unknown_place_is_not_found(page, unknown):
    page(f"/kommunen/{unknown}", status=404)


def test_what_is_wrong_or_missing_of_a_place_can_be_told(page):
    assert "/mitmachen#berichtigen" in links(page("/kommunen/zwoenitz"))
    assert "/mitmachen" in links(page(STOLLBERG).find(".//main"))


def test_every_transfer_leads_to_the_form_that_corrects_it(page, visitor):
    addresses = [a for a in links(page("/transfers")) if a.startswith("/mitmachen/aendern/reuse/")]
    assert len(addresses) == len({*addresses}) > 100
    assert visitor.get(addresses[0]).status_code == 200


def test_a_postcode_leads_to_its_place_or_to_a_choice_of_several(page, visitor):
    answer = visitor.get("/kommunen?ort=06386")
    assert (answer.status_code, answer.location) == (302, "/kommunen/15082256-osternienburger-land")
    choices = text(page("/kommunen?ort=09366").find(".//section[@class='choices']"))
    assert "Stollberg/Erzgeb." in choices
    assert "Niederdorf" in choices
    assert "/kommunen/zwoenitz" in visitor.get("/kommunen?ort=08297+Zw%C3%B6nitz").location
    assert "Diesen Ort kennt das Register nicht" in text(page("/kommunen?ort=00000"))


def test_a_number_that_is_a_postcode_and_the_key_of_a_district_is_asked_back(page):
    offered = links(page("/kommunen?ort=09376").find(".//section[@class='choices']"))
    assert "/kommunen/09376-schwandorf" in offered
    assert any(address.startswith("/kommunen/14") for address in offered)


def test_a_postcode_is_suggested_from_its_first_digits(visitor):
    found = visitor.get("/kommunen/vorschlaege?q=0638").get_json()["suggestions"]
    assert "Osternienburger Land" in [one["text"] for one in found]


def test_the_page_of_a_place_tells_its_postcodes_and_where_they_are_from(page):
    shown = text(page(STOLLBERG))
    assert re.search(r"Postleitzahl ?09366", shown)
    assert "Lage und Postleitzahlen: GeoNames" in shown
    assert re.search(r"Postleitzahlen ?10115 bis 14199 \(\d{3}\)", text(page("/kommunen/berlin")))
