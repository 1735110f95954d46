"""A newsletter of new and changed entries since a day, as plain text and as simple HTML that mail programs show."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from html import escape
from itertools import groupby
from textwrap import fill
from typing import NamedTuple

from catalogue.facts.formats import day
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.site_address import address_below
from catalogue.queries import news

WIDTH = 72
"""Columns of the plain text; quoted once in an answer it still fits a screen."""

CHANGED = "geändert"


class Item(NamedTuple):
    """An entry in the newsletter."""

    title: str
    subtitle: str
    address: str
    changed: bool


class Digest(NamedTuple):
    """A newsletter: its title, and its items under their headings."""

    title: str
    parts: list[tuple[str, list[Item]]]


def digest(db: sqlite3.Connection, since: str, site: str) -> Digest:
    """What is new since a day (`2026-11-01`), with whole addresses below `site`. An entry is named once."""
    rows = {(row.kind, row.entry): row for row in reversed(news.since(db, since))}
    items = [
        (row.kind, Item(row.title, row.subtitle, address_below(site, row.path), row.change == "changed"))
        for row in reversed(rows.values())
    ]
    return Digest(
        f"Neues im Smart-City-Katalog seit {day(since, 'de')}",
        [
            (KINDS_BY_NAME[kind].plural.de, [item for _, item in same])
            for kind, same in groupby(items, key=lambda pair: pair[0])
        ],
    )


def as_text(letter: Digest) -> str:
    """The newsletter as plain text, wrapped so that mail programs leave it alone; addresses stay whole."""
    lines = [letter.title, "=" * min(len(letter.title), WIDTH), ""]
    if not letter.parts:
        lines += ["Seither ist nichts neu und nichts geändert.", ""]
    for heading, items in letter.parts:
        lines += [heading, "-" * len(heading), ""]
        for item in items:
            lines += [fill(f"* {_told(item)}", WIDTH, subsequent_indent="  "), f"  {item.address}", ""]
    return "\n".join(lines)


def as_html(letter: Digest) -> str:
    """The newsletter as a page without styles, scripts or images."""
    return "\n".join(_html(letter)) + "\n"


def _html(letter: Digest) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="de">\n<head>\n<meta charset="utf-8">'
    yield f"<title>{escape(letter.title)}</title>\n</head>\n<body>\n<h1>{escape(letter.title)}</h1>"
    if not letter.parts:
        yield "<p>Seither ist nichts neu und nichts geändert.</p>"
    for heading, items in letter.parts:
        yield f"<h2>{escape(heading)}</h2>\n<ul>"
        for item in items:
            link = f'<a href="{escape(item.address)}">{escape(item.title)}</a>'
            yield f"<li>{link}{escape(_told(item).removeprefix(item.title))}</li>"
        yield "</ul>"
    yield "</body>\n</html>"


def _told(item: Item) -> str:
    return (
        item.title
        + (f": {item.subtitle}" if item.subtitle else "")
        + (f" ({CHANGED})" if item.changed else "")
    )
