"""Who loads data below `/daten` gets all rows of a table or an answer, or is told why not and how many there are."""

from __future__ import annotations

import asyncio
import io
import json
import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import html5lib
import httpx
import pandas
import pytest

from catalogue.edition import Edition
from catalogue.queries.connection import connect
from catalogue.server import datasette_whole_answers, datasette_workbook
from catalogue.server.site import CurrentSite
from tests.catalogue.server.asking import datasette_here

Ask = Callable[..., httpx.Response]

COUNTING = "with recursive c(n) as (select 1 union all select n + 1 from c limit {rows}) select n from c"
WIDE = "with recursive c(n) as (select 1 union all select n + 1 from c limit {rows}) select n, printf('%.900c', 'x') from c"


@pytest.fixture(scope="module")
def ask(real_output: Path) -> Iterator[Ask]:
    """Asks for an address below `/daten/catalogue`."""
    with asyncio.Runner() as runner, datasette_here():
        transport = httpx.ASGITransport(app=CurrentSite(real_output))
        client = httpx.AsyncClient(transport=transport, base_url="http://catalogue.example", timeout=60)
        yield lambda path, **values: runner.run(client.get(f"/daten/catalogue{path}?{urlencode(values)}"))
        runner.run(client.aclose())


def read(answer: httpx.Response) -> pandas.DataFrame:
    """The rows of a CSV, as pandas reads them."""
    assert answer.status_code == 200, answer.text[:300]
    assert answer.headers["content-length"] == str(len(answer.content))
    return pandas.read_csv(io.BytesIO(answer.content), dtype=str, keep_default_na=False)


def tables(edition: Edition) -> list[str]:
    """The names of all tables and views that entries are told in."""
    db = connect(edition.database)
    names = db.execute(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
    )
    return [name for (name,) in names]


def test_the_csv_of_every_table_and_view_has_all_its_rows(ask: Ask, real_edition: Edition) -> None:
    db = connect(real_edition.database)
    names = tables(real_edition)
    assert len(names) > 100
    for name in names:
        (count,) = db.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        assert len(read(ask(f"/{name}.csv"))) == count, name


@pytest.mark.parametrize("more", [{}, {"_stream": "on"}, {"_size": "max"}, {"_next": "5"}, {"_dl": "1"}])
def test_no_link_to_a_csv_cuts_the_table(ask: Ask, db: sqlite3.Connection, more: dict[str, str]) -> None:
    (count,) = db.execute("SELECT count(*) FROM measures_asked_as").fetchone()
    assert count > 2000
    assert len(read(ask("/measures_asked_as.csv", **more))) == count


def test_who_names_a_number_of_rows_gets_so_many(ask: Ask) -> None:
    assert len(read(ask("/measures_asked_as.csv", _size="3000"))) == 3000


def test_rows_that_sort_alike_are_all_there_once(ask: Ask, db: sqlite3.Connection) -> None:
    rows = read(ask("/measures_asked_as.csv", _sort="position"))
    assert rows["position"].astype(int).is_monotonic_increasing
    keys = sorted(zip(rows["measure"], rows["position"].astype(int), strict=True))
    assert keys == sorted(map(tuple, db.execute("SELECT measure, position FROM measures_asked_as")))


def test_filters_and_named_rows_hold_for_the_whole_table(ask: Ask, db: sqlite3.Connection) -> None:
    rows = read(ask("/measures_fields.csv", field="mobilitaet", _labels="on"))
    (count,) = db.execute("SELECT count(*) FROM measures_fields WHERE field = 'mobilitaet'").fetchone()
    assert len(rows) == count > 50
    titles = dict(db.execute("SELECT id, title FROM measures"))
    assert all(titles[row.measure] == row.measure_label for row in rows.itertuples())


@pytest.mark.parametrize("more", [{}, {"_stream": "on"}, {"_size": "max"}])
def test_the_csv_of_a_query_has_all_its_rows(ask: Ask, more: dict[str, str]) -> None:
    rows = read(ask(".csv", sql=COUNTING.format(rows=50_000), **more))
    assert list(rows["n"].astype(int)) == list(range(1, 50_001))


def test_the_json_of_a_query_has_all_its_rows(ask: Ask) -> None:
    told = json.loads(ask(".json", sql=COUNTING.format(rows=5000)).text)
    assert (len(told["rows"]), told["truncated"]) == (5000, False)


def test_a_page_shows_the_first_rows_and_says_that_there_are_more(ask: Ask) -> None:
    assert "Mehr als 2.000 Zeilen" in ask("", sql=COUNTING.format(rows=5000)).text


def test_a_csv_that_would_be_too_large_is_refused_with_the_number_of_its_rows(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasette_whole_answers, "MOST_BYTES", 1_000_000)
    answer = ask(".csv", sql=WIDE.format(rows=3000))
    assert answer.status_code == 400
    assert "Die Antwort wäre zu groß: 3.000 Zeilen, die mehr als 1 MB füllen." in answer.text


