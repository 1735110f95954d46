"""Asking the site of an output folder within the process."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx

from catalogue.server.site import CurrentSite

SITE = "http://catalogue.example"


class Asking:
    """Answers of one site, which stays open between questions."""

    def __init__(self, output: Path) -> None:
        self._site = CurrentSite(output)
        self._loop = asyncio.new_event_loop()

    def __call__(self, path: str, **headers: str) -> httpx.Response:
        """The answer to one request, redirects and errors as they are."""
        return self._loop.run_until_complete(self._ask(path, headers))

    async def _ask(self, path: str, headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self._site)
        async with httpx.AsyncClient(transport=transport, base_url=SITE, timeout=60) as client:
            return await client.get(path, headers=headers)
