"""Which addresses of the site a frozen copy has, and under which file: pure rules over paths, nothing is asked or written.

What a copy lacks are answers to free questions: the data in SQL, the interface for programs, the shortlist, and forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from catalogue.api.parameters import FILTERS
from catalogue.web.languages import ENGLISH_ROOT, below

DOWNLOADS = "/daten/downloads"
SEARCH = "/suche"

DATA = ("/daten", "/daten/")
"""The start page of Datasette; who wants the data gets the page of downloads instead."""

LIVE_ONLY = re.compile(
    r"/(merkliste(\.\w+)?|mitmachen/(neu|aendern)(/.*)?|vorschlaege|opensearch\.xml|robots\.txt|api(?!/$|/openapi\.json$)(/.*)?"
    r"|daten/(?!downloads|schema|dcat\.).*)$"
)
"""What means nothing without the running site, beside what is asked with a query: its other pages of Datasette too."""

PAPER = re.compile(r"/steckbrief\.(pdf|docx)$")
"""Papers are German whatever the language of the page, so that both languages share the file."""

WHOLE_ADDRESSES = re.compile(r"\.(atom|xml)$")
"""Feeds and the site map speak in whole addresses alone, which only the live site has."""

ASKED = {"/neues": "seite", "/projekte": "land", "/roadmap": "strang", "/transfers": "art"}
"""Pages that are frozen for each value of a parameter that links name too."""

VALUE = re.compile(r"[a-z0-9-]{1,60}")

SEARCHED = ("q", *FILTERS)
"""What the search of the copy understands of an address."""

UNIMPORTANT = ("sortierung", "ansicht", "umfang", "seite")
"""What it leaves out: how the same hits are shown."""


@dataclass(frozen=True, slots=True)
class FrozenAddress:
    """An address that the copy has."""

    address: str
    """What to ask the site for."""
    file: str
    """Where the answer lies in the folder of the copy."""
    query: str = ""
    """What follows the file in a link, for the search of the copy."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a copy holds beside the pages."""

    papers: bool = False
    whole_addresses: bool = False
    only: frozenset[str] = frozenset()
    """The addresses of a copy of a few pages; empty for a copy of all."""

    def frozen(self, address: str) -> FrozenAddress | None:
        """What an address below the site, as `/en/suche?q=bus`, is in the copy; nothing if the copy lacks it."""
        found = self._among_all(address)
        return None if found and self.only and found.address not in self.only else found

    def _among_all(self, address: str) -> FrozenAddress | None:
        path, _, query = address.partition("?")
        root, page = ENGLISH_ROOT, below(path, ENGLISH_ROOT)
        if page is None:
            root, page = "", path
        if page in DATA:
            page, query = DOWNLOADS, ""
        if page == "/" and query.startswith("sprache="):
            query = ""
        if page == SEARCH:
            asked = _search(query)
            return None if asked is None else FrozenAddress(root + page, file_of(root + page), asked)
        if LIVE_ONLY.match(page) or (WHOLE_ADDRESSES.search(page) and not self.whole_addresses):
            return None
        if PAPER.search(page):
            return FrozenAddress(page, file_of(page)) if self.papers else None
        if not query:
            return FrozenAddress(root + page, file_of(root + page))
        name, _, value = query.partition("=")
        if ASKED.get(page) != name or not VALUE.fullmatch(value):
            return None
        return FrozenAddress(f"{root}{page}?{query}", file_of(f"{root}{page}--{name}-{value}"))


def _search(query: str) -> str | None:
    """The query of a search as the copy understands it; nothing if it asks for what the copy cannot find."""
    pairs = [(name, value) for name, value in parse_qsl(query) if name not in UNIMPORTANT]
    return urlencode(pairs) if all(name in SEARCHED for name, _ in pairs) else None


def file_of(path: str) -> str:
    """The file of a path: `/` is `index.html`, `/massnahmen/x` is `massnahmen/x.html`, one with an ending keeps it."""
    if path.endswith("/"):
        return f"{path}index.html".removeprefix("/")
    ending = "" if "." in path.rpartition("/")[2] else ".html"
    return f"{path}{ending}".removeprefix("/")
