"""The header opens by keyboard, with and without scripts, and covers the page instead of moving it."""

from __future__ import annotations

import pytest

GROUP = ".main-nav__group"
WIDTHS = [{"width": width, "javascript": script} for width in (360, 1280) for script in (True, False)]


def name(wishes) -> str:
    return f"{wishes['width']}, {'with' if wishes['javascript'] else 'without'} scripts"


@pytest.mark.parametrize("visit", WIDTHS, indirect=True, ids=name)
def test_a_group_opens_by_keyboard_and_its_pages_are_the_next_stops(visit):
    page = visit.open("/impressum")
    heading = page.locator("h1").bounding_box()
    page.locator(f"{GROUP} summary").nth(2).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "/wissen"
    assert page.locator("h1").bounding_box() == heading
    panel = page.locator(f"{GROUP}[open] ul").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= page.viewport_size["width"]


@pytest.mark.parametrize("visit", WIDTHS, indirect=True, ids=name)
def test_another_group_closes_the_one_that_is_open(visit):
    page = visit.open("/impressum")
    for number in (0, 3):
        page.locator(f"{GROUP} summary").nth(number).click()
    assert page.locator(f"{GROUP}[open] summary").all_inner_texts() == ["Daten"]


def test_escape_closes_a_group_and_goes_back_to_its_button(visit):
    page = visit.open("/impressum")
    page.locator(f"{GROUP} summary").first.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(f"{GROUP}[open]").count() == 0
    assert page.locator(":focus").inner_text() == "Finden"
