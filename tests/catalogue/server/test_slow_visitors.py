"""Visitors who read slowly, say nothing or half of something, or come in any number, take nothing from the others."""

from __future__ import annotations

import re
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest

from catalogue.edition import build
from catalogue.server import connections
from tests.catalogue.server.test_serving import PATIENCE_SECONDS, free_port, get, started
from tests.small_content import write_small_content

IMPATIENT = (
    "from catalogue.server import connections; connections.HEAD_SECONDS = 1.0; connections.READ_SECONDS = 2.0; "
    "from catalogue.cli import main; main()"
)
"""The command with little patience, so that tests need not have more."""


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("slow")
    build(write_small_content(folder / "content"), folder / "build")
    return folder / "build"


def serve(output, descriptors: int | None = None, said: int = subprocess.DEVNULL) -> int:
    """Start a server; gives its port."""
    port = free_port()
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({descriptors},) * 2); "
    command = [sys.executable, "-c", (limit if descriptors else "") + IMPATIENT, "serve"]
    process = subprocess.Popen(
        [*command, "--output", str(output), "--port", str(port)],
        stdout=said,
        stderr=subprocess.STDOUT,
        text=True,
    )
    started.append(process)
    assert get(port, "/")[0] == 200
    return port


@pytest.fixture(scope="module")
def port(output) -> Iterator[int]:
    port, process = serve(output), started[-1]
    yield port
    process.kill()


def visitor(port: int) -> socket.socket:
    """A connection of somebody who takes in very little."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    connection.settimeout(PATIENCE_SECONDS)
    connection.connect(("127.0.0.1", port))
    return connection


def is_ended(connection: socket.socket) -> bool:
    """Whether the server ends the connection before one's patience does, whatever it still sends."""
    until = time.monotonic() + PATIENCE_SECONDS
    with suppress(ConnectionError):
        while connection.recv(65536):
            assert time.monotonic() < until
    return True


def style_sheet(port: int) -> str:
    found = re.search(r'href="(/static/catalogue[^"]*\.css)"', get(port, "/")[1])
    assert found
    return found[1]


def test_many_who_ask_for_much_and_read_nothing_cost_no_thread(port):
    ask = f"GET {style_sheet(port)} HTTP/1.1\r\nHost: x\r\n\r\n".encode() * 100
    with ExitStack() as open_:
        for _ in range(30):
            open_.enter_context(visitor(port)).sendall(ask)
        assert [get(port, path)[0] for path in ("/", "/suche?q=bus", "/daten/catalogue/measures")] == [
            200
        ] * 3


def test_who_never_reads_is_left_alone_after_a_while(port):
    with visitor(port) as slow:
        slow.sendall(f"GET {style_sheet(port)} HTTP/1.1\r\nHost: x\r\n\r\n".encode() * 200)
        time.sleep(2.5)
        assert is_ended(slow)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"GET /hilfe HTTP/1.1\r\nHost: x\r\n\r\nGET / HT",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n",
        b"POST /mitmachen/neu/measure HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\ntitle=",
    ],
    ids=["nothing", "half a line", "half a head", "half of a second request", "no body", "half a form"],
)
def test_who_says_nothing_or_half_is_not_waited_for(port, said):
    with visitor(port) as silent:
        silent.sendall(said)
        assert is_ended(silent)


def test_bytes_now_and_then_do_not_lengthen_the_time_for_a_request(port):
    with visitor(port) as trickling:
        begun = time.monotonic()
        with suppress(ConnectionError):
            for byte in b"GET / HTTP/1.1\r\nX-Long: " + b"x" * 400:
                trickling.sendall(bytes([byte]))
                time.sleep(0.05)
            pytest.fail("the server took all of it")
        assert time.monotonic() - begun < 20


def test_bodies_that_never_come_hold_up_nobody(port):
    with ExitStack() as open_:
        for _ in range(30):
            open_.enter_context(visitor(port)).sendall(
                b"POST /suche HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n"
            )
        assert get(port, "/suche?q=bus")[0] == 200


def test_with_few_descriptors_others_are_asked_to_come_again_and_the_log_stays_short(output):
    port = serve(output, descriptors=64, said=subprocess.PIPE)
    answers = []
    with ExitStack() as open_:
        idle = [open_.enter_context(visitor(port)) for _ in range(100)]
        for one in idle[::-1]:
            with suppress(ConnectionError):
                one.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                answers.append(one.recv(12))
    assert set(answers) <= {b"HTTP/1.1 200", b"HTTP/1.1 503", b""}
    assert b"HTTP/1.1 503" in answers
    assert get(port, "/")[0] in (200, 503)
    started[-1].terminate()
    assert len(started[-1].communicate(timeout=60)[0]) < 20_000


def test_so_many_connections_may_be_open_as_descriptors_are_left(monkeypatch):
    def limited(number: int) -> int:
        monkeypatch.setattr(connections.resource, "getrlimit", lambda _: (number, number))
        return connections.most_connections()

    assert [limited(number) for number in (40, 64, 1024, 1_000_000)] == [4, 20, 980, 2000]
    assert limited(resource.RLIM_INFINITY) == 2000
