"""Whole tables and whole answers below `/daten` as files, where Datasette gives 50 or 2,000 rows without a word.

Where Datasette does stream, it asks page by page, and of rows that sort alike it may lose some between two pages. Here a
query is asked once and written aside before the answer begins: a slow reader holds no connection, and a fault is told as one.
"""

from __future__ import annotations

import csv
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from tempfile import SpooledTemporaryFile
from typing import IO, Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from datasette import Response
from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.utils import (
    InvalidSql,
    derive_named_parameters,
    escape_sqlite,
    tilde_decode,
    validate_sql_select,
)
from datasette.utils.asgi import NotFound, Request
from datasette.views.base import DatasetteError
from datasette.views.row import RowView
from datasette.views.table import TableView

from catalogue.exports.spreadsheet import guarded
from catalogue.facts.formats import number
from catalogue.server.asgi import Send
from catalogue.server.datasette_errors import TITLE, TOO_LONG
from catalogue.server.datasette_workbook import WorkbookFile
from catalogue.server.sql_limits import BoundedDatabase

ROUTE = r"/(?P<database>[^\/\.]+)(/(?P<table>[^\/\.]+)(/(?P<pks>[^/]+?))?)?\.(?P<form>csv|xlsx)$"

MOST_BYTES = 20_000_000
"""How large a CSV may become. All tables of the catalogue together have a third of it."""

BYTES_IN_MEMORY = 1_000_000
"""What of it is held in memory; the rest goes to a file without a name."""

PIECE_BYTES = 65_536

PAGING = ("_size", "_next", "_stream", "_facet", "_facet_array", "_facet_date")
LIMIT = re.compile(r" limit \d+$")
"""How Datasette ends the query of a table."""

TOO_SLOW = (
    "Die Antwort dauert zu lange und wurde nach {rows} Zeilen abgebrochen. Wählen Sie weniger Spalten, mit WHERE oder LIMIT "
    "weniger Zeilen, oder laden Sie die ganze Datenbank."
)
NO_QUERY = "Nennen Sie eine Tabelle oder mit ?sql= eine Abfrage."

Labels = Mapping[str, Mapping[Any, Any]]
"""What the values of columns that name rows of another table are called."""


class Query(NamedTuple):
    """What is asked of the database."""

    sql: str
    params: Mapping[str, Any]
    labels: Labels


async def whole_answer(datasette: Datasette, request: Request) -> Response | FileAnswer:
    """All rows of a table, a view or a query as a file; a table's first `_size` rows if a number is given.

    Raises DatasetteError if the SQL is wrong or the rows are too many.
    """
    database = datasette.databases.get(tilde_decode(request.url_vars["database"]))
    if not isinstance(database, BoundedDatabase):
        raise NotFound("Database not found")
    file = _empty_file(request)
    if request.url_vars["pks"]:
        row, *_ = await RowView(datasette).data(request)
        file.write_all(row["columns"], iter(row["rows"]))
        return FileAnswer(request, file)
    try:
        query = await (_table if request.url_vars["table"] else _asked)(datasette, database, request)
        if isinstance(query, Response):
            return query
        await database.read(query.sql, query.params, lambda cursor: write_answer(file, cursor, query.labels))
    except (sqlite3.DatabaseError, InvalidSql) as error:
        raise DatasetteError(str(error), title=TITLE, status=400) from None
    except QueryInterrupted:
        why = TOO_SLOW.format(rows=number(file.rows, "de")) if file.rows else TOO_LONG
        raise DatasetteError(why, title=TITLE, status=400) from None
    return FileAnswer(request, file)


def _empty_file(request: Request) -> CsvFile | WorkbookFile:
    """A file in the form that the address asks for."""
    if request.url_vars["form"] == "xlsx":
        return WorkbookFile(_name(request))
    return CsvFile(request.args)


def _name(request: Request) -> str:
    return str(tilde_decode(request.url_vars["table"] or request.url_vars["database"]))


async def _asked(datasette: Datasette, database: BoundedDatabase, request: Request) -> Query:
    """The query that stands in the address."""
    await datasette.ensure_permissions(request.actor, [("execute-sql", database.name)])
    sql = request.args.get("sql")
    if not sql:
        raise DatasetteError(NO_QUERY, title=TITLE, status=400)
    validate_sql_select(sql)
    return Query(sql, await _params(database, sql, request), {})


async def _params(database: BoundedDatabase, sql: str, request: Request) -> dict[str, str]:
    """The values of a query's parameters; one that the address does not name is empty, as on the page."""
    named = await derive_named_parameters(database, sql)
    return {name: request.args.get(name) or "" for name in named}


async def _table(datasette: Datasette, database: BoundedDatabase, request: Request) -> Query | Response:
    """The query of a table or view with its filters and its order, or a query that has a name.

    Gives Datasette's answer where it leads elsewhere.
    """
    table = tilde_decode(request.url_vars["table"])
    if canned := await datasette.get_canned_query(database.name, table, request.actor):
        return Query(canned["sql"], await _params(database, canned["sql"], request), {})
    data, *_ = shown = await TableView(datasette).data(_first_row(request))
    if isinstance(shown, Response):
        return shown
    size = request.args.get("_size", "max")
    limit = "" if size == "max" or "_stream" in request.args else f" limit {int(size)}"
    sql = LIMIT.sub(limit, data["query"]["sql"])
    labels = {column: await _labels(database, table, column) for column in data["expanded_columns"]}
    return Query(sql, data["query"]["params"], labels)


