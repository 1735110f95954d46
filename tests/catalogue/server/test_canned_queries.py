"""Datasette offers every canned query with its title and its parameters, and answers it on the real edition."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx

from catalogue.edition.canned_queries import CANNED_QUERIES
from catalogue.server.site import CurrentSite


async def ask(output: Path, addresses: list[str]) -> list[httpx.Response]:
    site = CurrentSite(output)
    transport = httpx.ASGITransport(app=site)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://catalogue.example", timeout=60
    ) as client:
        answers = [await client.get(address) for address in addresses]
    await site.close()
    return answers


def test_every_query_answers_as_a_page_with_a_field_for_each_parameter(real_output):
    addresses = [f"/daten/catalogue/{query.name}" for query in CANNED_QUERIES]
    for query, answer in zip(CANNED_QUERIES, asyncio.run(ask(real_output, addresses)), strict=True):
        assert answer.status_code == 200, query.name
        assert query.title.de in answer.text.replace("&amp;", "&")
        assert "</table>" in answer.text
        for parameter in query.parameters:
            assert f'name="{parameter.name}"' in answer.text


def test_a_parameter_of_the_address_narrows_the_rows(real_output):
    address = "/daten/catalogue/massnahmen-je-feld-und-land.json?_shape=array"
    everything, narrowed = asyncio.run(ask(real_output, [address, f"{address}&land=Bayern"]))
    assert 0 < len(narrowed.json()) < len(everything.json())
    assert {row["federal_state"] for row in narrowed.json()} == {"Bayern"}
