"""Tables for spreadsheets: semicolons and a mark of UTF-8, since this is what spreadsheets in German take without asking."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from catalogue.editing.table_cells import as_cell
from catalogue.editing.table_columns import keys_told_whole
from catalogue.exports.entries import told
from catalogue.facts.fact import columns_of
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.wording import Wording
from catalogue.queries.measure_records import MeasureRecord

CSV_TYPE = "text/csv; charset=utf-8"

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run by a spreadsheet (https://owasp.org/www-community/attacks/CSV_Injection)."""

NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?")
"""What begins so and is none to run."""


def measures_file(chosen: Iterable[MeasureRecord], words: Wording) -> bytes:
    """Measures as a table, a row each: what people read, then the keys of which that does not tell the whole.

    `catalogue import` reads it back without loss.
    """
    columns, keys = columns_of(MEASURE_FACTS), keys_told_whole()
    rows = (
        [*(column.cell(one, words) for column in columns), *map(as_cell, map(told(one.measure).get, keys))]
        for one in chosen
    )
    return csv_file([*(words.say(column.heading) for column in columns), *keys], rows)


def csv_file(
    headings: Sequence[str],
    rows: Iterable[Iterable[object]],
    delimiter: str = ";",
    encoding: str = "utf-8-sig",
) -> bytes:
    """A table as a file, if nothing else is said as spreadsheets in German take it. No cell is run by a spreadsheet."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    table.writerow(headings)
    table.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode(encoding)


def guarded(cell: object) -> str:
    """A cell as text that no spreadsheet runs; nothing for an absent value."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) and not NUMBER.fullmatch(text) else text
