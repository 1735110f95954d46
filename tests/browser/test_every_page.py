"""Every type of page, in a real browser: accessible, quiet, and fitting the narrowest screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from tests.pages import IN_BOTH_LANGUAGES, PAGES

AXE = AXE_FILE_PATH.read_text(encoding="utf-8")
SCREENS = {"": [(360, "light"), (1280, "dark")], "/en": [(1280, "light"), (360, "dark")]}
"""Width and colour scheme: both languages have the same markup, so that together they stand on all four."""

TOO_WIDE = """() => {
    const edge = document.documentElement.getBoundingClientRect().right;
    return document.documentElement.scrollWidth > Math.ceil(edge);
}"""
"""Whether a page must be scrolled sideways. The kit keeps a gutter for the scroll bar, so clientWidth is no measure."""

SPACED = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""


@pytest.mark.parametrize("address", IN_BOTH_LANGUAGES)
def test_axe_finds_nothing_and_the_page_is_quiet(visit, address):
    """All screens of a language in one visit, since loading anew takes long."""
    page = visit.open(address)
    page.evaluate(AXE)
    found = set()
    for width, colour in SCREENS["/en" if address.startswith("/en") else ""]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colour)
        for violation in page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]:
            found.add(f"{violation['id']} ({width}, {colour}): {violation['nodes'][0]['html'][:200]}")
    assert found == set()
    assert [text for text in visit.complaints if "404" not in text] == []
    assert visit.foreign == []


@pytest.mark.parametrize("address", PAGES)
def test_a_zoom_of_400_percent_and_wider_text_spacing_need_no_scrolling_sideways(visit, address):
    """WCAG 2.1, 1.4.10 and 1.4.12; a window 1280 wide has 320 pixels left when its text is four times as large."""
    page = visit.open(address)
    page.set_viewport_size({"width": 320, "height": 256})
    assert not page.evaluate(TOO_WIDE)
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
        SPACED,
    )
    assert not page.evaluate(TOO_WIDE)
