"""What every template may use: formats of German text, labels of terms, dates and amounts."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from flask import Flask
from markupsafe import Markup, escape

from catalogue.edition import Edition
from catalogue.entries import UNKNOWN
from catalogue.prose import to_html
from catalogue.web.edition_access import term
from search import Segments

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
PLAN_AGES_YEARS = 2
"""A plan whose realisation no source shows counts as old after this time."""


def register(app: Flask, edition: Edition) -> None:
    """Give all templates the filters and functions of this module."""
    app.jinja_env.filters.update(
        day=day, number=number, euro=euro, percent=percent, host=host, prose=prose, segments=segments
    )
    app.jinja_env.globals.update(term=term, is_old_plan=is_old_plan, UNKNOWN=UNKNOWN, edition_id=edition.id)


def day(value: str) -> str:
    """A date as people write it: `2023-06-18` → `18. Juni 2023`, `2023-06` → `Juni 2023`."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value
    month = f"{MONTHS[parts[1] - 1]} {parts[0]}"
    return f"{parts[2]}. {month}" if len(parts) == 3 else month


def number(value: float) -> str:
    """A number with German separators: 12000 → `12.000`."""
    return f"{value:,.0f}".replace(",", ".")


def euro(value: int) -> str:
    """An amount: 8100000 → `8,1 Mio. Euro`, 37471 → `37.471 Euro`."""
    if value >= 1_000_000 and value % 10_000 == 0:
        return f"{value / 1_000_000:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " Mio. Euro"
    return f"{number(value)} Euro"


def percent(value: float) -> str:
    """A share: 82.5 → `82,5 Prozent`."""
    return f"{value:g}".replace(".", ",") + " Prozent"


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


def is_old_plan(status: str, status_date: str, today: date | None = None) -> bool:
    """Whether an entry is still a plan although the date of its status lies two years back."""
    if status not in ("idee", "planung") or status_date == UNKNOWN:
        return False
    return int(status_date[:4]) + PLAN_AGES_YEARS <= (today or date.today()).year
