"""A date of any precision is a span of days."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.model.days import first_day, last_day


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-06", date(2023, 6, 1), date(2023, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-06-18", date(2023, 6, 18), date(2023, 6, 18)),
    ],
)
def test_a_year_or_month_is_all_its_days(stated: str, first: date, last: date) -> None:
    assert (first_day(stated), last_day(stated)) == (first, last)
