"""Dashboards and the search over all tables: pages of plugins that stand without scripts and lead to their data."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path

import httpx
import pytest

from catalogue.edition import Edition
from catalogue.edition.full_text import FULL_TEXT
from catalogue.queries.connection import connect
from catalogue.server.dashboards import DASHBOARDS, QUERIES, drawn
from catalogue.server.datasette_app import PLUGINS
from catalogue.server.site import Site
from tests.catalogue.server.asking import datasette_here

ROOT = Path(__file__).parents[3]
CHARTS = [(dashboard, chart) for dashboard in DASHBOARDS for chart in dashboard.charts]
PAGES = [
    "/daten/-/dashboards",
    *(f"/daten/-/dashboards/{dashboard.name}" for dashboard in DASHBOARDS),
    f"/daten/-/dashboards/{CHARTS[0][0].name}/{CHARTS[0][1].name}",
    "/daten/-/search",
    "/daten/-/search?q=Hochwasser",
]


@pytest.fixture(scope="module")
def read(real_edition: Edition) -> dict[str, httpx.Response]:
    """The pages, by address, and those that they lead to."""

    async def ask() -> dict[str, httpx.Response]:
        with datasette_here():  # so that a test can ask which plugins are loaded
            site = Site(real_edition)
        transport = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver", timeout=60) as client:
            found = {path: await client.get(path) for path in PAGES}
            links = {
                unescape(link)
                for page in found.values()
                for link in re.findall(r'href="(/daten/[^"#]*)', page.text)
            }
            found |= {
                link: await client.get(link)
                for link in sorted(links - found.keys())
                if not link.endswith(".db")
            }
        await site.retire()
        return found

    return asyncio.run(ask())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_no_script_and_nothing_from_elsewhere(read, path):
    page = read[path]
    assert page.status_code == 200, page.text[:300]
    assert "unsafe-eval" not in page.headers["content-security-policy"]
    assert "<script" not in page.text.partition("<h1")[2].partition("<footer")[0]
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*\.(?:js|css|png|woff2?)"', page.text) == []


def test_every_link_of_these_pages_leads_somewhere(read):
    assert len(read) > 40
    assert [(path, page.status_code) for path, page in read.items() if page.status_code >= 400] == []


@pytest.mark.parametrize(("dashboard", "chart"), CHARTS, ids=lambda each: each.name)
def test_a_chart_draws_what_its_query_answers_and_leads_to_it(read, real_edition, dashboard, chart):
    query = QUERIES[chart.query]
    with closing(connect(real_edition.database)) as database:
        rows: list[sqlite3.Row] = database.execute(
            query.sql, {parameter.name: parameter.default for parameter in query.parameters}
        ).fetchall()
    drawing = drawn(chart, rows)
    assert len(drawing.bars) > 3
    assert max(bar.length for bar in drawing.bars) == 100
    assert all(bar.part_length <= bar.length for bar in drawing.bars)
    page = unescape(read[f"/daten/-/dashboards/{dashboard.name}"].text)
    assert drawing.title in page
    assert all(bar.label in page and bar.value in page for bar in drawing.bars)
    assert f'href="/daten/catalogue/{query.name}"' in page


def test_charts_have_addresses_of_their_own():
    for dashboard in DASHBOARDS:
        names = [chart.name for chart in dashboard.charts]
        assert len(names) == len(set(names))


def test_the_search_over_all_tables_finds_german_forms_and_leads_to_rows(read):
    page = read["/daten/-/search?q=Hochwasser"].text
    assert "Maßnahmen: " in page
    assert "/daten/catalogue/measures?_search=Hochwasser" in page
    assert re.search(r'href="/daten/catalogue/measures/[a-z0-9-]+"', page)


def test_only_plugins_that_were_chosen_are_loaded(read):
    from datasette.plugins import pm  # after the site has opened it

    loaded = {
        package.project_name for plugin, package in pm.list_plugin_distinfo() if pm.is_registered(plugin)
    }
    assert loaded == set(PLUGINS)
    assert "datasette_vega" not in read["/daten/-/dashboards"].text


def test_each_plugin_is_pinned_and_has_its_reason():
    told = (ROOT / "deploy/datasette/README.md").read_text("utf-8")
    locked = dict(
        re.findall(r"^(datasette[\w-]*)==(\S+)", (ROOT / "requirements.lock").read_text("utf-8"), re.M)
    )
    reasons = dict(re.findall(r"^\| (datasette[\w-]*) \| (\S+) \|", told, re.M))
    assert reasons == {name: locked[name] for name in ("datasette", *PLUGINS)}
    assert [name for name in locked if name not in told] == []


def test_each_table_that_is_searched_has_a_german_name():
    from catalogue.server.datasette_plugin_pages import TITLES

    assert TITLES.keys() == FULL_TEXT.keys()
