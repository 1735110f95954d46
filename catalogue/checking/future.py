"""That no date of what has been lies after today: of gathering, verification, reading, release, source, or a start that is over.

A clock may be wrong, content gathered by many people is not: if most entries were gathered later than the clock says, the
clock is behind, and today is the day that most of them name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from catalogue.model.entries import DocumentedEntry, Knowledge, Measure, Municipality, Project, Solution
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw
from catalogue.reading.yaml_values import Location

EVENTS = "formate"
"""The kind of knowledge that may be announced."""

BEGUN = ("betrieb", "abgeschlossen", "eingestellt")
"""Statuses of what must have begun."""


def last_day(content: Content, today: date) -> str:
    """The latest day that can have been, as in content: tomorrow, since the day ends at other times elsewhere."""
    recorded = Counter(
        file.entry.recorded for file in content.files if isinstance(file.entry, DocumentedEntry)
    )
    usual = recorded.most_common(1)[0][0] if recorded else ""
    return max((today + timedelta(days=1)).isoformat(), usual)


def in_future(file: EntryFile, last: str) -> Iterator[Flaw]:
    """Dates of what has been that lie after the last possible day."""
    entry = file.entry
    if not isinstance(entry, DocumentedEntry):
        return
    days: list[tuple[str, str | None, Location]] = [
        ("der Erfassung", entry.recorded, ("recorded",)),
        ("der Prüfung", entry.last_verified, ("last_verified",)),
    ]
    if isinstance(entry, Measure | Solution):
        for n, repository in enumerate(entry.repositories):
            stated = {
                "read": "des Lesens",
                "last_release": "der Veröffentlichung",
                "last_commit": "der Änderung",
            }
            days += [
                (what, getattr(repository, key), ("repositories", n, key)) for key, what in stated.items()
            ]
    if isinstance(entry, Knowledge) and entry.knowledge_kind != EVENTS:
        days.append(("der Veröffentlichung", entry.date, ("date",)))
    if isinstance(entry, Municipality | Project):
        days.append(("der Zählung", str(entry.population_year or ""), ("population_year",)))
    for what, day, location in days:
        if day and _after(day, last):
            message = f"Das Datum {what} {day} liegt in der Zukunft. Berichtigen Sie es."
            yield Flaw(*file.position(location), "day-in-future", message)
    if isinstance(entry, Measure) and entry.status in BEGUN and entry.start and _after(entry.start, last):
        message = (
            f"Der Beginn {entry.start} liegt in der Zukunft, der Stand ist aber „{entry.status}“. "
            "Berichtigen Sie den Beginn (start) oder den Stand (status)."
        )
        yield Flaw(*file.position(("start",)), "start-in-future", message)
    for n, source in enumerate(entry.sources):
        if source.date and _after(source.date, last):
            message = f"Das Datum der Quelle {source.date} liegt in der Zukunft. Berichtigen Sie es oder löschen Sie die Zeile."
            yield Flaw(*file.position(("sources", n, "date")), "source-in-future", message)


def _after(day: str, last: str) -> bool:
    """Whether a date of any precision lies after a day for certain."""
    return day > last[: len(day)]
