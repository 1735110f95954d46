"""A place is found by keyboard at any width, without scripts too, and a search takes it along."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("visit", [{"width": 360}, {"width": 1280}], indirect=True, ids=["360", "1280"])
def test_a_place_is_chosen_with_the_arrow_keys(visit):
    page = visit.open("/kommunen")
    box = page.get_by_role("combobox", name="Ihr Ort oder Kreis")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("stollb")
    expect(page.get_by_role("option").first).to_contain_text("Stollberg/Erzgeb.")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", re.compile("ort-vorschlaege-0"))
    box.press("Enter")
    expect(page).to_have_url(re.compile("/kommunen/14521590-stollberg-erzgeb$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Stollberg/Erzgeb.")


@pytest.mark.parametrize("visit", [{"javascript": False}], indirect=True)
def test_without_scripts_a_page_of_choices_leads_to_the_place(visit):
    page = visit.open("/kommunen")
    page.get_by_label("Ihr Ort oder Kreis").fill("Lichtenau")
    page.get_by_role("button", name="Ort zeigen").click()
    page.get_by_role("link", name="Lichtenau (Kreis Paderborn)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lichtenau (Kreis Paderborn)")


def test_a_search_takes_the_place_along_and_narrows_to_what_is_near(visit):
    page = visit.open("/suche?q=Sensor")
    asked: list[str] = []
    page.on("request", lambda request: "/suche?" in request.url and asked.append(request.url))
    box = page.get_by_role("combobox", name="Ihr Ort oder Kreis")
    box.press_sequentially("stollberg")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator(".hit-place").first).to_contain_text("km entfernt")
    expect(page.locator("#treffer")).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert len(asked) == 1
    page.get_by_role("link", name="Umkreis 25 km").press("Enter")
    expect(page.locator(".hit-place").first).to_contain_text("Zwönitz")
    expect(page).to_have_url(re.compile("ort=14521590&nahe=25"))
    assert visit.complaints == []


def test_a_point_of_a_map_is_reached_by_the_tab_key_and_leads_on(visit):
    page = visit.open("/kommunen/14521590-stollberg-erzgeb")
    point = page.locator("a.map__point").first
    name = point.get_attribute("aria-label")
    point.focus()
    expect(point).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name.partition(":")[0])
