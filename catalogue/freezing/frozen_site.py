"""The web frontend as a copy asks it: it knows that it is frozen, and its search page lists everything from A to Z.

On that page `frozen.js` finds: with Pagefind from a web space, by the list itself from disk.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from flask import Flask, render_template

from catalogue.api.parameters import FILTERS
from catalogue.edition import Edition
from catalogue.freezing.links import NOWHERE
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries.entry_index import IndexedEntry, entry_index
from catalogue.web import create_app
from catalogue.web.edition_access import ask_once, database, engine
from catalogue.web.languages import in_language

MOST_ENTRIES = 100_000


@dataclass(frozen=True, slots=True)
class FrozenCopy:
    """What a page says of the copy that it stands in."""

    edition: str
    day: str
    live: str
    """Address of the live site; empty if none is known."""


@dataclass(frozen=True, slots=True)
class IndexLine:
    """An entry in the list from A to Z."""

    entry: IndexedEntry
    kind: str
    facets: str
    """Its values of all facets, as `frozen.js` compares them: `feld=mobilitaet land=sachsen`."""


def frozen_site(edition: Edition) -> Flask:
    """The web frontend over an edition for a copy. Raises `web.WrongSetting`."""
    app = create_app(edition, {"TESTING": True})
    live = app.config["SITE_ADDRESS"] or ""
    if not live:
        app = create_app(edition, {"TESTING": True, "SITE_ADDRESS": NOWHERE})
    app.jinja_env.globals["frozen_copy"] = FrozenCopy(edition.id, edition.day, live)
    app.view_functions["search_page.search"] = search_page
    return app


def search_page() -> str:
    """Everything from A to Z, with the box of the search."""
    values = ask_once(facet_values)
    listed = [
        IndexLine(one, in_language(KINDS_BY_NAME[one.kind].singular), " ".join(values[one.kind, one.id]))
        for one in sorted(entry_index(database()), key=lambda one: _alphabetical(one.title))
    ]
    letters = [(letter, list(same)) for letter, same in groupby(listed, lambda one: _letter(one.entry.title))]
    return render_template("frozen_search.html", letters=letters, total=len(listed))


def facet_values(_: sqlite3.Connection) -> dict[tuple[str, str], list[str]]:
    """What each entry is narrowed by, by kind and id: `feld=mobilitaet`. The search itself tells it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    counts = engine().search("", page_size=1, facets=FILTERS).facets
    for facet in FILTERS:
        for value, _count in counts.get(facet, ()):
            for hit in engine().search("", {facet: [value]}, page_size=MOST_ENTRIES, facets=()).hits:
                found[hit.kind, hit.id].append(f"{facet}={value}")
    return found


def _alphabetical(title: str) -> str:
    """A title as a German index orders it: letters without their signs, nothing before the first letter or digit."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", title) if not unicodedata.combining(sign))
    plain = plain.casefold()
    return plain.lstrip("".join({sign for sign in plain if not sign.isalnum()}))


def _letter(title: str) -> str:
    first = _alphabetical(title)[:1].upper()
    return first if first.isalpha() else "0–9"
