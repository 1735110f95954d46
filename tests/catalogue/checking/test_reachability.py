"""Pages are asked politely whether they are still there; a server on this machine stands for the web."""

from __future__ import annotations

import math
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from catalogue.checking import reachability
from catalogue.checking.reachability import LinkChecker, PageAnswer, ask_all, pause_asked_for

PAGES = {
    "/da": (200, ""),
    "/weg": (404, ""),
    "/geloescht": (410, ""),
    "/umgezogen": (301, "/da"),
    "/zweimal": (308, "/umgezogen"),
    "/heute-dort": (302, "/da"),
    "/heute-dort-dann-fort": (302, "/umgezogen"),
    "/kreis": (301, "/kreis"),
    "/ins-weg": (301, "/weg"),
    "/kein-head": (200, ""),
    "/gesperrt": (403, ""),
    "/kaputt": (500, ""),
    "/verboten/seite": (200, ""),
    "/anders": (302, "mailto:a@example.org"),
}


class Web(ThreadingHTTPServer):
    """A server that notes what it was asked, and when."""

    robots = (200, "User-agent: *\nDisallow: /verboten/\n")
    busy: str | None = None
    """What `Retry-After` says while all is too much; an empty text says nothing."""
    busy_status = 429
    busy_times = 1000

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.asked: list[tuple[float, str, str]] = []

    @property
    def site(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Page(BaseHTTPRequestHandler):
    """Answers from the list."""

    server: Web

    def answer(self) -> None:
        """Note and answer."""
        self.server.asked.append((time.monotonic(), self.command, self.path))
        status, target = PAGES.get(self.path, (404, ""))
        body = b""
        if self.path == "/robots.txt":
            status, text = self.server.robots
            body, target = text.encode(), ""
        if self.path == "/kein-head" and self.command == "HEAD":
            status = 405
        if self.server.busy is not None and self.path != "/robots.txt" and self.server.busy_times:
            self.server.busy_times -= 1
            status, target = self.server.busy_status, ""
        self.send_response(status)
        if status == self.server.busy_status and self.server.busy:
            self.send_header("Retry-After", self.server.busy)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_GET = do_HEAD = answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web() -> Iterator[Web]:
    """A running server."""
    server = Web()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def checker() -> LinkChecker:
    """May ask this machine, and need not wait."""
    return LinkChecker(private=True, pause=0)


@pytest.mark.parametrize(
    ("path", "outcome", "status", "target"),
    [
        ("/da", "ok", 200, ""),
        ("/weg", "dead", 404, ""),
        ("/geloescht", "dead", 410, ""),
        ("/umgezogen", "moved", 200, "/da"),
        ("/zweimal", "moved", 200, "/da"),
        ("/heute-dort", "ok", 200, ""),
        ("/heute-dort-dann-fort", "ok", 200, ""),
        ("/ins-weg", "dead", 404, ""),
        ("/kreis", "unreachable", 301, ""),
        ("/kein-head", "ok", 200, ""),
        ("/gesperrt", "refused", 403, ""),
        ("/kaputt", "unreachable", 500, ""),
        ("/anders", "unreachable", None, ""),
        ("/verboten/seite", "robots", None, ""),
    ],
)
def test_what_became_of_a_page(web, checker, path, outcome, status, target):
    answer = checker.ask(web.site + path)
    assert (answer.outcome, answer.status) == (outcome, status)
    assert answer.target == (web.site + target if target else "")


def test_head_is_asked_first_and_get_only_where_that_does_not_do(web, checker):
    checker.ask(f"{web.site}/da")
    checker.ask(f"{web.site}/kein-head")
    assert [(method, path) for _, method, path in web.asked] == [
        ("GET", "/robots.txt"),
        ("HEAD", "/da"),
        ("HEAD", "/kein-head"),
        ("GET", "/kein-head"),
    ]


@pytest.mark.parametrize(("robots", "outcome"), [((404, ""), "ok"), ((500, ""), "robots")])
def test_rules_that_are_not_there_allow_all_and_rules_that_cannot_be_read_nothing(
    web, checker, robots, outcome
):
    web.robots = robots
    assert checker.ask(f"{web.site}/da").outcome == outcome


def test_a_host_is_asked_at_most_once_in_a_pause(web):
    pause = 0.15
    checker = LinkChecker(private=True, pause=pause)
    answers: dict[str, PageAnswer] = {}
    ask_all([f"{web.site}/da", f"{web.site}/umgezogen"], checker.ask, answers.__setitem__)
    times = [at for at, _, _ in web.asked]
    assert len(times) == 4
    assert times[-1] - times[0] > 3 * pause * 0.8
    assert {answer.outcome for answer in answers.values()} == {"ok", "moved"}


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.1.2.3", "169.254.169.254", "[::ffff:127.0.0.1]"],
)
def test_a_host_that_is_not_public_is_never_asked(web, host):
    address = f"http://{host}:{web.server_address[1]}/da"
    assert LinkChecker(pause=0).ask(address).outcome == "private"
    assert web.asked == []


