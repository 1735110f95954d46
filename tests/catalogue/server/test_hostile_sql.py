"""Whoever may send any SQL may send SQL that eats memory or time; the process keeps its measure and goes on answering."""

from __future__ import annotations

import json
import re
import subprocess
import time
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from catalogue.edition import build
from tests.catalogue.server.test_serving import datasette_of, free_port, get, start
from tests.small_content import write_small_content

MEGABYTES = 250
"""How much more the process may ever hold: what SQLite may hold, and as much again for answers on their way."""

SECONDS = 30
"""A query is stopped after two; the rest is for a busy machine and for those waiting before it."""

COUNT = "with recursive c(i) as (select 1 union all select i+1 from c limit {n})"


def references(times: int) -> str:
    """Tables each of which names the one before twice, so that SQLite takes 2 to the power of `times` copies."""
    tables = [f"c{i}(x) as (select a.x from c{i - 1} a, c{i - 1} b)" for i in range(1, times)]
    return f"with c0(x) as (select 1), {', '.join(tables)} select count(*) from c{times - 1}"


HOSTILE = {
    "a large blob": "select randomblob(1000000000)",
    "a blob of zeros": "select zeroblob(1000000000)",
    "a long text": "select printf('%.*c', 100000000, 'x')",
    "a longer text": "select printf('%.*c', 900000000, 'x')",
    "a wide number": "select format('%900000000d', 1)",
    "long aggregates": COUNT.format(n=10_000) + " select group_concat(zeroblob(300000)) from c",
    "a JSON array of all": COUNT.format(n=1_000_000) + " select json_group_array(hex(zeroblob(1000))) from c",
    "many long rows": COUNT.format(n=2000) + " select printf('%.*c', 100000, 'x') from c",
    "many rows of allowed length": COUNT.format(n=2000) + " select printf('%.*c', 90000, 'x') from c",
    "long rows in many columns": f"select {', '.join(['hex(zeroblob(49000))'] * 90)}",
    "many columns": f"{COUNT.format(n=2000)} select {', '.join(['i'] * 90)} from c",
    "too many columns": f"select {', '.join(['1'] * 1500)}",
    "an endless count": COUNT.format(n=-1) + " select count(*) from c",
    "an endless sort": COUNT.format(n=-1) + " select i from c order by hex(randomblob(40000))",
    "an endless set": COUNT.format(n=-1) + " select count(distinct i || hex(zeroblob(40000))) from c",
    "a product of tables": "select count(*) from " + ", ".join(f"measures m{i}" for i in range(60)),
    "tables within tables": references(20),
    "tables within many tables": references(40),
    "one text in another": "select instr(printf('%.*c', 99000, 'a'), printf('%.*c', 49000, 'a') || 'b')",
    "a long pattern": "select printf('%.*c', 99000, 'a') like '%' || printf('%.*c', 900, 'a') || 'b'",
    "many characters to trim": "select trim(printf('%.*c', 99000, 'a'), printf('%.*c', 99000, 'b') || 'a')",
    "a deep expression": f"select {'1+' * 3000}1",
    "a long union": " union all ".join(["select 1"] * 400),
    "a long search": "select 1 from measures_fts where measures_fts match "
    "replace(printf('%.*c', 15000, 'x'), 'x', 'a* or ') || 'b'",
    "a long phrase": "select 1 from measures_fts where measures_fts match "
    "'\"' || replace(printf('%.*c', 33000, 'x'), 'x', 'in ') || '\"'",
    "many gaps": f"/**/{' ' * 9000}x",
    "many comments": "'\"/*" * 2400,
    "a long query": f"select '{'x' * 15000}'",
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """A server over a small edition: its port and the id of its process for Datasette."""
    folder = tmp_path_factory.mktemp("hostile")
    content, output, port = write_small_content(folder / "content"), folder / "build", free_port()
    build(content, output)
    process = start(
        "--output", str(output), "--content", str(content), "--port", str(port), said=subprocess.DEVNULL
    )
    get(port, "/daten/catalogue/measures")
    yield port, datasette_of(process.pid)
    process.terminate()
    process.wait(timeout=20)


def ask(port: int, sql: str, form: str = ".json") -> tuple[int, str]:
    """What the data answer to a query."""
    return get(port, f"/daten/catalogue{form}?{urllib.parse.urlencode({'sql': sql})}")


def most_megabytes(pid: int) -> float:
    """The most memory that a process has held."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(r"VmHWM:\s*(\d+) kB", status)[0]) / 1000


@pytest.mark.parametrize("sql", HOSTILE.values(), ids=HOSTILE)
def test_hostile_sql_is_refused_or_answered_in_time(served, sql):
    port, _ = served
    started = time.monotonic()
    status, text = ask(port, sql)
    assert time.monotonic() - started < SECONDS
    assert status in (200, 400), text[:300]
    assert len(text) < 10_000_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells how much was held")
def test_hostile_sql_of_many_at_once_holds_little_memory(served):
    port, pid = served
    before = most_megabytes(pid)
    with ThreadPoolExecutor(8) as visitors:
        pages = list(visitors.map(lambda sql: ask(port, sql, form=""), HOSTILE.values()))
    assert {status for status, _ in pages} <= {200, 400}
    assert most_megabytes(pid) - before < MEGABYTES
    assert get(port, "/")[0] == 200


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("select zeroblob(200000)", "Ein Wert wäre länger als 100000 Zeichen."),
        (
            HOSTILE["many rows of allowed length"],
            "Die Antwort wäre zu groß: Schon die ersten 55 Zeilen füllen den Platz.",
        ),
        (HOSTILE["tables within tables"], "Die Abfrage braucht zu viel Arbeitsspeicher."),
        (HOSTILE["a long query"], "Die Abfrage hat mehr als 10000 Zeichen."),
        (HOSTILE["many gaps"], "In der Abfrage stehen 200 Leerzeichen hintereinander."),
    ],
)
@pytest.mark.parametrize("form", ["", ".json"])
def test_who_reaches_a_limit_is_told_what_to_do(served, sql, told, form):
    status, text = ask(served[0], sql, form)
    assert status == 400
    assert told in (json.loads(text)["error"] if form else text)


@pytest.mark.parametrize(
    "query",
    [
        "&".join(f"_where=title+!=+'{i}'" for i in range(200)),
        "&".join(["_facet=status"] * 30),
        "_facet=status&_facet_size=x",
        "_next=x&_sort=title",
        "_timelimit=x",
        "_ttl=x",
        "_size=x",
        f"_where={'%20' * 9000}x",
    ],
)
def test_hostile_addresses_of_tables_are_no_fault_of_the_server(served, query):
    assert get(served[0], f"/daten/catalogue/measures.json?{query}")[0] in (200, 400)


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        ("trim('xxaxx', 'x')", "a"),
        ("ltrim('xyaxy', 'yx')", "axy"),
        ("rtrim(12.50, '0')", "12.5"),
        ("rtrim(x'6162', 'b')", "a"),
        ("trim(null, 'x')", None),
        ("trim('a', null)", None),
        ("trim('  a ')", "a"),
    ],
)
def test_trimming_works_as_sqlite_does_it(served, call, answer):
    assert json.loads(ask(served[0], f"select {call} as x")[1])["rows"] == [[answer]]