def test_an_endless_csv_is_refused_with_the_rows_that_were_counted_in_time(ask: Ask) -> None:
    answer = ask(".csv", sql=COUNTING.format(rows=-1))
    assert answer.status_code == 400
    assert "Zeilen" in answer.text


def test_json_that_would_be_too_large_is_refused_and_csv_advised(ask: Ask) -> None:
    answer = ask(".json", sql=WIDE.format(rows=10_000))
    assert answer.status_code == 400
    assert "oder laden Sie die Antwort als CSV." in json.loads(answer.text)["error"]
    assert len(read(ask(".csv", sql=WIDE.format(rows=10_000)))) == 10_000


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (".csv", {}),
        (".csv", {"sql": "selec"}),
        (".csv", {"sql": "delete from measures"}),
        (".csv", {"sql": "select ("}),
        ("/measures.csv", {"_where": "1 ="}),
        ("/measures.csv", {"_size": "x"}),
        ("/measures.csv", {"_sort": "x"}),
        (".csv", {"sql": "select count(*) from measures a, measures b, measures c, measures d"}),
    ],
)
def test_what_cannot_be_answered_is_no_csv(ask: Ask, path: str, values: dict[str, str]) -> None:
    answer = ask(path, **values)
    assert answer.status_code == 400
    assert "csv" not in answer.headers["content-type"]


def test_parameters_of_a_query_are_filled_in(ask: Ask) -> None:
    rows = read(ask(".csv", sql="select :a as a, :b as b, x'00ff' as c", a="=1+1"))
    assert rows.to_dict("records") == [{"a": "'=1+1", "b": "", "c": "00ff"}]


def test_a_row_has_a_csv_too(ask: Ask, db: sqlite3.Connection) -> None:
    (project,) = db.execute("SELECT id FROM projects LIMIT 1").fetchone()
    assert list(read(ask(f"/projects/{project}.csv"))["id"]) == [project]


def test_a_csv_without_heading_can_be_had(ask: Ask) -> None:
    assert ask(".csv", sql="select 1 as n", _header="off").text == "1\r\n"


def test_a_large_csv_is_not_held_in_memory(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasette_whole_answers, "BYTES_IN_MEMORY", 100_000)
    ask(".csv", sql="select 1")
    tracemalloc.start()
    size = len(ask(".csv", sql=WIDE.format(rows=5000)).content)
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 4_000_000
    assert held - 2 * size < 1_000_000, "httpx holds the pieces and the whole; the server little"


def as_workbook(answer: httpx.Response) -> pandas.DataFrame:
    """The rows of a workbook, as pandas reads them with openpyxl."""
    assert answer.status_code == 200, answer.text[:300]
    assert answer.headers["content-length"] == str(len(answer.content))
    assert ".xlsx" in answer.headers["content-disposition"]
    return pandas.read_excel(io.BytesIO(answer.content), engine="openpyxl")


def test_every_kind_of_page_offers_a_workbook_with_all_its_rows(ask: Ask) -> None:
    for path, values in (
        ("/measures_overview", {"_facet": "status", "_size": "5"}),
        ("/measures", {"_search": "Bus"}),
        ("/techniken", {"at_least": "2"}),
        ("", {"sql": COUNTING.format(rows=3000)}),
    ):
        page = html5lib.parse(ask(path, **values).text, namespaceHTMLElements=False)
        links = {link.text: link.get("href") for link in page.iter("a")}
        path_of_csv, wishes = asked_by(links["CSV"])
        whole = read(ask(path_of_csv, **wishes))
        path_of_book, wishes = asked_by(links["Arbeitsmappe (XLSX)"])
        assert path_of_book.endswith(".xlsx")
        book = as_workbook(ask(path_of_book, **wishes))
        assert (list(book.columns), len(book)) == (list(whole.columns), len(whole))


def asked_by(link: str) -> tuple[str, dict[str, str]]:
    """What a link below `/daten/catalogue` asks for: path and values."""
    parts = urlsplit(link)
    return parts.path.removeprefix("/daten/catalogue"), dict(parse_qsl(parts.query))


def test_numbers_are_numbers_and_nothing_is_a_formula_in_a_workbook(ask: Ask) -> None:
    book = as_workbook(ask(".xlsx", sql="select 7 as n, '=1+1' as t, null as none, x'ff' as b"))
    assert (book["n"][0], book["t"][0], book["b"][0]) == (7, "=1+1", "ff")
    assert pandas.isna(book["none"][0])


def test_a_workbook_that_would_be_too_large_is_refused_and_csv_advised(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasette_workbook, "MOST_CELLS", 100)
    answer = ask(".xlsx", sql=COUNTING.format(rows=200))
    assert answer.status_code == 400
    assert "Nach 101 Zeilen ist sie voll." in answer.text
    assert "laden Sie die Antwort als CSV" in answer.text


def test_the_largest_table_fits_into_a_workbook(ask: Ask, real_edition: Edition) -> None:
    db = connect(real_edition.database)
    cells = {
        name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        * len(db.execute(f'SELECT * FROM "{name}" LIMIT 0').description)
        for name in tables(real_edition)
    }
    assert max(cells.values()) < datasette_workbook.MOST_CELLS / 2
