"""Making equal databases equal files, whichever SQLite wrote them.

SQLite leaves old bytes in the unused part of a page and notes its own version in the header; both differ from
release to release. Here they are set to zero, following https://sqlite.org/fileformat.html. What the database
says does not change.
"""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

PAGE_SIZE = 4096

HEADER_BYTES = 100
"""The file's header, at the start of the first page."""

VERSION_OFFSET = 96
"""Where the header notes the version of the library that wrote the file."""

INTERIOR = (2, 5)
"""Kinds of page whose cells start with the number of a page below."""


def blank_unused_bytes(path: Path, page_size: int) -> None:
    """Overwrite the gap of every page and the library's version with zeros. The database must be closed."""
    connection = sqlite3.connect(path)
    roots = connection.execute("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0").fetchall()
    connection.close()
    data = bytearray(path.read_bytes())
    pages = [1, *(root for (root,) in roots)]
    while pages:
        pages += _blank_gap(data, pages.pop(), page_size)
    data[VERSION_OFFSET:HEADER_BYTES] = bytes(HEADER_BYTES - VERSION_OFFSET)
    path.write_bytes(data)


def _blank_gap(data: bytearray, number: int, page_size: int) -> list[int]:
    """Blank what lies between the list of cells and the cells of a page; gives the pages below it."""
    page = (number - 1) * page_size
    header = page + (HEADER_BYTES if number == 1 else 0)
    kind, _, cells, content = struct.unpack_from(">BHHH", data, header)
    interior = kind in INTERIOR
    first_cell = header + (12 if interior else 8)
    gap, end = first_cell + 2 * cells, page + (content or 65536)
    data[gap:end] = bytes(end - gap)
    if not interior:
        return []
    places = struct.unpack_from(f">{cells}H", data, first_cell)
    below = [struct.unpack_from(">I", data, page + place)[0] for place in places]
    return [*below, struct.unpack_from(">I", data, header + 8)[0]]
