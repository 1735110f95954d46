"""A value of an entry as one cell of a table, and the values that a cell holds.

Texts are joined by ` | `, which people can write too. What this would not keep as it is, and all that has parts, is JSON.
"""

from __future__ import annotations

import json
from typing import Any

SEPARATOR = " | "

JSON_STARTS = ("[", "{")
"""What a cell begins with that holds a list or parts as JSON."""


def as_cell(value: Any) -> str:
    """A value as JSON knows it, as a text of which `texts_of`, or reading it as JSON, gives the same; nothing for none."""
    if value is None or value == []:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(map(_stays, value)):
        return SEPARATOR.join(value)
    return json.dumps(value, ensure_ascii=False)


def texts_of(cell: str) -> list[str]:
    """The texts that people have put into one cell, between ` | ` or on lines of their own."""
    pieces = (one.strip() for line in cell.split("\n") for one in line.split(SEPARATOR))
    return [one for one in pieces if one]


def _stays(value: Any) -> bool:
    """Whether a value in a list is a text that comes back as it is."""
    return (
        isinstance(value, str)
        and texts_of(value) == [value]
        and "|" not in value
        and value[:1] not in JSON_STARTS
    )
