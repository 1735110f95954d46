"""The start page says what this is and leads into the catalogue."""

from __future__ import annotations

import pytest

from catalogue.edition import Edition
from tests.catalogue.web.reading_pages import links, text


def test_it_has_a_search_box_that_leads_to_the_search(page):
    form = page("/").find(".//form[@role='search']")
    assert form.get("action") == "/suche"
    assert form.find(".//input[@name='q']") is not None


def test_six_needs_in_peoples_words_lead_to_their_pages(page):
    asked = page("/").findall(".//ul[@class='asked']/li/a")
    assert len(asked) == 6
    assert all(text(link).endswith("?") and link.get("href").startswith("/bedarf/") for link in asked)


def test_three_stories_tell_numbers_that_their_measures_tell(page):
    stories = page("/").findall(".//ul[@class='stories']/li")
    assert len(stories) == 3
    for story in stories:
        number, told, _who = map(text, story.findall("p"))
        assert number in told
        assert told in text(page(links(story)[0]))


def test_in_english_the_numbers_of_the_stories_are_written_in_english(page):
    german, english = (page(f"{root}/").findall(".//p[@class='stories__number']") for root in ("", "/en"))
    assert [text(number).replace(",", ".") for number in english] == [text(number) for number in german]
    assert all("." not in text(number) for number in english)


def test_the_map_leads_to_the_model_projects(page):
    drawn = {link.get("href") for link in page("/").iterfind(".//{*}svg//{*}a")}
    assert len({address for address in drawn if address.startswith("/projekte/")}) > 60


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
