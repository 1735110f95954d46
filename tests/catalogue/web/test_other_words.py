"""An entry shows how people ask for it; on English pages it is named in English, and what stays German says so."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from catalogue.edition import build
from catalogue.web import create_app
from tests.catalogue.web.reading_pages import parsed, text
from tests.small_content import write_small_content

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Read = Callable[[str], Any]


@pytest.fixture(scope="module")
def visitor(tmp_path_factory) -> FlaskClient:
    """Asks for pages of the small content."""
    root = tmp_path_factory.mktemp("site")
    edition = build(write_small_content(root / "content"), root / "build").edition
    return create_app(edition).test_client()


@pytest.fixture(scope="module")
def read(visitor) -> Read:
    def get(address: str) -> Any:
        response = visitor.get(address)
        assert response.status_code == 200, address
        return parsed(response.text)

    return get


PAGES = {
    "/massnahmen/musterstadt-rufbus": "Anrufsammeltaxi",
    "/loesungen/rufbus-baukasten": "Dispositionssoftware",
    "/wissen/studien/nahverkehr-auf-dem-land": "Was kostet ein Bus für Dörfer?",
    "/roadmap/pilot": "Probebetrieb",
    "/ziele/nahverkehr": "mehr Busse",
}


@pytest.mark.parametrize(("address", "phrase"), PAGES.items())
@pytest.mark.parametrize(("root", "heading"), [("", "Auch gesucht als"), ("/en", "Also searched for as")])
def test_a_page_shows_folded_how_people_ask_for_its_entry(read, root, heading, address, phrase):
    [folded] = read(root + address).findall(".//details[@class='kern-accordion asked-as']")
    assert folded.get("open") is None
    assert text(folded.find("summary")) == heading
    phrases = folded.find(".//ul")
    assert phrases.get("lang") == "de"
    assert len(phrases) == 6
    assert phrase in [text(item) for item in phrases]


def test_an_english_page_is_named_in_english_and_keeps_the_german_name(read):
    shown = read("/en/massnahmen/musterstadt-rufbus")
    assert text(shown.find(".//h1")) == "Bus on call"
    assert shown.find(".//h1//*[@lang]") is None
    assert text(shown.find(".//title")).startswith("Bus on call – ")
    assert shown.find(".//meta[@property='og:description']").get("content") == "Minibus on demand"
    [german] = [p for p in shown.iterfind(".//header/p") if text(p).startswith("In German:")]
    assert text(german.find("*[@lang='de']")) == "Rufbus"


def test_a_german_page_is_named_in_german_alone(read):
    shown = read("/massnahmen/musterstadt-rufbus")
    assert text(shown.find(".//h1")) == "Rufbus"
    assert "Bus on call" not in text(shown.find(".//body"))
    assert "Minibus on demand" not in text(shown.find(".//body"))


def test_a_name_without_an_english_one_is_marked_as_german(read):
    shown = read("/en/massnahmen/musterstadt-pegel")
    assert text(shown.find(".//h1/span[@lang='de']")) == "Pegelmessung"
    assert "In German:" not in text(shown.find(".//main"))


@pytest.mark.parametrize(
    "address",
    [
        "/suche?q=Rufbus",
        "/suche?q=Rufbus&ansicht=tabelle",
        "/projekte/musterstadt",
        "/kommunen/musterstadt",
        "/themen/mobilitaet",
        "/neues",
        "/merkliste?id=musterstadt-rufbus",
        "/merkliste?q=Rufbus",
        "/loesungen/rufbus-baukasten",
        "/ziele/nahverkehr",
    ],
)
def test_lists_hits_and_comparisons_name_entries_in_their_language(read, address):
    for root, name in (("", "Rufbus"), ("/en", "Bus on call")):
        links = [
            link
            for link in read(root + address).iterfind(".//main//a[@href]")
            if link.get("href").split("?")[0] == f"{root}/massnahmen/musterstadt-rufbus"
        ]
        assert links
        assert {text(link) for link in links} == {name}


def test_what_matched_is_marked_in_the_english_name(read):
    [hit] = read("/en/suche?q=demand&typ=measure").findall(".//ol[@class='hits']/li")
    assert [text(mark) for mark in hit.findall(".//mark")] == ["demand"]


@pytest.mark.parametrize(("root", "label"), [("", "Gesucht als:"), ("/en", "Searched for as:")])
def test_a_hit_shows_the_phrase_that_it_is_met_by(read, root, label):
    hit = read(f"{root}/suche?q=Oma+zum+Arzt").find(".//ol[@class='hits']/li")
    [snippet] = [p for p in hit.iterfind(".//p") if text(p).startswith(label)]
    assert text(snippet.find("*[@lang='de']")) == "Oma muss zum Arzt"
    assert [text(mark) for mark in snippet.iterfind(".//mark")] == ["Oma", "Arzt"]


def test_the_facts_of_an_english_comparison_are_english(read):
    cells = [text(cell) for cell in read("/en/merkliste?id=musterstadt-rufbus").iterfind(".//td")]
    assert any(cell.endswith("Minibus on demand") for cell in cells)


def test_a_feed_below_en_is_english_and_says_what_is_german(visitor):
    feed = ET.fromstring(visitor.get("/en/themen/klima-umwelt.atom").data)
    [entry] = feed.findall("a:entry", ATOM)
    assert feed.get(LANG) == "en"
    assert (entry.find("a:title", ATOM).text, entry.find("a:title", ATOM).get(LANG)) == ("Pegelmessung", "de")
    summary = entry.find("a:summary", ATOM)
    assert (summary.text, summary.get(LANG)) == ("Sensors in streams", None)
    assert entry.find("a:link", ATOM).get("href").endswith("/en/massnahmen/musterstadt-pegel")


def test_the_german_feed_is_german(visitor):
    feed = ET.fromstring(visitor.get("/themen/mobilitaet.atom").data)
    assert feed.get(LANG) == "de"
    assert [title.text for title in feed.findall("a:entry/a:title", ATOM)] == ["Rufbus"]


def test_hits_as_json_have_the_english_words(visitor):
    [hit] = visitor.get("/suche.json?q=Rufbus&typ=measure").json["hits"][:1]
    assert (hit["title"], hit["title_en"], hit["subtitle_en"]) == (
        "Rufbus",
        "Bus on call",
        "Minibus on demand",
    )
    [hit] = visitor.get("/suche.json?typ=knowledge").json["hits"]
    assert hit["title_en"] == "Local transport in the countryside"


def test_machines_read_both_on_the_page(read):
    data = json.loads(
        read("/massnahmen/musterstadt-rufbus").find(".//script[@type='application/ld+json']").text
    )
    assert data["alternateName"] == {"@value": "Bus on call", "@language": "en"}
    assert "Anrufsammeltaxi" in data["keywords"]
