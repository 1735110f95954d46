"""Requests that no browser sends are refused as what they are: no fault of the server, and no traceback in its log."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator

import pytest

from catalogue.edition import build
from tests.catalogue.server.test_serving import PATIENCE_SECONDS, free_port, get, start
from tests.small_content import write_small_content

PATHS = ("/", "/daten/catalogue/measures", "/api/v1/measures", "/static/x")
METHODS = ("FOO", "TRACE", "CONNECT", "POST", "PUT", "DELETE", "OPTIONS")


@pytest.fixture(scope="module")
def port(tmp_path_factory) -> Iterator[int]:
    """The port of a server, whose log must tell of no fault in the end."""
    folder, port = tmp_path_factory.mktemp("odd"), free_port()
    build(write_small_content(folder / "content"), folder / "build")
    process = start("--output", str(folder / "build"), "--port", str(port))
    assert get(port, "/")[0] == 200
    yield port
    process.send_signal(subprocess.signal.SIGINT)
    assert "Traceback" not in process.communicate(timeout=60)[0]


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
