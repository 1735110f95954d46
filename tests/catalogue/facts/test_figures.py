"""The number that tells a sentence."""

from __future__ import annotations

import pytest

from catalogue.facts.figures import telling_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bis Juni 2025 fuhr das ERZmobil 100.000 Kilometer, meist rund 155 am Tag", 100_000),
        ("Rund 2.700 Fahrgäste und 16.700 Kilometer (Stand Januar 2023)", 16_700),
        ("Seit dem 3. Mai 2021 in Betrieb", None),
        ("Über 40 Geräte", None),
        ("1.234,5 Tonnen weniger", 1_234.5),
    ],
)
def test_it_is_the_largest_that_is_no_year_and_no_day(text, number):
    assert telling_number(text, least=1000) == number
