"""Functions of SQLite that may run far longer than a query may, with a bound in their place.

SQLite looks at the clock between two steps of its machine, and one call of a function is one step.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

CONVERSION = re.compile(r"%([-+ !,#*.l\d]*)(.?)", re.DOTALL | re.ASCII)
"""SQLite reads flags, width and precision of a conversion in any order."""
WIDTH = re.compile(r"\*|\d+", re.ASCII)
LEADING_DIGITS = re.compile(r"\s*[-+]?(\d+)", re.ASCII)


def replace_slow_functions(connection: sqlite3.Connection, longest: int) -> None:
    """Put the functions into a connection; `longest` is how many bytes a text may have there."""
    for name, strip in {"trim": str.strip, "ltrim": str.lstrip, "rtrim": str.rstrip}.items():
        connection.create_function(name, 2, _trimming(strip), deterministic=True)
    printf = _formatting(longest)
    for name in ("printf", "format"):
        connection.create_function(name, -1, printf, deterministic=True)


def _trimming(strip: Callable[[str, str], str]) -> Callable[[Any, Any], str | None]:
    """SQLite's own compares each character with each: seven seconds for a text of allowed length."""

    def trim(text: Any, characters: Any) -> str | None:
        if text is None or characters is None:
            return None
        return strip(_as_text(text), _as_text(characters))

    return trim


def _formatting(longest: int) -> Callable[..., Any]:
    """SQLite's own fills up to any width, for half a minute, and then gives nothing in place of a text that is too long."""
    plain = sqlite3.connect(":memory:", check_same_thread=False)
    too_long = " " * (longest + 1)  # which the connection refuses, as any other such text

    def printf(template: Any = None, *values: Any) -> Any:
        if template is None:
            return None
        if _widths(_as_text(template), values) > longest:
            return too_long
        marks = ", ".join("?" * (len(values) + 1))
        return plain.execute(f"SELECT printf({marks})", (template, *values)).fetchone()[0]

    return printf


def _widths(template: str, values: Sequence[Any]) -> float:
    """What all widths and precisions of a template come to, those too that stand as `*` for a value."""
    total, rest = 0.0, iter(values)
    for options, kind in CONVERSION.findall(template):
        for width in WIDTH.findall(options):
            total += _number(next(rest, 0)) if width == "*" else _number(width)
        if kind not in ("%", "n"):
            next(rest, None)
    return total


def _number(value: Any) -> float:
    """A value as a width: a number, or the digits that a text begins with, as SQLite reads it."""
    if isinstance(value, int | float):
        return abs(value)
    digits = LEADING_DIGITS.match(_as_text(value or ""))
    return float(digits[1]) if digits else 0.0


def _as_text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
