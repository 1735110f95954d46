"""That nothing was verified and no source was written after today.

A clock may be wrong, content checked by many people is not: if most entries were verified later than the clock says, the
clock is behind, and today is the day that most of them name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from catalogue.model.entries import DocumentedEntry
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw


def last_day(content: Content, today: date) -> str:
    """The latest day that can have been, as in content: tomorrow, since the day ends at other times elsewhere."""
    verified = Counter(
        file.entry.last_verified for file in content.files if isinstance(file.entry, DocumentedEntry)
    )
    usual = verified.most_common(1)[0][0] if verified else ""
    return max((today + timedelta(days=1)).isoformat(), usual)


def in_future(file: EntryFile, last: str) -> Iterator[Flaw]:
    """Dates of verification and of sources that lie after the last possible day."""
    entry = file.entry
    if not isinstance(entry, DocumentedEntry):
        return
    if _after(entry.last_verified, last):
        message = f"Der Tag der Prüfung {entry.last_verified} liegt in der Zukunft. Berichtigen Sie ihn."
        yield Flaw(*file.position(("last_verified",)), "verified-in-future", message)
    for n, source in enumerate(entry.sources):
        if source.date and _after(source.date, last):
            message = f"Das Datum der Quelle {source.date} liegt in der Zukunft. Berichtigen Sie es oder löschen Sie die Zeile."
            yield Flaw(*file.position(("sources", n, "date")), "source-in-future", message)


def _after(day: str, last: str) -> bool:
    """Whether a date of any precision lies after a day for certain."""
    return day > last[: len(day)]