def test_what_is_no_host_is_told(checker):
    answer = checker.ask("http://gibt-es-nicht.invalid/")
    assert answer.outcome == "unreachable"
    assert answer.told


def test_an_interruption_ends_the_asking(web):
    asked = []

    def ask(address: str) -> PageAnswer:
        asked.append(address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask_all([f"{web.site}/da", f"{web.site}/weg"], ask, lambda *_: None)
    assert len(asked) == 1


def test_a_host_that_asks_for_a_short_pause_is_asked_again_after_it(web, checker):
    web.busy, web.busy_times = "1", 1
    started = time.monotonic()
    assert checker.ask(f"{web.site}/da").outcome == "ok"
    assert time.monotonic() - started > 0.9
    assert [path for _, _, path in web.asked] == ["/robots.txt", "/da", "/da"]


@pytest.mark.parametrize("pause", ["", "3600", "Mon, 30 Nov 2099 12:00:00 GMT", "morgen"])
def test_a_host_that_asks_for_a_long_pause_is_asked_nothing_more(web, checker, pause):
    web.busy = pause
    answers: dict[str, PageAnswer] = {}
    ask_all([f"{web.site}/da", f"{web.site}/weg", f"{web.site}/umgezogen"], checker.ask, answers.__setitem__)
    assert {(answer.outcome, answer.status) for answer in answers.values()} == {("paused", 429)}
    assert [path for _, _, path in web.asked] == ["/robots.txt", "/da"]


def test_a_host_that_is_down_for_a_while_is_left_alone_too(web, checker):
    web.busy, web.busy_status = "3600", 503
    assert checker.ask(f"{web.site}/da").outcome == "paused"
    web.busy = ""
    assert LinkChecker(private=True, pause=0).ask(f"{web.site}/da").outcome == "unreachable"


@pytest.mark.parametrize(
    ("status", "told", "seconds"),
    [
        (429, "120", 120),
        (429, "Mon, 30 Nov 2026 12:01:00 GMT", 60),
        (429, "Mon, 30 Nov 2020 12:00:00 GMT", 0),
        (429, "", math.inf),
        (503, "7", 7),
        (503, "", None),
        (200, "7", None),
    ],
)
def test_how_long_a_host_wants_to_be_left_alone(status, told, seconds):
    response = httpx.Response(status, headers={"Retry-After": told} if told else {})
    assert pause_asked_for(response, datetime(2026, 11, 30, 12, tzinfo=UTC)) == seconds


def test_a_page_without_the_encryption_that_its_address_promises_is_told(web, checker):
    answer = checker.ask(web.site.replace("http:", "https:") + "/da")
    assert answer.outcome == "unreachable"
    assert "verschlüsselte Verbindung" in answer.told


@contextmanager
def raw_server(serve: Callable[[socket.socket], None]) -> Iterator[str]:
    """The address of a server that does with a connection what no HTTP server does."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    with connection, suppress(OSError):
                        serve(connection)

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/da"


def test_a_body_without_end_is_not_read(checker):
    def endless(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        while True:
            connection.sendall(b"#" * 65_536)

    with raw_server(endless) as address:
        started = time.monotonic()
        assert checker.ask(address).outcome == "ok"
        assert time.monotonic() - started < 5


def test_a_host_that_says_nothing_or_trickles_is_given_up(monkeypatch):
    monkeypatch.setattr(reachability, "TIMEOUT_SECONDS", 0.3)

    def silent(connection: socket.socket) -> None:
        connection.recv(4096)
        time.sleep(1)

    def trickling(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(20):
            connection.sendall(b"#")
            time.sleep(0.1)

    for serve in (silent, trickling):
        with raw_server(serve) as address:
            answer = LinkChecker(private=True, pause=0).ask(address)
            assert (answer.outcome, "antwortet nicht" in answer.told) == ("unreachable", True)


def test_what_is_no_http_is_told(checker):
    with raw_server(lambda connection: connection.sendall(b"220 smtp ready\r\n")) as address:
        answer = checker.ask(address)
    assert answer.outcome == "unreachable"
    assert answer.told
