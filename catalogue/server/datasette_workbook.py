"""The workbook of a whole table or a whole answer below `/daten`: typed cells, none of which a spreadsheet runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from catalogue.exports.workbook import workbook
from catalogue.facts.formats import number

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MOST_CELLS = 500_000
"""How many cells a workbook of an answer may have; it is written in memory. The largest table has a third of it."""

MOST_CHARACTERS = 20_000_000
"""How much text they may hold together."""

TOO_LARGE = (
    "Die Antwort ist zu groß für eine Arbeitsmappe: Nach {rows} Zeilen ist sie voll. Wählen Sie weniger Spalten, mit WHERE oder "
    "LIMIT weniger Zeilen, oder laden Sie die Antwort als CSV."
)


class WorkbookFile:
    """A workbook that is written, with one sheet."""

    media_type = MEDIA_TYPE

    def __init__(self, name: str) -> None:
        self.rows = 0
        self._name = name
        self._headings: list[str] = []
        self._cells: list[tuple[Any, ...]] = []

    def write_all(self, headings: list[str], rows: Iterator[Any]) -> None:
        """Write a heading and rows. Raises OperationalError if that is too much, with the number of rows."""
        self._headings = headings
        left = MOST_CHARACTERS
        for row in rows:
            cells = tuple(cell.hex() if isinstance(cell, bytes) else cell for cell in row)
            left -= sum(len(cell) for cell in cells if isinstance(cell, str))
            self._cells.append(cells)
            self.rows += 1
            if left < 0 or self.rows * len(headings) > MOST_CELLS:
                raise sqlite3.OperationalError(TOO_LARGE.format(rows=number(self.rows, "de")))

    def finished(self) -> tuple[BytesIO, int]:
        """The file from its beginning, and the number of its bytes."""
        data = workbook([(self._name, self._headings, self._cells)])
        return BytesIO(data), len(data)
