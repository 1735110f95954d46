"""Numbers, dates and amounts in German and English."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.facts import formats


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("2023-06-18", "18. Juni 2023", "18 June 2023"),
        ("2023-06", "Juni 2023", "June 2023"),
        ("2023", "2023", "2023"),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(value, german, english):
    assert formats.day(value, "de") == german
    assert formats.day(value, "en") == english


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (8_100_000, "8,1 Mio. Euro", "8.1 million euros"),
        (1_234_567, "1.234.567 Euro", "1,234,567 euros"),
        (37_471, "37.471 Euro", "37,471 euros"),
        (0, "0 Euro", "0 euros"),
    ],
)
def test_only_round_millions_are_told_in_millions(value, german, english):
    assert formats.euro(value, "de") == german
    assert formats.euro(value, "en") == english


def test_numbers_and_shares_have_the_separators_of_the_language():
    assert [formats.number(12000, one) for one in ("de", "en")] == ["12.000", "12,000"]
    assert [formats.percent(82.5, one) for one in ("de", "en")] == ["82,5 Prozent", "82.5 per cent"]


@pytest.mark.parametrize(
    ("verified", "told"),
    [("2026-11-23", "heute"), ("2026-08-20", "vor 3 Monaten"), ("2026-11-30", ""), ("2026-08", "")],
)
def test_the_age_of_a_day_is_told_roughly(verified, told):
    assert formats.age(verified, "de", date(2026, 11, 23)) == told
