"""Asking the site of an output folder within the process, and Datasette too where a test changes how it works."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from catalogue.edition import Edition
from catalogue.server import site
from catalogue.server.asgi import Receive, Scope, Send
from catalogue.server.datasette_app import start_datasette
from catalogue.server.site import CurrentSite
from search import read_plain_terms

SITE = "http://catalogue.example"


class Asking:
    """Answers of one site, which stays open between questions."""

    def __init__(self, output: Path) -> None:
        self._site = CurrentSite(output)
        self._loop = asyncio.new_event_loop()

    def __call__(self, path: str, **headers: str) -> httpx.Response:
        """The answer to one request, redirects and errors as they are."""
        return self._loop.run_until_complete(self._ask(path, headers))

    def close(self) -> None:
        """Let the site go."""
        self._loop.run_until_complete(self._site.close())
        self._loop.close()

    async def _ask(self, path: str, headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self._site)
        async with httpx.AsyncClient(transport=transport, base_url=SITE, timeout=60) as client:
            return await client.get(path, headers=headers)


@contextmanager
def asking(output: Path) -> Iterator[Asking]:
    """The site of an output folder, to be asked; it is closed at the end."""
    questions = Asking(output)
    try:
        yield questions
    finally:
        questions.close()


class DatasetteHere:
    """Datasette in this process, where a test can reach it; without the limits that its own process has."""

    is_used = False

    def __init__(self, edition: Edition, root: str, site_name: str) -> None:
        self._terms = read_plain_terms(edition.index)
        self._asked_for = (edition, root, site_name)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self.is_used:
            self._app = (await start_datasette(*self._asked_for, self._terms)).app()
            self.is_used = True
        await self._app(scope, receive, send)

    async def end(self) -> None:
        pass


@contextmanager
def datasette_here() -> Iterator[pytest.MonkeyPatch]:
    """Sites that are opened meanwhile have Datasette in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "DatasetteProcess", DatasetteHere)
        yield patch
