"""Every kind of page, in a real browser: accessible, quiet, and fitting the narrowest screen."""

from __future__ import annotations

from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = (
    "/",
    "/suche?q=Bus+auf+dem+Dorf",
    "/suche?q=app&feld=mobilitaet&land=bayern",
    "/suche?q=xqzvbn",
    "/suche?q=Weserf%C3%A4hre&land=bayern",
    "/massnahmen/zwoenitz-erzmobil",
    "/massnahmen/cottbus-cloudio",
    "/projekte",
    "/projekte/hamburg-leipzig-muenchen",
    "/kommunen?einwohner=6000&art=kleinstadt&land=sachsen",
    "/kommunen/zwoenitz",
    "/themen",
    "/themen/mobilitaet",
    "/ueberblick",
    "/hilfe",
    "/ueber",
    "/barrierefreiheit",
    "/uebersicht",
    "/gibt-es-nicht",
)
SCREENS = [{"width": width, "colour": colour} for width in (360, 1280) for colour in ("light", "dark")]


@pytest.mark.parametrize("visit", SCREENS, indirect=True, ids=lambda s: f"{s['width']}-{s['colour']}")
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(visit, address):
    found = Axe().run(visit.open(address)).response["violations"]
    told = [f"{v['id']}: {v['help']} – {v['nodes'][0]['html'][:200]}" for v in found]
    assert told == []


@pytest.mark.parametrize("address", [f"/en{page}" for page in PAGES[:10:3]])
def test_axe_finds_nothing_in_english(visit, address):
    assert [v["id"] for v in Axe().run(visit.open(address)).response["violations"]] == []


@pytest.mark.parametrize("address", PAGES)
def test_no_page_complains_or_asks_another_host(visit, address):
    visit.open(address)
    not_found = Counter(c for c in visit.complaints if "404" not in c)
    assert not_found == Counter()
    assert visit.foreign == []


@pytest.mark.parametrize("visit", [{"width": 320}], indirect=True)
@pytest.mark.parametrize("address", PAGES)
def test_the_narrowest_screen_needs_no_scrolling_sideways(visit, address):
    page = visit.open(address)
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0


SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
)


@pytest.mark.parametrize("visit", [{"width": 360}], indirect=True)
@pytest.mark.parametrize("address", PAGES[:8:2])
def test_wider_text_spacing_loses_nothing(visit, address):
    """WCAG 2.1, 1.4.12."""
    page = visit.open(address)
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
        SPACED,
    )
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
