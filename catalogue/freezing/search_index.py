"""The index of the search that runs in the browser: one document an entry, weighted, read by Pagefind.

Documents are made of the entries and not of their pages, so that nothing is found that stands in navigation or beside.
The index is German, as entries are; their English names are in it too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from flask import Flask

from catalogue.exports.entries import told
from catalogue.freezing.addresses import file_of
from catalogue.freezing.frozen_site import facet_values
from catalogue.model.kinds import KINDS, Kind
from catalogue.queries import entries
from catalogue.queries.entry_index import IndexedEntry, entry_index
from catalogue.queries.vocabularies import Term
from catalogue.web.edition_access import ask_once, database, opened

FOLDER = "pagefind"

WEIGHTS = {"title": 8.0, "line": 4.0, "asked_as": 5.0, "terms": 1.5, "text": 1.0}
"""How much a word counts by where it stands; tuned on development judgments."""

NO_TEXT = ("id", "url", "sources", "recorded", "last_verified", "email")
"""Keys of an entry whose values nobody searches for."""

OF_NAVIGATION = ("pagefind-ui*", "pagefind-modular-ui*", "pagefind-component-ui*", "pagefind-highlight.js")
"""What Pagefind writes for pages that use its own box."""


class IndexFailed(Exception):
    """Pagefind ended with an error; the text is what it said."""


def write_search_index(site: Flask, folder: Path) -> None:
    """Write the index of all entries into the folder of a copy. Raises IndexFailed and OSError."""
    with tempfile.TemporaryDirectory(prefix="smart-city-katalog-") as temporary:
        for file, document in documents(site):
            path = Path(temporary, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(document, "utf-8")
        command = [sys.executable, "-m", "pagefind_bin", "--site", temporary, "--silent", "--keep-index-url"]
        command += ["--output-path", str(folder / FOLDER), "--force-language", "de"]
        ran = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if ran.returncode:
        raise IndexFailed(f"{ran.stdout}{ran.stderr}".strip())
    for pattern in OF_NAVIGATION:
        for needless in (folder / FOLDER).glob(pattern):
            needless.unlink()


def documents(site: Flask) -> Iterator[tuple[str, str]]:
    """The document of every entry with a page, by the file of the page."""
    with site.test_request_context("/"):
        facets = ask_once(facet_values)
        indexed = {(one.kind, one.id): one for one in entry_index(database())}
        for kind in KINDS:
            for entry_id, entry in entries.read(database(), kind.model).items():
                if one := indexed.get((kind.name, entry_id)):
                    values = facets[kind.name, entry_id] or [f"typ={kind.name}"]
                    yield file_of(one.path), document(one, kind, told(entry), values)


def document(one: IndexedEntry, kind: Kind, fields: dict[str, Any], facets: list[str]) -> str:
    """An entry as Pagefind reads it."""
    parts = {
        "title": [one.title, one.title_en or ""],
        "line": [one.line or "", one.line_en or ""],
        "asked_as": fields.pop("asked_as", []),
        "terms": [*_labels(facets), one.within or ""],
        "text": list(texts(fields)) if kind.searched else [],
    }
    filters = "".join(f'<i data-pagefind-filter="{f.replace("=", ":")}"></i>' for f in facets)
    body = "".join(
        f'<div data-pagefind-weight="{WEIGHTS[name]}">{"".join(f"<p>{escape(t)}</p>" for t in lines if t)}</div>'
        for name, lines in parts.items()
    )
    meta = f'<i data-pagefind-meta="title:{escape(one.title)}"></i>'
    return f'<!doctype html><html lang="de"><body data-pagefind-body>{meta}{filters}{body}</body></html>'


def texts(value: Any) -> Iterator[str]:
    """Every text of an entry, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in NO_TEXT:
                yield from texts(one)


def _labels(facets: list[str]) -> Iterator[str]:
    """The names of the terms that an entry has."""
    terms: dict[str, Term] = {}
    for vocabulary in opened().terms["de"].values():
        terms |= vocabulary
    for facet in facets:
        if term := terms.get(facet.partition("=")[2]):
            yield term.label
