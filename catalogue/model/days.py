"""The days that a date of any precision may mean: `2023` is any day of the year, `2023-06` any of the month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def first_day(stated: str) -> date:
    """The first day of a year, a month or a day: `2023` → 2023-01-01, `2023-06` → 2023-06-01."""
    year, month, day = (*map(int, stated.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(stated: str) -> date:
    """The last day of a year, a month or a day: `2023` → 2023-12-31, `2023-06` → 2023-06-30."""
    year, month, day = (*map(int, stated.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])
