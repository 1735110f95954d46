"""Which columns a page of a table shows: always the one that it is sorted by.

Datasette reads the value with which the next page begins from the rows that it shows. Where these have names beside their
keys it fails if that column is hidden.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlencode

TABLE = re.compile(r"/(?P<database>[^/.]+)/(?P<table>[^/.]+)(?P<ending>\.\w+)?")

CHOICES = {"_col", "_nocol"}
"""What chooses the columns to show and to hide."""

LABELS = {"_label", "_labels"}
"""What asks for names beside keys; pages have them unasked."""


async def showing_sorted_column(datasette: Any, path: str, query: bytes) -> bytes:
    """The query of an address with what it takes to show the column that the rows are sorted by."""
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    asked = dict(reversed(pairs))  # of several values the first counts
    address = TABLE.fullmatch(path)
    if not address or not CHOICES & asked.keys() or (address["ending"] and not LABELS & asked.keys()):
        return query
    database = datasette.databases.get(address["database"])
    column = _sorted_by(asked) or _sorted_by(
        datasette.table_metadata(address["database"], address["table"]), mark=""
    )
    if not database or not column or column in await database.primary_keys(address["table"]):
        return query  # keys are always shown
    shown = [pair for pair in pairs if pair != ("_nocol", column)]
    if "_col" in asked and ("_col", column) not in shown:
        shown.append(("_col", column))
    return urlencode(shown).encode("ascii")


def _sorted_by(told: Any, mark: str = "_") -> str:
    return told.get(f"{mark}sort") or told.get(f"{mark}sort_desc") or ""
