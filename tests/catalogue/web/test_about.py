"""The pages about the catalogue, and what machines look for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from catalogue.web import DEFAULTS, create_app
from tests.catalogue.web.reading_pages import links, text

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGES = ("/hilfe", "/ueber", "/datenschutz", "/barrierefreiheit", "/impressum", "/uebersicht")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("root", ["", "/en"])
def test_every_page_about_the_catalogue_is_valid_and_linked_in_the_foot(page, address, root):
    shown = page(root + address)
    assert text(shown.find(".//h1"))
    assert root + address in links(shown.find(".//footer"))


def test_the_site_map_leads_only_to_pages_that_exist(page, visitor):
    for address in links(page("/uebersicht").find(".//main")):
        if not address.startswith("/daten"):
            assert visitor.get(address).status_code == 200, address


def test_every_pattern_of_the_help_is_understood(page, visitor):
    patterns = [text(code) for code in page("/hilfe").iterfind(".//dt/code")]
    assert len(patterns) == 10
    for pattern in patterns:
        assert visitor.get("/suche", query_string={"q": pattern}).status_code == 200


def test_the_sitemap_names_every_entry_in_both_languages(visitor, real_edition):
    urls = ET.fromstring(visitor.get("/sitemap.xml").data).findall(f"{SITEMAP}url")
    counts = real_edition.manifest["counts"]
    assert len(urls) >= counts["measure"] + counts["project"]
    assert all(len(url.findall("{http://www.w3.org/1999/xhtml}link")) == 2 for url in urls)


@pytest.mark.parametrize("address", ["/neues.atom", "/themen/mobilitaet.atom"])
def test_a_feed_has_entries_with_address_and_time(visitor, address):
    feed = ET.fromstring(visitor.get(address).data)
    entries = feed.findall(f"{ATOM}entry")
    assert 10 < len(entries) <= 50
    for entry in entries[::10]:
        page = entry.find(f"{ATOM}id").text
        assert page.startswith("http://localhost/")
        assert visitor.get(page).status_code == 200
    assert feed.find(f"{ATOM}updated").text.endswith("Z")


def test_a_feed_of_no_field_is_not_found(page):
    page("/themen/nichts.atom", status=404)


def test_the_search_can_be_added_to_a_browser(visitor):
    description = ET.fromstring(visitor.get("/opensearch.xml").data)
    template = description.find("{http://a9.com/-/spec/opensearch/1.1/}Url").get("template")
    assert template == "http://localhost/suche?q={searchTerms}"


def test_robots_are_led_to_the_sitemap(visitor):
    assert "Sitemap: http://localhost/sitemap.xml" in visitor.get("/robots.txt").text


def test_an_operator_names_itself_and_its_contacts(real_edition):
    config = {
        "IMPRINT": "Stadt Beispiel\nMarkt 1",
        "BARRIER_CONTACT": "barriere@example.org",
        "SITE_ADDRESS": "https://k.example",
    }
    operated = create_app(real_edition, config).test_client()
    assert "Stadt Beispiel" in operated.get("/impressum").text
    assert "mailto:barriere@example.org" in operated.get("/barrierefreiheit").text
    assert "https://k.example/massnahmen/" in operated.get("/sitemap.xml").text


def test_settings_come_from_the_environment_and_stand_in_the_readme(real_edition, monkeypatch):
    monkeypatch.setenv("CATALOGUE_SITE_NAME", "Katalog 24")
    assert create_app(real_edition).config["SITE_NAME"] == "Katalog 24"
    readme = Path("README.md").read_text("utf-8")
    inner = ("BABEL_DEFAULT_LOCALE", "HITS_PER_PAGE", "COMPRESS_MIMETYPES")
    assert [name for name in DEFAULTS if name not in inner and f"`CATALOGUE_{name}`" not in readme] == []


def test_every_answer_forbids_foreign_and_inline_code(visitor):
    for address in ("/", "/suche?q=x", "/gibt-es-nicht", "/neues.atom"):
        headers = visitor.get(address).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_has_inline_script_or_style(page):
    for address in ("/", "/suche?q=app", "/massnahmen/zwoenitz-erzmobil", "/projekte", *PAGES):
        shown = page(address)
        assert shown.find(".//style") is None
        assert shown.find(".//*[@style]") is None
        assert all(
            script.get("src")
            for script in shown.iterfind(".//script")
            if script.get("type") != "application/ld+json"
        )
