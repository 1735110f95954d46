"""Which entries have grown old: their facts were long not compared with their pages, or say that something still comes that is past."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from catalogue.model.days import last_day
from catalogue.model.entries import DocumentedEntry, Measure, Solution
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.status import is_outdated
from catalogue.model.values import EntryReference
from catalogue.reading.content import Content

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Stale:
    """An entry that somebody should compare with its pages."""

    path: str
    """Of its file, below the content folder."""
    line: int
    """Where the day or the status stands."""
    kind: str
    id: str
    title: str
    as_of: str
    """The day from which its facts are."""
    months: int
    """How many whole months ago that was."""
    outdated_status: str
    """The status that cannot be right any more, with the end that is past; empty if there is none."""
    named_by: int
    """How many values of other entries name it."""


def stale(content: Content, months: int, today: date) -> list[Stale]:
    """The entries whose facts are older than so many months, and those whose status is outdated.

    What tells something wrong comes first, then what others take over, then what most entries name, then the oldest.
    """
    named = Counter(
        (kind, mention.value)
        for file in content.files
        for mention in file.mentions
        if isinstance(mention.target, EntryReference)
        for kind in mention.target.kinds
    )
    found = [*_stale(content, months, today, named)]
    return sorted(
        found,
        key=lambda one: (
            not one.outdated_status,
            one.kind != Solution.kind,
            -one.named_by,
            one.as_of,
            one.id,
        ),
    )


def _stale(content: Content, months: int, today: date, named: Counter[tuple[str, str]]) -> Iterator[Stale]:
    for kind, files in content.entries.items():
        for file in files.values():
            entry = file.entry
            if not isinstance(entry, DocumentedEntry):
                continue
            age = months_between(last_day(entry.as_of), today)
            outdated = isinstance(entry, Measure) and is_outdated(entry.status, entry.end, today)
            if age < months and not outdated:
                continue
            where = "status" if outdated else "last_verified" if entry.last_verified else "recorded"
            yield Stale(
                file.path,
                file.position((where,))[0],
                kind,
                file.id,
                str(getattr(entry, KINDS_BY_NAME[kind].title)),
                entry.as_of,
                age,
                f"{entry.status} bis {entry.end}" if isinstance(entry, Measure) and outdated else "",
                named[kind, file.id],
            )


def months_between(day: date, today: date) -> int:
    """How many whole months lie between two days."""
    return (today.year - day.year) * MONTHS_A_YEAR + today.month - day.month - (today.day < day.day)
