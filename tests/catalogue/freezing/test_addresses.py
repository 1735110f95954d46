"""What an address of the site is in a copy: a file, the search, another page, or nothing."""

from __future__ import annotations

import pytest

from catalogue.freezing.addresses import Extent

FILES = {
    "/": "index.html",
    "/en/": "en/index.html",
    "/?sprache=de": "index.html",
    "/massnahmen/x": "massnahmen/x.html",
    "/en/massnahmen/x": "en/massnahmen/x.html",
    "/api/": "api/index.html",
    "/api/openapi.json": "api/openapi.json",
    "/bedarf/rufbus.csv": "bedarf/rufbus.csv",
    "/daten/downloads": "daten/downloads.html",
    "/daten/downloads/smart-city-katalog.csv.zip": "daten/downloads/smart-city-katalog.csv.zip",
    "/daten/schema": "daten/schema.html",
    "/neues?seite=2": "neues--seite-2.html",
    "/en/projekte?land=bayern": "en/projekte--land-bayern.html",
}


@pytest.mark.parametrize(("address", "file"), FILES.items())
def test_a_page_is_a_file_that_opens_without_a_server(address: str, file: str) -> None:
    frozen = Extent().frozen(address)
    assert frozen is not None
    assert (frozen.file, frozen.query) == (file, "")


@pytest.mark.parametrize(
    "address",
    [
        "/merkliste",
        "/merkliste.docx?id=x",
        "/en/merkliste?id=x",
        "/api/search?q=bus",
        "/daten/catalogue/measures",
        "/daten/-/dashboards",
        "/kommunen?ort=ulm",
        "/projekte?land=bayern&sortierung=name",
        "/projekte?land=../../etc",
        "/suche?q=bus&ort=14521590&nahe=50",
        "/suche.csv?q=bus",
        "/opensearch.xml",
    ],
)
def test_what_needs_the_running_site_is_not_in_the_copy(address: str) -> None:
    assert Extent().frozen(address) is None


def test_a_search_is_asked_of_the_search_of_the_copy_without_how_its_hits_are_shown() -> None:
    frozen = Extent().frozen("/en/suche?q=Bus+auf+dem+Dorf&feld=mobilitaet&sortierung=name&ansicht=tabelle")
    assert frozen is not None
    assert (frozen.address, frozen.file) == ("/en/suche", "en/suche.html")
    assert frozen.query == "q=Bus+auf+dem+Dorf&feld=mobilitaet"


@pytest.mark.parametrize("address", ["/daten", "/daten/"])
def test_who_wants_to_query_the_data_can_download_it(address: str) -> None:
    frozen = Extent().frozen(address)
    assert frozen is not None
    assert frozen.file == "daten/downloads.html"


def test_papers_are_there_if_wanted_once_for_both_languages() -> None:
    address = "/en/massnahmen/x/steckbrief.pdf"
    assert Extent().frozen(address) is None
    frozen = Extent(papers=True).frozen(address)
    assert frozen is not None
    assert frozen.file == "massnahmen/x/steckbrief.pdf"


def test_feeds_and_the_site_map_are_there_if_whole_addresses_mean_something() -> None:
    for address in ("/neues.atom", "/sitemap.xml"):
        assert Extent().frozen(address) is None
        assert Extent(whole_addresses=True).frozen(address) is not None
