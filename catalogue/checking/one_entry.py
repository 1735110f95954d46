"""What can be told of one entry without the files of the others: the rules for it alone, and for what it names.

What compares entries (the same title, a copied text) is left to the check of the whole content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from catalogue.checking.future import in_future
from catalogue.checking.phrases import missing_words
from catalogue.checking.placement import grouping_folder, project_folder
from catalogue.checking.references import Known, unknown_and_repeated
from catalogue.model.entries import Measure
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw

Ids = dict[str, dict[str, None]]
"""The ids that stand for an entry, by kind."""


def check_entry(file: EntryFile, ids: Ids, terms: Mapping[str, Known], today: date) -> list[Flaw]:
    """The flaws of a file: those found while reading it, and those that `ids` and `terms` of the others tell."""
    return sorted({*file.flaws, *_flaws(file, ids, terms, today)}, key=lambda flaw: (flaw.line, flaw.column))


def _flaws(file: EntryFile, ids: Ids, terms: Mapping[str, Known], today: date) -> Iterator[Flaw]:
    content = _others(ids)
    yield from unknown_and_repeated(file, content, terms)
    if file.kind == Measure.kind:
        yield from project_folder(file, content)
    yield from grouping_folder(file)
    yield from in_future(file, (today + timedelta(days=1)).isoformat())
    yield from missing_words(file)


def _others(ids: Ids) -> Content:
    """A content of which nothing is known but ids."""
    content = Content(Path(), [], [], "", [])
    content.ids = ids
    content.former_ids = {}
    content.register = []
    content.districts = []
    return content