def _first_row(request: Request) -> Request:
    """The request of a table from its beginning with one row, without counts and facets: it is asked for its query alone."""
    kept = [pair for pair in parse_qsl(request.query_string, keep_blank_values=True) if pair[0] not in PAGING]
    query = urlencode([*kept, ("_size", "0"), ("_nofacet", "1"), ("_nocount", "1")])
    return Request({**request.scope, "query_string": query.encode("latin-1")}, request.receive)


async def _labels(database: BoundedDatabase, table: str, column: str) -> dict[Any, Any]:
    """What the rows that a column may name are called."""
    keys = {key["column"]: key for key in await database.foreign_keys_for_table(table)}
    other, other_column = keys[column]["other_table"], keys[column]["other_column"]
    label = await database.label_column_for_table(other)
    if not label:
        return {}
    names = ", ".join(map(escape_sqlite, (other_column, label)))
    found = await database.execute(f"select {names} from {escape_sqlite(other)}")
    return {row[0]: row[1] for row in found.rows}


def write_answer(file: CsvFile | WorkbookFile, cursor: sqlite3.Cursor, labels: Labels) -> None:
    """Write what SQLite answers; after a column with labels comes one that holds them.

    Raises OperationalError if that is too much, with the number of rows.
    """
    columns = [name for name, *_ in cursor.description]
    headings = [name for column in columns for name in _headings(column, labels)]
    file.write_all(headings, (_labelled(columns, row, labels) for row in cursor) if labels else cursor)


class CsvFile:
    """A CSV that is written, no cell of which a spreadsheet would run: to look at, or with `_dl` to save."""

    def __init__(self, wishes: Mapping[str, str]) -> None:
        self.media_type = f"text/{'csv' if wishes.get('_dl') else 'plain'}; charset=utf-8"
        self.bytes = 0
        self.rows = 0
        self._body = SpooledTemporaryFile(BYTES_IN_MEMORY)  # noqa: SIM115
        self._has_heading = wishes.get("_header") != "off"

    def write_all(self, headings: list[str], rows: Iterator[Any]) -> None:
        """Write a heading and rows. Raises OperationalError if that is too much, with the number of rows."""
        table = csv.writer(self)
        if self._has_heading:
            table.writerow(headings)
        for row in rows:
            table.writerow(map(_safe, row))
            self.rows += 1
            if self.bytes > MOST_BYTES:
                raise sqlite3.OperationalError(_too_large(self.rows, rows))

    def write(self, text: str) -> None:
        """Take text from Python's writer of CSV."""
        self.bytes += self._body.write(text.encode())

    def finished(self) -> tuple[IO[bytes], int]:
        """The file from its beginning, and the number of its bytes."""
        self._body.seek(0)
        return self._body, self.bytes


def _headings(column: str, labels: Labels) -> Iterator[str]:
    yield column
    if column in labels:
        yield f"{column}_label"


def _labelled(columns: list[str], row: Iterable[Any], labels: Labels) -> Iterator[Any]:
    for column, value in zip(columns, row, strict=True):
        yield value
        if column in labels:
            yield labels[column].get(value, "")


def _safe(cell: Any) -> Any:
    if isinstance(cell, str):
        return guarded(cell)
    return cell.hex() if isinstance(cell, bytes) else cell


def _too_large(written: int, rest: Iterator[Any]) -> str:
    """Why there is no CSV: how many rows there would be, as far as they can be counted in time."""
    more = ""
    try:
        written += sum(1 for _ in rest)
    except sqlite3.OperationalError:
        more = "mehr als "
    return (
        f"Die Antwort wäre zu groß: {more}{number(written, 'de')} Zeilen, die mehr als {MOST_BYTES // 1_000_000} MB füllen. "
        "Wählen Sie weniger Spalten, mit WHERE oder LIMIT weniger Zeilen, oder laden Sie die ganze Datenbank."
    )


class FileAnswer(Response):  # type: ignore[misc]
    """A written file as Datasette sends it."""

    def __init__(self, request: Request, file: CsvFile | WorkbookFile) -> None:
        self._file, size = file.finished()
        headers = {"content-length": str(size)}
        form = request.url_vars["form"]
        if form == "xlsx" or request.args.get("_dl"):
            name = request.url_vars["table"] or request.url_vars["database"]
            headers["content-disposition"] = f'attachment; filename="{name}.{form}"'
        super().__init__(status=200, headers=headers, content_type=file.media_type)

    async def asgi_send(self, send: Send) -> None:
        """Send the file piece by piece."""
        headers = {**self.headers, "content-type": self.content_type}
        raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        with closing(self._file) as body:
            await send({"type": "http.response.start", "status": self.status, "headers": raw})
            while piece := body.read(PIECE_BYTES):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
