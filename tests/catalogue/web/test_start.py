"""The start page says what this is and leads into the catalogue."""

from __future__ import annotations

import pytest

from catalogue.edition import Edition
from tests.catalogue.web.reading_pages import links, text


def test_it_has_a_search_box_that_leads_to_the_search(page):
    form = page("/").find(".//form[@role='search']")
    assert form.get("action") == "/suche"
    assert form.find(".//input[@name='q']") is not None


def test_every_field_of_action_is_a_link_with_its_number_of_measures(page):
    start = page("/")
    fields = [address for address in links(start) if address.startswith("/suche?feld=")]
    assert len(fields) == 14


def test_it_names_the_numbers_of_the_edition(page, real_edition: Edition):
    counts = real_edition.manifest["counts"]
    assert f"{counts['measure']} Maßnahmen aus {counts['project']} Modellprojekten" in text(page("/"))


@pytest.mark.parametrize("root", ["", "/en"])
def test_every_example_finds_something(page, root):
    examples = [address for address in links(page(f"{root}/")) if address.startswith(f"{root}/suche?q=")]
    assert examples
    for address in examples:
        assert page(address).find(".//ol[@class='hits']/li") is not None, address


def test_a_browser_that_asks_for_english_is_led_to_the_english_page(visitor):
    response = visitor.get("/", headers={"Accept-Language": "en-GB,en;q=0.9,de;q=0.5"})
    assert response.status_code == 302
    assert response.headers["Location"] == "/en/"
    assert "Accept-Language" in response.headers["Vary"]


def test_who_chose_german_stays_with_german(visitor):
    assert visitor.get("/?sprache=de", headers={"Accept-Language": "en"}).status_code == 200
