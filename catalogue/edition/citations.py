"""Which source says which fact, as a table: what `model.citations` finds in the entries, baked for every query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalogue.edition.shared_parts import Numbers, shared_key
from catalogue.edition.tables import DatabaseColumn, DatabaseTable, Row
from catalogue.model.citations import citations
from catalogue.model.entries import DocumentedEntry

FACTS_SOURCES = DatabaseTable(
    "facts_sources",
    "Welche Quelle welche Angabe sagt, je Zeile eine Angabe und eine Quelle. Zu results gehört die Zeile mit fact = 'results' "
    "und derselben position. Was hier fehlt, stammt aus einer der Quellen des Eintrags, ohne dass er sagt, aus welcher",
    (
        DatabaseColumn("entry_kind", str, "Art des Eintrags, zum Beispiel measure", required=True),
        DatabaseColumn("entry", str, "Kennung des Eintrags", required=True),
        DatabaseColumn("fact", str, "Feld des Eintrags, zum Beispiel results oder status", required=True),
        DatabaseColumn(
            "position", int, "Stelle in der Liste, ab 1; 0, wenn die Angabe keine Liste ist", required=True
        ),
        DatabaseColumn("source", int, "Nummer in sources", "sources", required=True),
        DatabaseColumn(
            "derived", bool, "1: erschlossen, weil der Eintrag nur diese eine Quelle hat", required=True
        ),
    ),
    ("entry_kind", "entry", "fact", "position", "source"),
    "links",
)


def facts_sources(entries: Iterable[DocumentedEntry], numbers: Numbers) -> Iterator[Row]:
    """The rows of the table. `numbers` gives the number of each source."""
    for entry in entries:
        rows = {
            (
                entry.kind,
                entry.id,
                one.fact,
                one.position,
                numbers[shared_key(entry.sources[one.source - 1])],
                one.derived,
            )
            for one in citations(entry)
        }
        yield from sorted(rows)
