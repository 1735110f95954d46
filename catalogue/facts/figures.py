"""The number in a sentence that tells most: `Bis Juni 2025 fuhr das ERZmobil 100.000 Kilometer` tells by 100.000."""

from __future__ import annotations

import re

NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d.,]*\d)")
YEAR = re.compile(r"(?:19|20)\d\d")
DAY = re.compile(r"\.\s?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
"""What follows the day of a date."""


def telling_number(text: str, least: int) -> float | None:
    """The largest number of a German sentence if it is at least so large; years and days are none."""
    numbers = [
        float(found.group().replace(".", "").replace(",", "."))
        for found in NUMBER.finditer(text)
        if not YEAR.fullmatch(found.group()) and not DAY.match(text, found.end())
    ]
    largest = max(numbers, default=0.0)
    return largest if largest >= least else None
