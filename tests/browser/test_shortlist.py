"""The shortlist in a browser: with scripts it is kept and counted, without them it lives in its address."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

MEASURE = "/massnahmen/zwoenitz-erzmobil"
THREE = "/merkliste?id=zwoenitz-erzmobil&id=cottbus-cloudio&id=bad-belzig-app&q=bus"


def toggle(page, place="main"):
    return page.locator(f"{place} button[data-shortlist-toggle]").first


def link(page):
    return page.locator("[data-shortlist-link]")


def test_a_measure_is_kept_by_keyboard_and_counted_and_announced(visit):
    page = visit.open(MEASURE)
    button = toggle(page, ".entry-actions")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Von der Merkliste nehmen: ERZmobil")
    expect(button).to_be_focused()
    expect(link(page)).to_have_text("Merkliste (1)")
    expect(page.locator("#merkliste-stand")).to_have_text("Merkliste (1)")


def test_what_is_kept_is_compared_and_can_be_removed(visit):
    page = visit.open(MEASURE)
    toggle(page, ".entry-actions").click()
    page = visit.open("/suche?q=Rufbus&feld=mobilitaet")
    hit = page.locator(".hits button[data-shortlist-toggle]:has-text('Auf die Merkliste')").first
    hit.click()
    expect(link(page)).to_have_text("Merkliste (2)")
    page = visit.open("/merkliste")
    page.wait_for_url(re.compile("id=zwoenitz-erzmobil&id="))
    expect(page.locator(".comparison").first.locator("thead th")).to_have_count(3)
    page.locator("thead [data-shortlist-remove='zwoenitz-erzmobil']").click()
    expect(page.locator(".comparison").first.locator("thead th")).to_have_count(2)
    expect(link(page)).to_have_text("Merkliste (1)")


def test_pressing_again_takes_a_measure_off(visit):
    page = visit.open(MEASURE)
    toggle(page, ".entry-actions").click()
    toggle(page, ".entry-actions").click()
    expect(link(page)).to_have_text("Merkliste")
    expect(toggle(page, ".entry-actions")).to_have_text("Auf die Merkliste: ERZmobil")


def test_broken_storage_is_an_empty_list(visit):
    page = visit.open(MEASURE)
    page.evaluate("localStorage.setItem('merkliste', '{\"x\":')")
    page.reload()
    expect(link(page)).to_have_text("Merkliste")
    assert visit.complaints == []


@pytest.mark.parametrize("visit", [{"javascript": False}], indirect=True)
def test_without_scripts_a_link_leads_to_the_list_and_a_search_adds_to_it(visit):
    page = visit.open(MEASURE)
    page.locator(".entry-actions a[href='/merkliste?id=zwoenitz-erzmobil']").click()
    page.locator("main #q").fill("Rufbus")
    page.locator("main #q").press("Enter")
    page.locator("[data-shortlist-add]").first.click()
    expect(page.locator(".comparison").first.locator("thead th")).to_have_count(3)


@pytest.mark.parametrize("visit", [{"javascript": False}], indirect=True)
def test_without_scripts_the_page_of_an_entry_found_for_the_list_adds_to_it(visit):
    page = visit.open("/merkliste?id=zwoenitz-erzmobil&id=dipas&q=Hochwasser")
    page.locator(".to-add li p a").first.click()
    page.locator(".entry-actions a", has_text="Auf die Merkliste").click()
    expect(page.locator(".comparison").first.locator("thead th")).to_have_count(1 + 3)


@pytest.mark.parametrize(
    "visit",
    [{"width": width, "colour": colour} for width in (360, 1280) for colour in ("light", "dark")],
    indirect=True,
    ids=lambda s: f"{s['width']}-{s['colour']}",
)
@pytest.mark.parametrize("address", ["/merkliste", THREE, f"/en{THREE}&id=gibt-es-nicht"])
def test_axe_finds_nothing_and_nothing_hangs_over(visit, address):
    page = visit.open(address)
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert visit.complaints == []
    assert visit.foreign == []


def press_until_focused(page, found, key="Tab", most=120):
    """Go from element to element until the wished one has the focus."""
    for _ in range(most):
        page.keyboard.press(key)
        if found.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("never reached by keyboard")


def test_comparing_and_taking_along_needs_no_mouse(visit):
    page = visit.open(THREE)
    remove = page.locator("thead [data-shortlist-remove]").first
    press_until_focused(page, remove)
    page.keyboard.press("Enter")
    expect(page.locator(".comparison").first.locator("thead th")).to_have_count(3)
    paper = page.locator("main a[href*='merkliste.pdf']").first
    press_until_focused(page, paper)
    assert visit.page.request.get(visit.site + paper.get_attribute("href")).status == 200


@pytest.mark.parametrize("visit", [{"javascript": False}], indirect=True)
def test_without_scripts_searches_and_pages_of_entries_fill_one_list(visit):
    page = visit.open("/suche?q=Rufbus&typ=measure")
    keep = page.locator(".hits a.without-script", has_text="Auf die Merkliste")
    keep.first.click()
    page.locator("main #q").fill("Hochwasser")
    page.locator("main #q").press("Enter")
    page.get_by_role("link", name="Mit Filtern weitersuchen").click()
    page.locator("#suche #q").fill("Smart Village App")
    page.locator("#suche #q").press("Enter")
    page.locator(".hits h3 a[href^='/loesungen/']").first.click()
    page.locator(".entry-actions a", has_text="Auf die Merkliste").click()
    expect(page.locator(".comparison").first.locator("thead th")).to_have_count(1 + 2)
