"""That all entries tell a page alike: its address, its title, its date."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.entries import DocumentedEntry, Source
from catalogue.model.web_addresses import page_of
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown

FIELDS = {"url": "Adresse", "title": "Titel", "date": "Datum"}


def sources_told_differently(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """A page that an earlier entry tells with another address, title or date; the edition keeps one of them."""
    first: dict[str, tuple[EntryFile, Source]] = {}
    for file in content.files:
        if not isinstance(file.entry, DocumentedEntry):
            continue
        for n, source in enumerate(file.entry.sources):
            other, earlier = first.setdefault(page_of(source.url), (file, source))
            for field, name in FIELDS.items() if other is not file else ():
                told, before = getattr(source, field), getattr(earlier, field)
                if told != before:
                    said = f"{shown(before)} als {name}" if before else f"kein {name}"
                    message = f"Für dieselbe Seite hat {other.path} {said}. Schreiben Sie beides gleich."
                    yield (
                        file,
                        Flaw(*file.position(("sources", n, field)), "source-differs", message, "warning"),
                    )
