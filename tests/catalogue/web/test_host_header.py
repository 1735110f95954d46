"""The host that a visitor sends is believed nowhere: a cache would give the next visitor links to a stranger's site."""

from __future__ import annotations

import pytest

from catalogue.model.site_address import own_address
from catalogue.web import create_app
from tests.pages import PAGES

EVIL = {
    "Host": "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "gopher",
    "Forwarded": "host=evil.example",
}
FILES = (
    "/sitemap.xml",
    "/robots.txt",
    "/opensearch.xml",
    "/neues.atom",
    "/themen/mobilitaet.atom",
    "/suche.json?q=bus",
    "/suche.csv?q=bus",
    "/merkliste.json?id=zwoenitz-erzmobil",
    "/vorschlaege?q=bus",
    "/api/search?q=bus",
    "/api/openapi.json",
    "/daten",
    "/api",
)


@pytest.mark.parametrize("path", [*PAGES, *FILES])
@pytest.mark.parametrize("root", ["", "/en"])
def test_no_answer_repeats_it(visitor, root, path):
    answer = visitor.get(root + path, headers=EVIL)
    assert answer.status_code == visitor.get(root + path).status_code
    assert b"evil.example" not in answer.data
    assert "evil.example" not in str(answer.headers)
    assert answer.data == visitor.get(root + path).data


@pytest.mark.parametrize("host", ["[::1", "a b", "", "x" * 5000, "ä", "evil.example:99999"])
def test_one_that_is_no_host_does_no_harm(visitor, host):
    assert visitor.get("/sitemap.xml", headers={"Host": host}).status_code == 200
    assert visitor.get("/api", headers={"Host": host}).headers["Location"] == "/api/"


def test_whole_addresses_are_those_of_the_socket(visitor):
    told = visitor.get("/robots.txt", environ_overrides={"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000"})
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in told.text


def test_or_the_one_that_the_operator_has_set(real_edition):
    visitor = create_app(real_edition, {"SITE_ADDRESS": "https://example.org/katalog"}).test_client()
    assert "Sitemap: https://example.org/katalog/sitemap.xml" in visitor.get("/robots.txt", headers=EVIL).text
    assert visitor.get("/api/search?q=bus").json["next"].startswith("https://example.org/katalog/api/search?")


@pytest.mark.parametrize(
    ("server", "port", "scheme", "host"),
    [
        ("127.0.0.1", 8000, "http", "127.0.0.1:8000"),
        ("::1", 8000, "http", "[::1]:8000"),
        ("example.org", 443, "https", "example.org"),
        ("example.org", 80, "https", "example.org:80"),
        ("/run/katalog.sock", None, "http", "localhost"),
    ],
)
def test_a_socket_is_told_as_addresses_write_it(server, port, scheme, host):
    assert own_address("", server, port, scheme) == (scheme, host)
