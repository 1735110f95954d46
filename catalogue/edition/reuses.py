"""Which reuses count for which entry, as a table: what `model.reuse` defines, baked for every query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from catalogue.edition.tables import DatabaseColumn, DatabaseTable
from catalogue.model.entries import Entry, Measure, Project, Reuse, Solution
from catalogue.model.reuse import Family, rows

REUSES_OF_ENTRIES = DatabaseTable(
    "reuses_of_entries",
    "Welche Nachnutzungen für welchen Eintrag zählen, je Zeile ein Eintrag und eine Nachnutzung: für eine Lösung die "
    "ihren und die ihrer Maßnahmen, für eine Maßnahme die ihren und die ihrer Lösung, für ein Modellprojekt die seiner "
    "Maßnahmen und der Lösungen, die aus ihm kommen",
    (
        DatabaseColumn("entry_kind", str, "Art des Eintrags: measure, solution oder project", required=True),
        DatabaseColumn("entry", str, "Kennung des Eintrags", required=True),
        DatabaseColumn("reuse", str, "Kennung der Nachnutzung", "reuses", required=True),
    ),
    ("entry_kind", "entry", "reuse"),
    "links",
)


def reuses_of_entries(entries: Iterable[tuple[Entry, Mapping[str, str]]]) -> Iterator[tuple[str, str, str]]:
    """The rows of the table; entries come with the ids that their folder adds (`{"project": "zwoenitz"}`)."""
    entries = list(entries)
    family = Family(
        projects={e.id: e for e, _ in entries if isinstance(e, Project)},
        solutions={e.id: e for e, _ in entries if isinstance(e, Solution)},
        project_of={e.id: place["project"] for e, place in entries if isinstance(e, Measure)},
    )
    return rows(family, (e for e, _ in entries if isinstance(e, Reuse)))
