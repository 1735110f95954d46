"""Datasette offers every canned query with its title and its parameters, and answers it on the real edition."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import urlencode

import html5lib
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


def test_an_answer_with_names_and_numbers_is_drawn_as_bars_of_the_number_that_is_chosen(real_output):
    addresses = ["/daten/catalogue/techniken", "/daten/catalogue/techniken?_bars=projects"]
    first, second = asyncio.run(ask(real_output, addresses))
    for answer, told, other in ((first, "entries", "projects"), (second, "projects", "entries")):
        page = html5lib.parse(answer.text, namespaceHTMLElements=False)
        assert answer.status_code == 200
        assert [code.text for code in page.findall(".//p[@id='balken-von']/code")] == [told, "technology"]
        bars = page.findall(".//details[@id='balken']//tbody/tr")
        assert len(bars) > 10
        widths = [
            float(
                bar.find("td/{http://www.w3.org/2000/svg}svg/{http://www.w3.org/2000/svg}rect").get("width")
            )
            for bar in bars
        ]
        assert max(widths) == 100
        numbers = [float("".join(bar.find("td[2]").itertext()).replace(".", "")) for bar in bars]
        assert widths == [round(100 * one / max(numbers), 1) for one in numbers]
        links = {link.text: link.get("href") for link in page.findall(".//details[@id='balken']//a")}
        assert f"_bars={other}" in links[other]


def test_an_answer_without_numbers_or_with_one_row_has_no_bars(real_output):
    queries = (
        "select 1 as a, 'x' as b",
        "select id, title from measures",
        "select -1 as a, 'x' as b union select 2, 'y'",
    )
    addresses = [f"/daten/catalogue?{urlencode({'sql': sql})}" for sql in queries]
    for answer in asyncio.run(ask(real_output, addresses)):
        assert answer.status_code == 200
        assert 'id="balken"' not in answer.text


def test_a_parameter_of_the_address_narrows_the_rows(real_output):
    address = "/daten/catalogue/massnahmen-je-feld-und-land.json?_shape=array"
    everything, narrowed = asyncio.run(ask(real_output, [address, f"{address}&land=Bayern"]))
    assert 0 < len(narrowed.json()) < len(everything.json())
    assert {row["federal_state"] for row in narrowed.json()} == {"Bayern"}
