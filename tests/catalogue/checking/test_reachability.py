"""Pages are asked politely whether they are still there; a server on this machine stands for the web."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from catalogue.checking.reachability import LinkChecker, PageAnswer, ask_all

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
        self.send_response(status)
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
    assert all(later - earlier > pause * 0.9 for earlier, later in pairwise(times))
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
