"""Whoever starts at `/daten/` and follows what Datasette offers gets somewhere: links, forms, headers, `next_url`."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import httpx
import pytest

from catalogue.edition import build
from catalogue.server.datasette_app import SETTINGS
from catalogue.server.site import CurrentSite
from catalogue.web.navigation import all_places
from tests.catalogue.server.asking import datasette_here
from tests.small_content import write_small_content

SITE = "http://catalogue.example"

MOST_OF_A_SHAPE = 4
"""Addresses that differ only in their values are alike; so many of them are followed."""

MOST_PAGES = 700

FRAME = {place.path for place in all_places() if not place.path.startswith("/daten")}


class Links(HTMLParser):
    """The addresses that a page offers, and what its forms send if one only presses the button."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self._form: str | None = None
        self._fields: list[tuple[str, str]] = []
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag in ("a", "link") and "href" in known:
            self.addresses.append(known["href"])
        elif tag in ("script", "img") and "src" in known:
            self.addresses.append(known["src"])
        elif tag == "form" and known.get("method", "get").lower() == "get":
            self._form, self._fields = known.get("action", ""), []
        elif tag in ("input", "textarea") and known.get("name") and self._form is not None:
            self._fields.append((known["name"], known.get("value", "")))
        elif tag == "select":
            self._select = known.get("name")
        elif tag == "option" and self._select and "selected" in known and self._form is not None:
            self._fields.append((self._select, known.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._form is not None:
            self.addresses.append(f"{self._form}?{urlencode(self._fields)}")
            self._form = None


class Dead(NamedTuple):
    """An address that leads nowhere, and where it stood."""

    address: str
    status: int
    offered_by: str


def offered(page: httpx.Response) -> Iterator[str]:
    """Every address that an answer offers, in its text and in its headers."""
    kind = page.headers.get("content-type", "")
    yield from re.findall(r"<([^>]+)>", page.headers.get("link", ""))
    if "html" in kind:
        links = Links()
        links.feed(page.text)
        yield from links.addresses
    elif "json" in kind:
        yield from addresses_in(json.loads(page.text))


def addresses_in(value: Any) -> Iterator[str]:
    """The values of keys that name addresses, as in `next_url` and `toggle_url`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key.endswith("_url") and isinstance(inner, str) and key not in ("license_url", "about_url"):
                yield inner
            else:
                yield from addresses_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses_in(inner)


def shape(address: str) -> tuple[str, ...]:
    """What is alike in addresses that differ only in their values."""
    parts = urlsplit(address)
    path = parts.path.split("/")
    table = "/".join(path[:4]) if len(path) <= 4 or not path[4] else "/".join([*path[:3], "a-row"])
    return (table, *sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}))


async def crawl(output: Path) -> tuple[int, list[Dead]]:
    """Follow everything from `/daten/` on: how many addresses were followed, and which failed."""
    transport = httpx.ASGITransport(app=CurrentSite(output))
    seen, shapes, dead = {"/daten/"}, Counter[tuple[str, ...]](), list[Dead]()
    waiting = deque([("/daten/", "a visitor")])
    async with httpx.AsyncClient(transport=transport, base_url=SITE, timeout=60) as client:
        while waiting:
            address, offered_by = waiting.popleft()
            page = await client.get(address)
            if page.status_code >= 400:
                dead.append(Dead(address, page.status_code, offered_by))
                continue
            if not address.startswith("/daten"):
                continue  # it is there; what it offers is for other tests
            for link in (page.headers["location"],) if page.is_redirect else offered(page):
                target = urljoin(SITE + address, link.split("#")[0])
                if not target.startswith(SITE):
                    continue
                target = target.removeprefix(SITE)
                if target in FRAME:
                    continue  # header and footer, whose pages are not all in a small content
                alike = shape(target)
                if target in seen or shapes[alike] >= MOST_OF_A_SHAPE or len(shapes) > MOST_PAGES:
                    continue
                seen.add(target)
                shapes[alike] += 1
                waiting.append((target, address))
    return len(seen), dead


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[Dead]]:
    folder = tmp_path_factory.mktemp("crawled")
    build(write_small_content(folder / "content"), folder / "build")
    with datasette_here() as patch:
        patch.setitem(SETTINGS, "default_page_size", 1)  # even of little content most tables have a next page
        return asyncio.run(crawl(folder / "build"))


def test_the_address_without_its_last_slash_leads_there(tmp_path: Path) -> None:
    build(write_small_content(tmp_path / "content"), tmp_path / "build")

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=CurrentSite(tmp_path / "build"))
        async with httpx.AsyncClient(transport=transport, base_url=SITE) as client:
            return await client.get("/daten?sql=select+1")

    answer = asyncio.run(ask())
    assert answer.status_code == 301
    assert answer.headers["location"] == "/daten/?sql=select+1"


def test_nothing_that_datasette_offers_leads_nowhere(crawled: tuple[int, list[Dead]]) -> None:
    followed, dead = crawled
    assert followed > 100
    assert dead == []
