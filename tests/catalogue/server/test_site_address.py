"""The data keep below the path of the site, and believe the operator more than the Host header."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
from collections.abc import Iterator
from html import unescape

import pytest

from catalogue.edition import build
from tests.catalogue.server.test_serving import free_port, get, start
from tests.small_content import write_small_content


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a site whose public address has a path."""
    folder = tmp_path_factory.mktemp("below")
    content, output, port = write_small_content(folder / "content"), folder / "build", free_port()
    build(content, output)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CATALOGUE_SITE_ADDRESS", "https://example.org/katalog")
        process = start(
            "--output", str(output), "--content", str(content), "--port", str(port), said=subprocess.DEVNULL
        )
    yield port
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)


@pytest.mark.parametrize("root", ["", "/katalog"])
def test_pages_and_data_are_there_with_the_path_and_without(port, root):
    for path in ("/", "/en/", "/massnahmen/musterstadt-rufbus", "/daten/", "/daten/catalogue/measures"):
        assert get(port, root + path)[0] == 200
    assert get(port, f"{root}/daten/-/databases")[0] == 404


@pytest.mark.parametrize("root", ["", "/katalog"])
@pytest.mark.parametrize("path", ["/daten/", "/daten/catalogue", "/daten/catalogue/measures?_size=1"])
def test_links_of_the_data_stay_below_the_path(port, root, path):
    links = re.findall(r'(?:href|src|action)="(/[^"]*)"', get(port, root + path)[1])
    assert links
    assert [link for link in links if not link.startswith("/katalog/")] == []


@pytest.mark.parametrize(
    "path",
    [
        "/daten/",
        "/daten/catalogue",
        "/daten/catalogue/measures?_size=1&_facet=status",
        "/daten/catalogue/measures/musterstadt-rufbus",
        "/daten/catalogue?sql=select+id+from+measures",
    ],
)
def test_links_of_the_data_lead_to_pages(port, path):
    """To the next rows, to the rows in another order, to facets, to the same as CSV or JSON."""
    links = dict.fromkeys(re.findall(r'href="(/katalog/daten/[^"#]*)', get(port, path)[1]))
    links.pop("/katalog/daten/catalogue.db", None)  # no text
    assert links
    assert [link for link in links if get(port, unescape(link))[0] != 200] == []


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/daten/catalogue/measures/", "/daten/catalogue/measures"),
        ("/daten/catalogue/x%2Fy", "/daten/catalogue/x~2Fy"),
        ("/daten/catalogue/measures?_sort=id&_sort_by_desc=on", "/daten/catalogue/measures?_sort_desc=id"),
        (
            "/daten/catalogue/measures?_filter_column=id&_filter_op=exact&_filter_value=x",
            "/daten/catalogue/measures?id__exact=x",
        ),
    ],
)
def test_redirects_of_the_data_stay_below_the_path(port, path, target):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    assert connection.getresponse().headers["Location"] == f"/katalog{target}"


def test_whole_addresses_of_the_data_are_public_ones(port):
    answer = json.loads(get(port, "/daten/catalogue/measures.json?_size=1")[1])
    assert answer["next_url"].startswith("https://example.org/katalog/daten/catalogue/measures.json?")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/gibt-es-nicht",
        "/merkliste.pdf",
        "/daten/",
        "/daten/catalogue.json?sql=x",
        "/daten/gibt-es-nicht",
    ],
)
def test_a_site_with_tls_says_on_every_answer_to_come_over_nothing_else(port, plain_port, path):
    def told(asked: int, **headers: str) -> list[str] | None:
        connection = http.client.HTTPConnection("127.0.0.1", asked)
        connection.request("GET", path, headers=headers)
        return connection.getresponse().headers.get_all("Strict-Transport-Security")

    assert told(port) == ["max-age=31536000"]
    assert told(plain_port, **{"X-Forwarded-Proto": "https"}) is None


def test_so_does_the_answer_that_nothing_has_changed(port):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for path in ("/hilfe", "/daten/catalogue"):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.request("GET", path, headers={"If-None-Match": answer.headers["ETag"]})
        again = connection.getresponse()
        again.read()
        assert (again.status, again.headers["Strict-Transport-Security"]) == (304, "max-age=31536000")


def test_an_address_that_cannot_be_meant_is_told(tmp_path, monkeypatch):
    content, output = write_small_content(tmp_path / "content"), tmp_path / "build"
    build(content, output)
    monkeypatch.setenv("CATALOGUE_SITE_ADDRESS", "example.org")
    process = start("--output", str(output), "--port", str(free_port()))
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 1
    assert "Die Einstellung CATALOGUE_SITE_ADDRESS „example.org“ ist keine Adresse." in said
    assert "Traceback" not in said


@pytest.fixture(scope="module")
def plain_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a site whose public address nobody has set."""
    folder = tmp_path_factory.mktemp("plain")
    content, output, port = write_small_content(folder / "content"), folder / "build", free_port()
    build(content, output)
    process = start(
        "--output", str(output), "--content", str(content), "--port", str(port), said=subprocess.DEVNULL
    )
    get(port, "/")  # wait until it answers
    yield port
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)


@pytest.mark.parametrize(
    "path",
    [
        "/sitemap.xml",
        "/neues.atom",
        "/api/search?limit=1",
        "/daten/",
        "/daten/catalogue/measures.json?_size=1",
        "/daten/catalogue/measures?_size=1",
        "/daten/catalogue/measures/",
    ],
)
def test_without_an_address_whole_ones_are_those_of_the_socket_not_of_the_visitor(plain_port, path):
    connection = http.client.HTTPConnection("127.0.0.1", plain_port)
    evil = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    connection.request("GET", path, headers=evil)
    answer = connection.getresponse()
    told = answer.read().decode() + str(answer.headers)
    assert answer.status in (200, 302)
    assert "evil.example" not in told
    assert "https://127.0.0.1" not in told
    if "next_url" in told:
        assert f"http://127.0.0.1:{plain_port}/daten/catalogue/measures.json?" in told
