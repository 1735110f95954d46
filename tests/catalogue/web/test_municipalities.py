"""Places like ours: what runs in the places most like one's own, and why they are shown."""

from __future__ import annotations

import pytest

from catalogue.queries.connection import connect
from catalogue.queries.municipalities import measures_in, municipalities
from tests.catalogue.web.reading_pages import links, text


def places_shown(page):
    return [text(heading) for heading in page.iterfind(".//section[@class='alike']/h3")]


def test_nothing_is_compared_before_a_place_is_described(page):
    assert places_shown(page("/kommunen")) == []


def test_a_described_place_gets_measures_with_reasons(page):
    found = page("/kommunen?einwohner=12.000&art=kleinstadt&land=sachsen")
    assert len(places_shown(found)) == 8
    first = text(found.find(".//section[@class='alike']"))
    assert "Kleinstadt" in first
    assert "gleiches Bundesland (Sachsen)" in first
    assert any(address.startswith("/massnahmen/") for address in links(found))


def test_neighbours_of_one_project_do_not_repeat_its_measures(page):
    found = page("/kommunen?einwohner=6000&art=kleinstadt&land=sachsen")
    shown = [
        a
        for section in found.iterfind(".//section[@class='alike']")
        for a in links(section)
        if "/massnahmen/" in a
    ]
    assert len(shown) == len(set(shown))


def test_a_known_place_is_picked_by_its_name_and_not_shown_to_itself(page):
    found = page("/kommunen?ort=Zw%C3%B6nitz")
    assert "Zwönitz" not in places_shown(found)
    assert len(places_shown(found)) == 8


def test_an_unknown_name_is_told_and_loses_nothing(page):
    found = page("/kommunen?ort=Entenhausen&einwohner=6000")
    assert "Diesen Ort kennt der Katalog nicht" in text(found)
    assert found.find(".//input[@id='ort']").get("value") == "Entenhausen"
    assert len(places_shown(found)) == 8


@pytest.mark.parametrize(
    "address", ["?einwohner=viele", "?einwohner=-5", "?einwohner=" + "9" * 500, "?land=x&art=y", "?ort=%00"]
)
def test_nonsense_is_no_error(page, address):
    page(f"/kommunen{address}")


def test_a_municipality_shows_its_project_measures_and_sources(page):
    place = page("/kommunen/zwoenitz")
    assert "/projekte/zwoenitz" in links(place)
    assert "/massnahmen/zwoenitz-erzmobil" in links(place)
    assert "Quellen" in text(place)


def test_a_municipality_that_took_something_over_says_so(page):
    assert "/loesungen/smart-village-app" in links(page("/kommunen/angermuende"))


def test_a_measure_with_a_place_of_its_own_runs_only_there(real_edition):
    db = connect(real_edition.database)
    assert "bad-belzig-smart-village-campus" in measures_in(db, "wiesenburg-mark")
    assert "bad-belzig-smart-village-campus" not in measures_in(db, "bad-belzig")


def test_every_municipality_has_a_valid_page(page, real_edition):
    db = connect(real_edition.database)
    for place in municipalities(db)[::5]:
        page(f"/kommunen/{place.id}")


def test_an_unknown_municipality_is_not_found(page):
    page("/kommunen/gibt-es-nicht", status=404)
