"""Datasette has a process of its own, which ends with the site, is started again when it dies, and keeps limits to itself."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlencode

import pytest

from catalogue.edition import open_edition
from catalogue.server import datasette_process
from catalogue.server.datasette_app import start_datasette
from search import read_plain_terms
from tests.catalogue.server.asking import asking
from tests.catalogue.server.test_serving import (
    PATIENCE_SECONDS,
    datasette_of,
    free_port,
    get,
    start,
)

OF_PAGES = {"catalogue.web.parts", "typst", "docx", "lxml"}
"""Modules that pages and papers need, and no data."""

ENDLESS = "with recursive c(n) as (select 1 union all select n + 1 from c) select count(*) from c"
TABLE = "/daten/catalogue/measures.json"


def becomes(is_so: Callable[[], bool]) -> bool:
    """Whether something becomes true while one has patience."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not (so := is_so()) and time.monotonic() < until:
        time.sleep(0.05)
    return so


def runs(pid: int) -> bool:
    """Whether a process is there and no mere remainder."""
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat") as told:
            return told.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def served(output) -> Iterator[tuple[int, int, int]]:
    """A server that has been asked for data: its port, its process and that of Datasette."""
    port = free_port()
    process = start("--output", str(output), "--port", str(port))
    assert get(port, TABLE)[0] == 200
    yield port, process.pid, datasette_of(process.pid)
    process.terminate()
    process.wait(timeout=20)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_it_ends_with_the_site_however_that_ends(served, how):
    _, site, datasette = served
    os.kill(site, how)
    assert becomes(lambda: not runs(datasette))


def test_signals_to_all_processes_of_a_service_leave_it_to_the_site_to_end_it(served):
    port, _, datasette = served
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(datasette, number)
    assert get(port, TABLE)[0] == 200
    assert runs(datasette)


def test_if_it_dies_it_is_started_again_and_the_log_says_so(output):
    port = free_port()
    process = start("--output", str(output), "--port", str(port))
    assert get(port, TABLE)[0] == 200
    before = datasette_of(process.pid)
    os.kill(before, signal.SIGKILL)
    assert get(port, "/")[0] == 200
    assert becomes(lambda: get(port, f"{TABLE}?_size=1")[0] == 200)
    assert datasette_of(process.pid) != before
    process.send_signal(signal.SIGINT)
    assert (
        "Der Prozess für /daten ist unerwartet zu Ende gegangen (Status -9)."
        in process.communicate(timeout=20)[0]
    )


@pytest.mark.parametrize(
    "why", [ChildProcessError("Status 1"), MemoryError(), RuntimeError("can't start new thread")], ids=repr
)
def test_meanwhile_visitors_of_the_data_are_asked_to_come_again(output, monkeypatch, why):
    def fails(*_):
        raise why

    monkeypatch.setattr(datasette_process, "_Running", fails)
    with asking(output) as ask:
        answers = [ask(path) for path in ("/daten/", TABLE)]
        assert ask("/").status_code == 200
    for answer in answers:
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "2"
        assert answer.headers["cache-control"] == "no-store"
        assert "Bitte versuchen Sie es in einigen Sekunden noch einmal." in answer.text


def opened(output):
    """Datasette in this process."""
    edition = open_edition(output)
    return start_datasette(edition, "", "Katalog", read_plain_terms(edition.index))


def test_a_query_stops_when_nobody_waits_for_it_any_more(output):
    async def leave() -> None:
        datasette = await opened(output)
        database = datasette.get_database()
        asked = asyncio.create_task(database.execute_fn(lambda c: c.execute(ENDLESS).fetchall()))
        await asyncio.sleep(0.2)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        await asyncio.to_thread(datasette.executor.shutdown, wait=True)  # for ever, if the query went on

    asyncio.run(asyncio.wait_for(leave(), PATIENCE_SECONDS))


def test_opening_datasette_limits_no_other_process(output):
    asyncio.run(opened(output))
    with closing(sqlite3.connect(":memory:")) as connection:
        assert connection.execute("PRAGMA hard_heap_limit").fetchone() == (0,)


def test_heavy_queries_hold_up_neither_pages_nor_rows(served):
    port, *_ = served
    heavy = f"/daten/catalogue.json?{urlencode({'sql': ENDLESS})}"
    with ThreadPoolExecutor(20) as visitors:
        queries = [visitors.submit(get, port, heavy) for _ in range(20)]
        paths = ("/", "/suche?q=bus", "/massnahmen/musterstadt-rufbus", TABLE)
        statuses = [get(port, path)[0] for path in paths * 5]
        waiting = [query for query in queries if not query.done()]
        assert statuses == [200] * 20
        assert len(waiting) > 5, "the pages had to wait for the queries"
        assert {query.result()[0] for query in queries} <= {400, 503}


def test_it_imports_nothing_that_only_pages_need():
    modules = "datasette_main, datasette_plugins, datasette_plugin_pages, datasette_dress"
    command = f"import sys; from catalogue.server import {modules}; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert OF_PAGES & {*told.stdout.split()} == set()
