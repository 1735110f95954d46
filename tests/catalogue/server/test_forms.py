"""A form that a browser sends to the running server arrives whole; what is too much is refused, and nobody waits for it."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator

import httpx
import pytest

from catalogue.edition import build
from catalogue.server.body import MOST_DROPPED_BYTES
from catalogue.web.entry_form import LARGEST_BYTES
from tests.catalogue.server.test_serving import free_port, get, start
from tests.catalogue.web.filling_in import filled, written
from tests.small_content import write_small_content

NEW = "/mitmachen/neu/measure"
RIGHT = {
    "project": "musterstadt",
    "title": "Rufbus: der zweite",
    "subtitle": "Bus auf Bestellung",
    "fields": "mobilitaet",
    "kinds": "app",
    "status": "betrieb",
    "status_date": "2026-05",
    "body": "## Ausgangslage\r\n\r\nAbends fuhr kein Bus mehr.\r\n\r\n## Lösung\r\n\r\nEin Kleinbus kommt auf Bestellung.",
    "recorded": "2026-11-23",
    "sources-0-url": "https://www.example.org/rufbus",
    "sources-0-title": "Platz #1: der Rufbus",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server over a small edition."""
    folder, port = tmp_path_factory.mktemp("forms"), free_port()
    build(write_small_content(folder / "content"), folder / "build")
    process = start("--output", str(folder / "build"), "--port", str(port), said=subprocess.DEVNULL)
    get(port, "/hilfe")
    yield port
    process.terminate()
    process.wait(timeout=20)


def post(port: int, path: str, **what: object) -> httpx.Response:
    """The answer to a form that was sent."""
    return httpx.post(f"http://127.0.0.1:{port}{path}", timeout=60, **what)  # type: ignore[arg-type]


@pytest.mark.parametrize("root", ["", "/en"])
def test_what_was_typed_comes_back_as_a_file(port: int, root: str) -> None:
    answer = post(port, root + NEW, data=filled(get(port, root + NEW)[1]) | RIGHT | {"tun": "pruefen"})
    assert answer.status_code == 200
    assert "title: 'Rufbus: der zweite'" in written(answer.text)
    file = post(port, root + NEW, data=RIGHT | {"tun": "datei"})
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert file.text == written(answer.text)


@pytest.mark.parametrize("how", ["in pieces", "as parts"])
def test_however_a_program_sends_it_it_is_read(port: int, how: str) -> None:
    if how == "as parts":
        answer = post(port, NEW, data=RIGHT, files={"datei": b"x"})
    else:
        whole = httpx.Request("POST", "http://x", data=RIGHT).content
        typed = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = post(port, NEW, content=iter([whole[:50], whole[50:]]), headers=typed)
    assert filled(answer.text)["title"] == [RIGHT["title"]]


@pytest.mark.parametrize("length", [LARGEST_BYTES + 1, MOST_DROPPED_BYTES - 1])
@pytest.mark.parametrize("in_pieces", [False, True])
def test_what_is_too_long_is_refused_and_never_cut(port: int, length: int, in_pieces: bool) -> None:
    body = b"title=" + b"x" * (length - 6)
    pieces = (body[at : at + 50_000] for at in range(0, length, 50_000))
    typed = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = post(port, NEW, content=pieces if in_pieces else body, headers=typed)
    assert (answer.status_code, "kürzen" in answer.text) == (413, True)


@pytest.mark.parametrize(
    "kind",
    ["application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "x", ""],
)
def test_what_is_no_form_is_read_as_an_empty_one_or_refused(port: int, kind: str) -> None:
    assert post(port, NEW, content=b'{"title": "\xff"}', headers={"Content-Type": kind}).status_code in (
        200,
        400,
    )


def test_forms_that_never_end_hold_up_nobody(port: int) -> None:
    head = f"POST {NEW} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\n"
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(30)]
    for one in slow:
        one.sendall(head.encode() + b"title=")
    begun = time.monotonic()
    assert get(port, "/suche?q=bus")[0] == 200
    assert post(port, NEW, data=RIGHT).status_code == 200
    assert time.monotonic() - begun < 5
    for one in slow:
        one.close()


def test_a_page_without_a_form_waits_for_none(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(b"POST /suche HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n")
        assert connection.recv(12) == b"HTTP/1.1 405"
