"""Requests that no browser sends are refused as what they are: no fault of the server, and no word in its log."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from catalogue.edition import build
from catalogue.web.headers import HEADERS
from tests.catalogue.server.test_serving import PATIENCE_SECONDS, free_port, get, start
from tests.small_content import write_small_content

PATHS = ("/", "/daten/catalogue/measures", "/api/v1/measures", "/static/x")
METHODS = ("FOO", "TRACE", "CONNECT", "POST", "PUT", "DELETE", "OPTIONS")


@pytest.fixture(scope="module")
def port(tmp_path_factory) -> Iterator[int]:
    """The port of a server, whose log must tell of nothing in the end, however much came in."""
    folder, port = tmp_path_factory.mktemp("odd"), free_port()
    build(write_small_content(folder / "content"), folder / "build")
    process = start("--output", str(folder / "build"), "--port", str(port))
    assert get(port, "/")[0] == 200
    yield port
    process.send_signal(subprocess.signal.SIGINT)
    assert process.communicate(timeout=60)[0].count("\n") == 1  # where the catalogue is


def status(port: int, *lines: str) -> int:
    """The status that answers a request."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as connection:
        connection.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        return int(connection.makefile("rb").readline().split()[1])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", PATHS)
def test_methods_other_than_reading_are_refused(port, method, path):
    told = status(port, f"{method} {path} HTTP/1.1", "Host: x")
    assert 200 <= told < 500 if method == "OPTIONS" else 400 <= told < 500


@pytest.mark.parametrize("host", ["[::1", "[", "x:y", "x:99999999", "a b", "ä", ":", ""])
@pytest.mark.parametrize(
    "path", ["/", "/suche?q=bus", "/daten/catalogue/measures", "/sitemap.xml", "/static/x"]
)
def test_a_host_that_is_none_is_no_fault_of_the_server(port, host, path):
    assert status(port, f"GET {path} HTTP/1.1", f"Host: {host}") < 500


FORM = b"POST /mitmachen/neu/measure HTTP/1.1\r\nHost: x\r\n"
LAST = b"Connection: close\r\n\r\n"

NO_REQUESTS = {
    "another protocol": b"\x16\x03\x01\r\n\r\n",
    "an old form": b"GET /\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "letters beyond ASCII": "GET /süche HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
    "a negative length": FORM + b"Content-Length: -5\r\n\r\n",
    "a broken piece": FORM + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a header without end": b"GET / HTTP/1.1\r\nX: " + b"a" * 200_000,
}
REQUESTS = {
    "a long path": (b"GET /" + b"a" * 50_000 + b" HTTP/1.1\r\nHost: x\r\n" + LAST, 404),
    "a long query": (b"GET /suche?q=" + b"a" * 50_000 + b" HTTP/1.1\r\nHost: x\r\n" + LAST, 414),
    "a length that nobody waits for": (FORM + b"Content-Length: 99999999999\r\n\r\n", 413),
    "a length and pieces": (
        FORM + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + LAST + b"0\r\n\r\n",
        200,
    ),
    "a whole address": (b"GET http://evil.example/hilfe HTTP/1.1\r\nHost: x\r\n" + LAST, 404),
    "a path of two slashes": (b"GET //evil.example/suche/ HTTP/1.1\r\nHost: x\r\n" + LAST, 404),
    "a header in the path": (b"GET /massnahmen/%0d%0aSet-Cookie:a HTTP/1.1\r\nHost: x\r\n" + LAST, 404),
    "a null byte": (b"GET /%00 HTTP/1.1\r\nHost: x\r\n" + LAST, 404),
    "no UTF-8": (b"GET /suche?q=%ff%ed%a0%80 HTTP/1.1\r\nHost: x\r\n" + LAST, 200),
    "up the folders": (b"GET /static/..%2fmanifest.json HTTP/1.1\r\nHost: x\r\n" + LAST, 404),
    "up the folders with dots": (
        b"GET /daten/downloads/../../manifest.json HTTP/1.1\r\nHost: x\r\n" + LAST,
        404,
    ),
    "another protocol asked for": (
        b"GET /hilfe HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, close\r\n\r\n",
        200,
    ),
    "wrong conditions": (
        b'GET /hilfe HTTP/1.1\r\nHost: x\r\nIf-None-Match: "\xff", W/"\r\nIf-Modified-Since: 99 Foo\r\n'
        + LAST,
        200,
    ),
    "a wrong range": (
        b"GET /favicon.ico HTTP/1.1\r\nHost: x\r\nRange: bytes=9-1,-,99999999999999999999-\r\n" + LAST,
        416,
    ),
    "wrong languages": (b"GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: \xff;q=nan, en;q=-1\r\n" + LAST, 200),
    "wrong cookies": (
        b"GET / HTTP/1.1\r\nHost: x\r\nCookie: \xff=\xfe; a\r\nAuthorization: \xff\r\n" + LAST,
        200,
    ),
}


def answer(port: int, request: bytes) -> tuple[int, dict[str, str]]:
    """Status and headers of what is answered to these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as connection:
        connection.sendall(request)
        read = connection.makefile("rb")
        status = int(read.readline().split()[1])
        lines = iter(read.readline, b"\r\n")
        return status, {
            name.strip(): value.strip() for name, _, value in (line.decode().partition(":") for line in lines)
        }


@pytest.mark.parametrize("request_", NO_REQUESTS.values(), ids=NO_REQUESTS)
def test_what_is_no_request_is_refused_with_the_headers_of_a_page(port, request_):
    status, headers = answer(port, request_)
    assert status == 400
    told = {name.lower(): value for name, value in headers.items()}
    assert {name: told.get(name.lower()) for name in HEADERS} == HEADERS
    assert told["cache-control"] == "no-store"


@pytest.mark.parametrize(("request_", "expected"), REQUESTS.values(), ids=REQUESTS)
def test_an_odd_request_has_an_answer_with_the_headers_of_a_page(port, request_, expected):
    status, headers = answer(port, request_)
    assert status == expected
    told = {name.lower(): value for name, value in headers.items()}
    assert {name: told.get(name.lower()) for name in HEADERS} == HEADERS
    assert "set-cookie" not in told


def test_nonsense_after_an_answer_ends_the_connection_quietly(port):
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as connection:
        connection.sendall(b"POST /suche HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        assert b" 405 " in connection.recv(100)
        connection.sendall(b"zz\r\n")
        while connection.recv(65536):
            pass


FAILING = """
from catalogue.server import site

async def fail(*_): raise ValueError("der Pfad /geheim")

site.Site.__call__ = fail
from catalogue.cli import main
main()
"""


def test_a_fault_beside_all_pages_has_the_headers_of_a_page_and_tells_nothing_of_itself(output, tmp_path):
    port, log = free_port(), tmp_path / "log"
    command = [sys.executable, "-c", FAILING, "serve", "--output", str(output), "--port", str(port)]
    with log.open("w") as said, subprocess.Popen(command, stdout=said, stderr=said) as process:
        try:
            status, text = get(port, "/")
            assert (status, "geheim" in text) == (500, False)
            assert "Fehler auf" in text
            status, headers = answer(port, b"GET / HTTP/1.1\r\nHost: x\r\n" + LAST)
            told = {name.lower(): value for name, value in headers.items()}
            assert status == 500
            assert {name: told.get(name.lower()) for name in HEADERS} == HEADERS
            assert told["cache-control"] == "no-store"
        finally:
            process.kill()
    assert "/geheim" in log.read_text("utf-8")
