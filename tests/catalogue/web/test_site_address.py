"""The site may lie below a path of its host: all its links and whole addresses stay below that path."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest
from flask.testing import FlaskClient

from catalogue.web import WrongSetting, create_app
from tests.pages import IN_BOTH_LANGUAGES

SITE = "https://example.org/katalog"
LINK = re.compile(r'(?:href|src|action|data-root|data-suggestions)="(/[^"]*)"')


@pytest.fixture(scope="module", params=[SITE, f"{SITE}/"])
def visitor(real_edition, request) -> FlaskClient:
    """Asks for pages of a site at a path of its host, as a proxy that takes the path off passes it on."""
    return create_app(real_edition, {"TESTING": True, "SITE_ADDRESS": request.param}).test_client()


@pytest.mark.parametrize("path", IN_BOTH_LANGUAGES)
def test_links_of_every_page_stay_below_the_path(visitor, path):
    links = LINK.findall(visitor.get(path).text)
    assert links
    assert [link for link in links if not link.startswith("/katalog/") and link != "/katalog"] == []


def test_links_lead_somewhere_whether_the_proxy_takes_the_path_off_or_not(visitor):
    links = {unescape(link).partition("#")[0] for link in LINK.findall(visitor.get("/").text)}
    for link in sorted(links):
        if not link.startswith("/katalog/daten"):
            assert visitor.get(link).status_code == 200, link
            assert visitor.get(link.removeprefix("/katalog") or "/").data == visitor.get(link).data


def test_the_root_of_the_site_needs_no_slash(visitor):
    assert visitor.get("/katalog").status_code == 200
    assert visitor.get("/katalog/en").status_code == 200
    assert visitor.get("/katalogue").status_code == 404


def test_english_readers_are_led_below_the_path(visitor):
    answer = visitor.get("/", headers={"Accept-Language": "en"})
    assert answer.headers["Location"] == "/katalog/en/"


@pytest.mark.parametrize("root", ["", "/en"])
def test_whole_addresses_keep_the_path(visitor, root):
    addresses = [
        *(
            element.text
            for element in ET.fromstring(visitor.get(f"{root}/sitemap.xml").data).iter()
            if element.text
        ),
        *(e.get("href", SITE) for e in ET.fromstring(visitor.get(f"{root}/sitemap.xml").data).iter()),
        *(e.get("href", SITE) for e in ET.fromstring(visitor.get(f"{root}/neues.atom").data).iter()),
        *(e.get("template", SITE) for e in ET.fromstring(visitor.get(f"{root}/opensearch.xml").data).iter()),
        *re.findall("Sitemap: (.*)", visitor.get(f"{root}/robots.txt").text),
        visitor.get(f"{root}/suche.json?q=bus").json["page"],
        *(hit["address"] for hit in visitor.get(f"{root}/suche.json?q=bus").json["hits"]),
    ]
    wholes = [address for address in addresses if "://" in address]
    assert len(wholes) > 1000
    assert [address for address in wholes if not address.startswith(SITE)] == []
    assert [address for address in wholes if "/katalog/katalog" in address or "/en/en" in address] == []
    assert f"{SITE}/en/loesungen" in wholes


def test_what_machines_read_of_a_measure_names_its_whole_address(visitor):
    page = visitor.get("/massnahmen/zwoenitz-erzmobil").text
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[0])
    assert f"{SITE}/massnahmen/zwoenitz-erzmobil" in json.dumps(data)


@pytest.mark.parametrize(
    "wrong", ["example.org", "/katalog", "ftp://example.org", "https://", "https://[::1", "https://a b/"]
)
def test_an_address_that_cannot_be_meant_is_refused(real_edition, wrong):
    with pytest.raises(WrongSetting):
        create_app(real_edition, {"SITE_ADDRESS": wrong})
