"""Tables that people bring: CSV, a workbook, JSON. From the bytes to rows of named cells, or why they cannot be read.

Nothing is guessed silently: whatever was decided (encoding, separator, sheet) is told, and what has no sure meaning
(a formula, an error of the spreadsheet, a heading that stands twice) is refused.
"""

from __future__ import annotations

import csv
import io
import json
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from catalogue.reading.text_file import on_one_line

SEPARATORS = (";", ",", "\t")

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""Before a text that begins so our own exports put a `'`, so that no spreadsheet runs it."""

MOST_ROWS = 20_000


class TableRefused(Exception):
    """A file that cannot be read as a table; the message says why and what to do, in German."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number in the file, as people count, and its cells that are not empty, by column."""

    number: int
    cells: dict[str, Any]


@dataclass(slots=True)
class TableFile:
    """The columns and rows of a file, what of it could not be read, and how it was read."""

    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    """Row, column and why the cell cannot be read."""
    notes: list[str] = field(default_factory=list)


def read_table(name: str, data: bytes, sheet: str) -> TableFile:
    """Read a file by its ending. Of a workbook, the sheet called so or the first; of JSON, the list under that name.

    Raises TableRefused.
    """
    ending = Path(name).suffix.casefold()
    if ending == ".csv":
        return _csv(data)
    if ending in (".xlsx", ".xlsm"):
        return _workbook(data, sheet)
    if ending in (".json", ".jsonl"):
        return _json(data, sheet)
    if ending in (".xls", ".ods"):
        raise TableRefused(
            f"„{ending}“ wird nicht gelesen. Speichern Sie die Tabelle als .xlsx oder als CSV (UTF-8)."
        )
    raise TableRefused("Die Endung sagt nicht, was es ist. Möglich sind .csv, .xlsx und .json.")


def _csv(data: bytes) -> TableFile:
    table = TableFile()
    text = _decoded(data, table)
    first, _, rest = text.partition("\n")
    if first.strip().casefold() in {f"sep={one}" for one in SEPARATORS}:
        separator, text = first.strip()[4:], rest
        skipped = 1
    else:
        skipped = 0
        separator = max(SEPARATORS, key=_outside_quotes(first).count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        start = 1 + skipped
        for line in reader:
            lines.append((start, line))
            start = reader.line_num + 1 + skipped
    except csv.Error:
        raise TableRefused(
            f"Zeile {reader.line_num + skipped}: Ein Anführungszeichen ist nicht geschlossen oder steht mitten im Wert. "
            "Speichern Sie die Tabelle aus der Tabellenkalkulation neu als CSV."
        ) from None
    _fill(table, lines)
    return table


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _decoded(data: bytes, table: TableFile) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        table.notes.append("Gelesen als UTF-16.")
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise TableRefused(
            "Die Zeichen sind weder UTF-8 noch Windows-1252. Speichern Sie die Tabelle als „CSV UTF-8“."
        ) from None
    table.notes.append("Gelesen als Windows-1252; prüfen Sie die Umlaute. Besser: als „CSV UTF-8“ speichern.")
    return text


def _workbook(data: bytes, sheet: str) -> TableFile:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings(action="ignore"):  # of styles that are missing
            book = load_workbook(io.BytesIO(data), read_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise TableRefused(
            "Das ist keine Arbeitsmappe, die sich lesen lässt. Speichern Sie sie neu als .xlsx."
        ) from None
    table = TableFile()
    found = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
    if len(book.sheetnames) > 1:
        table.notes.append(f"Gelesen wird das Blatt „{found.title}“.")
    lines: list[tuple[int, list[Any]]] = []
    for number, cells in enumerate(found.iter_rows(), start=1):
        if number > MOST_ROWS:
            raise TableRefused(f"Die Tabelle hat mehr als {MOST_ROWS} Zeilen. Teilen Sie sie.")
        lines.append((number, [_cell(cell) for cell in cells]))
    _fill(table, lines)
    return table


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why a cell has no sure value."""

    why: str


def _cell(cell: Any) -> Any:
    """The text of a cell; a day without the time that spreadsheets add, a number without a needless fraction."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return _Fault("Hier steht eine Formel. Fügen Sie sie als Wert ein (Inhalte einfügen → Werte).")
    if cell.data_type == "e":
        return _Fault(f"Hier steht der Fehler {value} der Tabellenkalkulation. Berichtigen Sie die Zelle.")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        has_day = "d" in str(cell.number_format).casefold().replace("[red]", "")
        return value.strftime("%Y-%m-%d" if has_day else "%Y-%m" if "m" in str(cell.number_format) else "%Y")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def _fill(table: TableFile, lines: Sequence[tuple[int, Sequence[Any]]]) -> None:
    """The first line that is not empty names the columns; the others are rows."""
    full = [(number, line) for number, line in lines if any(cell != "" for cell in line)]
    if not full:
        raise TableRefused("Die Tabelle ist leer.")
    if len(full) > MOST_ROWS:
        raise TableRefused(f"Die Tabelle hat mehr als {MOST_ROWS} Zeilen. Teilen Sie sie.")
    table.columns = [str(cell).strip() for cell in full[0][1]]
    while table.columns and not table.columns[-1]:
        table.columns.pop()
    twice = sorted({one for one in table.columns if one and table.columns.count(one) > 1})
    if twice:
        raise TableRefused(f"Die Spalte „{on_one_line(twice[0])}“ gibt es zweimal. Löschen Sie eine.")
    for number, line in full[1:]:
        cells: dict[str, Any] = {}
        for n, cell in enumerate(line):
            column = table.columns[n] if n < len(table.columns) else ""
            if cell == "":
                continue
            if isinstance(cell, _Fault):
                table.faults.append((number, column, cell.why))
            elif not column:
                table.faults.append((number, f"Spalte {n + 1}", "Über dieser Zelle steht keine Überschrift."))
            elif text := _unguarded(str(cell)):
                cells[column] = text
        table.rows.append(Row(number, cells))


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS) else text.strip()


def _json(data: bytes, name: str) -> TableFile:
    text = data.decode("utf-8-sig", "replace")
    if "\ufffd" in text:
        raise TableRefused("Die Datei ist nicht in UTF-8. JSON ist immer UTF-8.")
    try:
        told = json.loads(text)
    except json.JSONDecodeError as error:
        try:
            told = [json.loads(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError:
            raise TableRefused(f"Zeile {error.lineno}, Spalte {error.colno}: Das ist kein JSON.") from None
    if isinstance(told, dict):
        told = told.get(name, [told])
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise TableRefused(f"JSON muss eine Liste von Einträgen sein oder sie unter „{name}“ nennen.")
    table = TableFile(columns=list(dict.fromkeys(_keys(told))))
    for number, one in enumerate(told, start=1):
        table.rows.append(
            Row(number, {key: value for key, value in one.items() if value not in (None, "", [], {})})
        )
    return table


def _keys(told: list[dict[str, Any]]) -> Iterator[str]:
    for one in told:
        yield from one
