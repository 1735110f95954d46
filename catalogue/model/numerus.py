"""A number with its noun in the right form, for German sentences of the command line; pages have `ngettext`."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """`1 Stelle`, `0 Stellen`, `12 Stellen`."""
    return f"{number} {one if number == 1 else many}"
