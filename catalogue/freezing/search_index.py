"""The index of the search that runs in the browser: one document an entry, weighted, read by Pagefind.

Documents are made of the entries and not of their pages, so that nothing is found that stands in navigation or beside.
The index is German, as entries are; their English names are in it too. Pagefind knows neither the parts of compounds nor
concepts: what the site's own search has found out of each entry goes into its document, and the names of concepts into a file
beside the index, by which `frozen_search.js` tells what a query means.
"""

from __future__ import annotations

import json
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
from catalogue.web.edition_access import ask_once, database, engine, opened
from search import plain_documents

FOLDER = "pagefind"

WEIGHTS = {"title": 8.0, "line": 4.0, "asked_as": 5.0, "terms": 1.5, "text": 1.0, "meant": 1.0}
"""How much a word counts by where it stands; set by judgement, no other values were tried."""

CONCEPT = "zzz"
"""What the term of a concept begins with, as `search.plain_terms` has it."""

CONCEPTS_FILE = "concepts.json"

END_OF_TEXT = "¶"
"""What stands before words that are only to be found and not to be shown."""

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
    with site.test_request_context("/"):
        names = {_concept(one.id): one.names for one in engine().named_concepts}
    (folder / FOLDER / CONCEPTS_FILE).write_text(json.dumps(names, ensure_ascii=False), "utf-8")
    for pattern in OF_NAVIGATION:
        for needless in (folder / FOLDER).glob(pattern):
            needless.unlink()


def documents(site: Flask) -> Iterator[tuple[str, str]]:
    """The document of every entry with a page, by the file of the page."""
    with site.test_request_context("/"):
        facets = ask_once(facet_values)
        terms = plain_documents(opened().edition.index)
        indexed = {(one.kind, one.id): one for one in entry_index(database())}
        for kind in KINDS:
            for entry_id, entry in entries.read(database(), kind.model).items():
                if one := indexed.get((kind.name, entry_id)):
                    values = facets[kind.name, entry_id] or [f"typ={kind.name}"]
                    meant = terms.get(entry_id, "") if kind.searched else ""
                    yield file_of(one.path), document(one, kind, told(entry), values, meant)


def document(one: IndexedEntry, kind: Kind, fields: dict[str, Any], facets: list[str], meant: str) -> str:
    """An entry as Pagefind reads it; `meant` are the terms by which the site's own search finds it."""
    parts = {
        "title": [one.title, one.title_en or ""],
        "line": [one.line or "", one.line_en or ""],
        "asked_as": fields.pop("asked_as", []),
        "terms": [*_labels(facets), one.within or ""],
        "text": list(texts(fields)) if kind.searched else [],
        "meant": [f"{END_OF_TEXT} {_told_in_other_words(meant)}"],
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


def _told_in_other_words(terms: str) -> str:
    """Concepts as often as they are named, and every other term once."""
    words = terms.split()
    return " ".join([*dict.fromkeys(words), *(word for word in words if word.startswith(CONCEPT))])


def _concept(concept: str) -> str:
    """The term of a concept."""
    return CONCEPT + "".join(sign for sign in concept if sign.isalnum())


def _labels(facets: list[str]) -> Iterator[str]:
    """The names of the terms that an entry has."""
    terms: dict[str, Term] = {}
    for vocabulary in opened().terms["de"].values():
        terms |= vocabulary
    for facet in facets:
        if term := terms.get(facet.partition("=")[2]):
            yield term.label
