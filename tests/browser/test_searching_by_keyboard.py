"""Searching works with the keyboard alone, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


def test_the_first_tab_leads_to_the_content(visit):
    page = visit.open("/suche")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Zum Inhalt springen")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize(
    "visit", [{"javascript": True}, {"javascript": False}], indirect=True, ids=["with script", "without"]
)
def test_search_choose_a_facet_open_a_hit_and_go_back(visit):
    page = visit.open("/")
    page.locator("#q").focus()
    page.keyboard.type("Rufbus")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=Rufbus"))
    facet = page.locator("#feld-mobilitaet")
    facet.focus()
    page.keyboard.press("Space")
    if page.url.count("feld=") == 0:
        page.get_by_role("button", name="Filter anwenden").focus()
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile("feld=mobilitaet"))
    expect(page.locator(".chip")).to_contain_text("Mobilität")
    hit = page.locator(".hits h3 a").first
    name = hit.inner_text()
    hit.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(page).to_have_url(re.compile("feld=mobilitaet"))


def test_a_filter_is_cleared_by_its_chip(visit):
    page = visit.open("/suche?q=app&land=bayern")
    page.locator(".chip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "land=" not in url)


def test_what_has_the_focus_can_be_seen(visit):
    page = visit.open("/suche?q=app")
    for _ in range(12):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), l = getComputedStyle(e.nextElementSibling || e);
                return [s.outlineStyle, s.boxShadow, s.borderColor, l.outlineStyle, l.boxShadow].join(' '); }"""
        )
        assert shown.replace("none", "").strip()


def test_the_number_of_hits_is_a_status(visit):
    page = visit.open("/suche?q=Rufbus")
    expect(page.get_by_role("status").first).to_contain_text("Treffer")
