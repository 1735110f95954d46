"""What every template may use: formats of German text, labels of terms, dates and amounts."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from markupsafe import Markup, escape

from catalogue.edition import Edition
from catalogue.facts import formats
from catalogue.model.kinds import KINDS
from catalogue.model.status import PLANNED
from catalogue.model.status import is_outdated as status_is_outdated
from catalogue.model.values import UNKNOWN
from catalogue.reading.prose import to_html
from catalogue.web.addresses import root_of_site
from catalogue.web.edition_access import opened, term, words
from catalogue.web.footnotes import Footnotes
from catalogue.web.languages import language, other_languages
from catalogue.web.navigation import Frame, frame
from search import Segments

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
        size=size,
        host=host,
        prose=prose,
        segments=segments,
    )
    app.context_processor(lambda: {"footnotes": Footnotes(), "frame": frame_of_page()})
    app.jinja_env.globals.update(
        term=term,
        is_old_plan=is_old_plan,
        is_outdated=is_outdated,
        status_text=status_text,
        folders={kind.name: kind.folder for kind in KINDS},
        UNKNOWN=UNKNOWN,
        edition_id=edition.id,
        frozen_copy=None,
    )


def frame_of_page() -> Frame:
    """Header and footer of the current page."""
    return frame(
        request.path,
        language(),
        current_app.config["SITE_NAME"],
        opened().edition.id,
        root_of_site(),
        request.script_root,
        tuple(other_languages()),
    )


def day(value: str) -> str:
    """A date as people write it, in the language of the page (see `facts.formats`, as for what follows)."""
    return formats.day(value, language())


def age(value: str, today: date | None = None) -> str:
    """How long ago a day was, roughly: `vor 3 Monaten`; nothing for a date that is not a whole day or not past."""
    return formats.age(value, language(), today or date.today())


def instant(value: str) -> str:
    """The start of a day as a date and time with zone (RFC 3339), for feeds."""
    return f"{value}T00:00:00Z"


def number(value: float) -> str:
    """A number with the separators of the language."""
    return formats.number(value, language())


def euro(value: int) -> str:
    """An amount in euros."""
    return formats.euro(value, language())


def percent(value: float) -> str:
    """A share in per cent."""
    return formats.percent(value, language())


def size(count: int) -> str:
    """A number of bytes as text."""
    return formats.size(count, language())


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


def status_text(status: str, status_date: str, end: str | None = None) -> str:
    """How far something is, and when that held, as facts tell it (see `facts.wording`)."""
    return words().status(status, status_date, end)


def is_outdated(status: str, end: str | None) -> bool:
    """Whether a status can no longer be right today (see `model.status`)."""
    return status_is_outdated(status, end, date.today())


def is_old_plan(status: str, status_date: str, today: date | None = None) -> bool:
    """Whether an entry is still a plan although the date of its status lies two years back."""
    if status not in PLANNED or status_date == UNKNOWN:
        return False
    return int(status_date[:4]) + PLAN_AGES_YEARS <= (today or date.today()).year
