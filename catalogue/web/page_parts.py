"""What every template may use: formats of German text, labels of terms, dates and amounts."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlsplit

from babel.dates import format_date, format_timedelta
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import gettext as _
from markupsafe import Markup, escape

from catalogue.edition import Edition
from catalogue.model.status import is_outdated as status_is_outdated
from catalogue.model.values import UNKNOWN
from catalogue.reading.prose import to_html
from catalogue.web.edition_access import term
from catalogue.web.languages import language
from search import Segments

DATE_PATTERNS = {"de": ("y", "MMMM y", "d. MMMM y"), "en": ("y", "MMMM y", "d MMMM y")}
"""How a year, a month and a day are written (patterns of Unicode CLDR)."""

PLAN_AGES_YEARS = 2
"""A plan whose realisation no source shows counts as old after this time."""


def register(app: Flask, edition: Edition) -> None:
    """Give all templates the filters and functions of this module."""
    app.jinja_env.filters.update(
        day=day,
        age=age,
        instant=instant,
        number=number,
        euro=euro,
        percent=percent,
        host=host,
        prose=prose,
        segments=segments,
    )
    app.jinja_env.globals.update(
        term=term, is_old_plan=is_old_plan, is_outdated=is_outdated, UNKNOWN=UNKNOWN, edition_id=edition.id
    )


def day(value: str) -> str:
    """A date as people write it: `2023-06-18` → `18. Juni 2023`, `2023-06` → `Juni 2023`."""
    parts = [int(part) for part in value.split("-")]
    year, month, in_month = (*parts, 1, 1)[:3]
    pattern = DATE_PATTERNS[language()][len(parts) - 1]
    return str(format_date(date(year, month, in_month), pattern, locale=language()))


def age(value: str, today: date | None = None) -> str:
    """How long ago a day was, roughly: `vor 3 Monaten`; nothing for a date that is not a whole day or not past."""
    past = date.fromisoformat(value) - (today or date.today()) if len(value) == len("2023-06-18") else None
    if past is None or past > timedelta(0):
        return ""
    return str(format_timedelta(past, add_direction=True, locale=language())) if past else str(_("heute"))


def instant(value: str) -> str:
    """The start of a day as a date and time with zone (RFC 3339), for feeds."""
    return f"{value}T00:00:00Z"


def number(value: float) -> str:
    """A number with the separators of the language: 12000 → `12.000`."""
    return str(format_decimal(value, "#,##0", locale=language()))


def euro(value: int) -> str:
    """An amount: 8100000 → `8,1 Mio. Euro`, 37471 → `37.471 Euro`."""
    if value >= 1_000_000 and value % 10_000 == 0:
        millions = format_decimal(value / 1_000_000, "#,##0.##", locale=language())
        return str(_("%(millions)s Mio. Euro", millions=millions))
    return str(_("%(amount)s Euro", amount=number(value)))


def percent(value: float) -> str:
    """A share: 82.5 → `82,5 Prozent`."""
    return str(_("%(share)s Prozent", share=format_decimal(value, "#,##0.##", locale=language())))


def host(address: str) -> str:
    """The host of a web address, without `www.`: what a reader may know it by."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def prose(markdown: str) -> Markup:
    """Safe HTML of an entry's Markdown, with headings that fit below the page's own."""
    return Markup(to_html(markdown))


def segments(text: Segments) -> Markup:
    """A text of the search with its matched words marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if matched else escape(part) for part, matched in text
    )


def is_outdated(status: str, end: str | None) -> bool:
    """Whether a status can no longer be right today (see `model.status`)."""
    return status_is_outdated(status, end, date.today())


def is_old_plan(status: str, status_date: str, today: date | None = None) -> bool:
    """Whether an entry is still a plan although the date of its status lies two years back."""
    if status not in ("idee", "planung") or status_date == UNKNOWN:
        return False
    return int(status_date[:4]) + PLAN_AGES_YEARS <= (today or date.today()).year
