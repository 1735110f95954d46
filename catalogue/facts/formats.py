"""How numbers, dates and amounts are written, in German (`de`) and English (`en`)."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import format_timedelta, get_month_names
from babel.numbers import format_decimal

from catalogue.model.days import first_day

MONTHS = {language: get_month_names("wide", locale=language) for language in ("de", "en")}
"""The names of the months, by number."""

DATE_PATTERNS = {
    "de": ("{day.year}", "{month} {day.year}", "{day.day}. {month} {day.year}"),
    "en": ("{day.year}", "{month} {day.year}", "{day.day} {month} {day.year}"),
}
"""How a year, a month and a day are written. Babel takes thirty times as long to write them by patterns of its own."""

THOUSANDS = {"de": ".", "en": ","}
"""What stands between groups of three digits."""

MILLIONS = {"de": "{} Mio. Euro", "en": "{} million euros"}
EUROS = {"de": "{} Euro", "en": "{} euros"}
PER_CENT = {"de": "{} Prozent", "en": "{} per cent"}
TODAY = {"de": "heute", "en": "today"}


def day(value: str, language: str) -> str:
    """A date as people write it: `2023-06-18` → `18. Juni 2023`, `2023-06` → `Juni 2023`, `2023` → `2023`."""
    first = first_day(value)
    return DATE_PATTERNS[language][value.count("-")].format(day=first, month=MONTHS[language][first.month])


def age(value: str, language: str, today: date) -> str:
    """How long ago a day was, roughly: `vor 3 Monaten`; nothing for a date that is not a whole day or not past."""
    past = date.fromisoformat(value) - today if len(value) == len("2023-06-18") else None
    if past is None or past > timedelta(0):
        return ""
    return str(format_timedelta(past, add_direction=True, locale=language)) if past else TODAY[language]


def number(value: float, language: str) -> str:
    """A number with the separators of the language, at most two decimals: 12000 → `12.000`, 82.5 → `82,5`."""
    if value == int(value):  # nearly all are, and Babel takes twenty times as long
        return f"{int(value):,}".replace(",", THOUSANDS[language])
    return str(format_decimal(value, "#,##0.##", locale=language))


def euro(value: int, language: str) -> str:
    """An amount in euros: 8100000 → `8,1 Mio. Euro`, 37471 → `37.471 Euro`."""
    if value >= 1_000_000 and value % 10_000 == 0:
        return MILLIONS[language].format(number(value / 1_000_000, language))
    return EUROS[language].format(number(value, language))


def percent(value: float, language: str) -> str:
    """A share, 0 to 100: 82.5 → `82,5 Prozent`."""
    return PER_CENT[language].format(number(value, language))


def size(count: int, language: str) -> str:
    """A number of bytes as people write it: 1097171 → `1,1 MB`."""
    unit, of_it = ("MB", 1_000_000) if count >= 1_000_000 else ("kB", 1000)
    return f"{format_decimal(count / of_it, '#,##0.#', locale=language)} {unit}"
