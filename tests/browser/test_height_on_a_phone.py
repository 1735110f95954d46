"""Pages on a phone: long lists and what is beside the point are folded away, so that no page goes on for ever."""

from __future__ import annotations

import pytest

SCREEN = 800
"""Height of a phone's screen in CSS pixels, beside a width of 360."""
MOST_SCREENS = 8

PAGES = (
    "/",
    "/suche",
    "/suche?q=rufbus",
    "/suche?q=beteiligung",
    "/massnahmen/zwoenitz-erzmobil",
    "/massnahmen/cottbus-cloudio",
    "/loesungen/consul-democracy",
    "/loesungen/dipas",
    "/projekte",
    "/projekte/bamberg",
    "/projekte/zwoenitz",
    "/kommunen/zwoenitz",
    "/kommunen/14521590-stollberg-erzgeb",
    "/themen/mobilitaet",
    "/programm",
    "/roadmap",
    "/api/",
    "/merkliste?id=zwoenitz-erzmobil&id=cottbus-cloudio&id=dipas",
    "/merkliste?id=zwoenitz-erzmobil&id=cottbus-cloudio&id=dipas&id=smart-village-app&id=consul-democracy",
    "/loesungen/vergleich?id=dipas&id=consul-democracy&id=smart-village-app&id=erzmobil",
    "/loesungen/smart-village-app",
    "/bedarf/rufbus",
    "/bedarf/beteiligung",
    "/transfers",
    "/ueberblick",
    "/daten/schema",
    "/roadmap/selbsttest?p1-problemraum-loesungsraum=ja",
    "/mitmachen",
    "/mitmachen/format",
    "/mitmachen/neu/measure",
    "/mitmachen/neu/solution",
    "/mitmachen/neu/reuse",
)
PHONE = {"width": 360}


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["360"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_ends_after_eight_screens(visit, address):
    page = visit.open(address)
    height = page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollHeight)")
    assert height <= MOST_SCREENS * SCREEN


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["360"])
def test_what_is_folded_away_unfolds(visit):
    page = visit.open("/massnahmen/zwoenitz-erzmobil")
    further = page.locator(".entry__facts dl")
    assert not further.is_visible()
    page.locator(".entry__facts summary").click()
    assert further.is_visible()


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["360"])
def test_a_note_leads_to_a_source_that_is_folded_away(visit):
    page = visit.open("/massnahmen/zwoenitz-erzmobil")
    note = page.locator("article > header a[href^='#quelle-']").first
    source = page.locator(note.get_attribute("href"))
    assert not source.is_visible()
    note.click()
    assert source.is_visible()


def test_where_there_is_room_nothing_is_folded_away(visit):
    page = visit.open("/massnahmen/zwoenitz-erzmobil")
    assert page.locator(".entry__facts dl").is_visible()
    assert page.locator("#aehnlich ~ details .result").first.is_visible()
    assert page.locator(".phone-fold > summary:visible").count() == 0
