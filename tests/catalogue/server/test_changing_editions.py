"""Another edition takes over when it is ready: nobody waits for it who did not notice it."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path

import httpx
import pytest
from flask import Flask

from catalogue.edition import Edition, build, open_edition
from catalogue.server import site
from catalogue.server.site import CurrentSite
from tests.small_content import MEASURE

PAGE = "/massnahmen/musterstadt-rufbus"


@pytest.fixture(autouse=True)
def always_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every request look for another edition."""
    monkeypatch.setattr(site, "LOOK_SECONDS", 0)


def rename(content: Path, output: Path, name: str) -> Path:
    """Build an edition in which a measure is called otherwise."""
    file = content / MEASURE
    lines = [
        f"title: {name}" if line.startswith("title:") else line
        for line in file.read_text("utf-8").split("\n")
    ]
    file.write_text("\n".join(lines), "utf-8")
    return build(content, output).edition.folder


def visitor(current: CurrentSite) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=current), base_url="http://catalogue.example")


def test_only_who_notices_another_edition_waits_for_it(content, output, monkeypatch):
    may_open = threading.Event()
    open_proven = site.open_proven

    def slowly(*arguments):
        may_open.wait(timeout=60)
        return open_proven(*arguments)

    async def visit() -> list[str]:
        current = CurrentSite(output)
        monkeypatch.setattr(site, "open_proven", slowly)
        async with visitor(current) as client:
            rename(content, output, "Nachtbus")
            noticing = asyncio.create_task(client.get(PAGE))
            await asyncio.sleep(0.1)
            meanwhile = [(await client.get(PAGE)).text for _ in range(3)]
            waits = not noticing.done()
            may_open.set()
            return [str(waits), *meanwhile, (await noticing).text, (await client.get(PAGE)).text]

    waits, *texts = asyncio.run(visit())
    assert waits == "True"
    assert ["Nachtbus" in text for text in texts] == [False, False, False, True, True]


def test_after_a_broken_edition_a_good_one_takes_over(content, output):
    async def visit() -> list[str]:
        current = CurrentSite(output)
        async with visitor(current) as client:
            database = rename(content, output, "Nachtbus") / "catalogue.db"
            database.chmod(0o644)
            database.write_bytes(b"broken")
            texts = [(await client.get(PAGE)).text]
            rename(content, output, "Morgenbus")
            return [*texts, (await client.get(PAGE)).text]

    assert ["Morgenbus" in text for text in asyncio.run(visit())] == [False, True]


def test_an_edition_that_was_made_anew_at_its_place_is_opened_anew(content, output):
    async def visit() -> tuple[int, bool]:
        current = CurrentSite(output)
        folder = open_edition(output).folder
        folder.rename(folder.with_name("gone"))
        async with visitor(current) as client:
            build(content, output)
            return (await client.get(PAGE)).status_code, current._site.is_there()

    assert asyncio.run(visit()) == (200, True)


def test_while_editions_follow_each_other_no_request_fails(content, output):
    async def visit() -> list[int]:
        current, done = CurrentSite(output), threading.Event()

        def publish() -> None:
            for number in range(5):
                rename(content, output, f"Bus {number}")
                time.sleep(0.2)
            done.set()

        threading.Thread(target=publish).start()
        async with visitor(current) as client:
            statuses = []
            while not done.is_set():
                paths = (PAGE, "/", "/suche?q=bus", "/daten/catalogue/measures.json")
                statuses += [answer.status_code for answer in await asyncio.gather(*map(client.get, paths))]
            assert "Bus 4" in (await client.get(PAGE)).text
        await current.close()
        return statuses

    assert set(asyncio.run(visit())) == {200}


@pytest.mark.parametrize("trusted_key", ["", "a key"])
def test_what_was_just_built_beside_the_server_takes_over_unasked_and_unproven_unless_a_key_is_trusted(
    content: Path, output: Path, monkeypatch: pytest.MonkeyPatch, trusted_key: str
) -> None:
    proven: list[str] = []
    open_proven = site.open_proven

    def prove_and_note(edition: Edition, _key: str) -> Flask:
        proven.append(edition.id)
        return open_proven(edition)

    async def change() -> list[str]:
        current = CurrentSite(output, trusted_key)
        for name in ("Nachtbus", "Morgenbus"):
            built = rename(content, output, name).name
            current.look_for(built)
            while current.edition.id != built:
                await asyncio.sleep(0.05)
        async with visitor(current) as client:
            return [(await client.get(PAGE)).text, (await client.get("/suche?q=Morgenbus")).text]

    first = open_edition(output).id
    monkeypatch.setattr(site, "open_proven", prove_and_note)
    texts = asyncio.run(change())
    assert all("Morgenbus" in text for text in texts)
    assert (proven == [first]) is not bool(trusted_key)
