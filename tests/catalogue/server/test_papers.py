"""Papers are made one at a time, kept, and hold up no page."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import httpx
import pytest

from catalogue.server import papers, turns
from catalogue.server.kept_answers import OVERHEAD_BYTES
from catalogue.server.site import CurrentSite
from catalogue.web import downloads

PAPER = "/massnahmen/musterstadt-rufbus/steckbrief.pdf"


class Making:
    """The making of papers, as long as the test wants it to take."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, size: int = 10) -> None:
        self.may_end = threading.Event()
        self.number = self.at_once = self.most_at_once = 0
        self._size = size
        monkeypatch.setattr(downloads.papers, "make", self.make)

    def make(self, _form: str, _paper: object) -> bytes:
        self.number += 1
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        self.may_end.wait(timeout=60)
        self.at_once -= 1
        return b"x" * self._size


def visit(output: Path, ask) -> list[httpx.Response]:
    async def asked() -> list[httpx.Response]:
        site = CurrentSite(output)
        transport = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=transport, base_url="http://catalogue.example") as client:
            answers = await ask(client)
        await site.close()
        return answers

    return asyncio.run(asked())


def test_while_many_papers_are_made_pages_are_answered(output, monkeypatch):
    making = Making(monkeypatch)

    async def ask(client: httpx.AsyncClient) -> list[httpx.Response]:
        wanted = [asyncio.create_task(client.get(f"{PAPER}?n={number}")) for number in range(20)]
        pages = [await client.get("/"), await client.get("/suche?q=bus")]
        assert not any(task.done() for task in wanted)
        making.may_end.set()
        return [*pages, *await asyncio.gather(*wanted)]

    assert {answer.status_code for answer in visit(output, ask)} == {200}
    assert making.most_at_once == 1


def test_who_would_wait_too_long_is_asked_to_come_again(output, monkeypatch):
    making = Making(monkeypatch)
    monkeypatch.setattr(papers, "Turns", lambda *_: turns.Turns(1, 1, 60))

    async def ask(client: httpx.AsyncClient) -> list[httpx.Response]:
        wanted = [asyncio.create_task(client.get(f"{PAPER}?n={number}")) for number in range(3)]
        done, _ = await asyncio.wait(wanted, return_when=asyncio.FIRST_COMPLETED)
        making.may_end.set()
        await asyncio.gather(*wanted)
        return [task.result() for task in done]

    (answer,) = visit(output, ask)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")


def test_a_paper_is_made_once_and_the_oldest_is_let_go(output, monkeypatch):
    making = Making(monkeypatch, size=400)
    making.may_end.set()
    monkeypatch.setattr(papers, "KEPT_BYTES", 2 * (400 + OVERHEAD_BYTES))

    async def ask(client: httpx.AsyncClient) -> list[httpx.Response]:
        return [await client.get(f"{PAPER}?n={number}") for number in (1, 1, 2, 1, 3, 1, 2)]

    answers = visit(output, ask)
    assert {answer.content for answer in answers} == {b"x" * 400}
    assert {answer.headers["etag"] for answer in answers[:2]} == {answers[3].headers["etag"]}
    assert making.number == 4  # 1, 2, 3, and 2 again


def test_a_paper_that_a_visitor_has_is_not_sent_again(output, monkeypatch):
    Making(monkeypatch).may_end.set()

    async def ask(client: httpx.AsyncClient) -> list[httpx.Response]:
        first = await client.get(PAPER)
        return [first, await client.get(PAPER, headers={"If-None-Match": first.headers["etag"]})]

    assert [answer.status_code for answer in visit(output, ask)] == [200, 304]
