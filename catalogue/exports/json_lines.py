"""Entries as JSON lines (https://jsonlines.org): a file a kind, a line an entry as its file tells it, and the terms they use."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from catalogue.edition.tables import plural
from catalogue.exports.entries import told
from catalogue.model.entries import PUBLISHED
from catalogue.queries import entries, vocabularies


def json_lines(db: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the files."""
    for model in PUBLISHED:
        yield f"{plural(model.kind)}.jsonl", _lines(map(told, entries.read(db, model).values()))
    yield "terms.jsonl", _lines(_terms(db))


def _terms(db: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Every term of every vocabulary with its name in both languages."""
    for vocabulary in vocabularies.tables(db):
        german, english = (vocabularies.terms(db, vocabulary, language) for language in ("de", "en"))
        for term in german.values():
            label = {"de": term.label, "en": english[term.id].label}
            yield {"vocabulary": vocabulary, "id": term.id, "label": label, "description": term.description}


def _lines(records: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
