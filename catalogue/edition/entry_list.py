"""The table `entries`: every entry that has a page, whatever its kind. Lists of several kinds are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from catalogue.edition.tables import DatabaseColumn, DatabaseTable, Row
from catalogue.model.entries import DocumentedEntry, Vocabulary
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.shapes import shapes
from catalogue.model.values import TermReference

ENTRY_LIST = DatabaseTable(
    "entries",
    "Alle Einträge mit einer eigenen Seite, gleich welcher Art",
    (
        DatabaseColumn("kind", str, "Art des Eintrags, zum Beispiel measure", required=True),
        DatabaseColumn("id", str, "Kennung des Eintrags", required=True),
        DatabaseColumn("title", str, "Name", required=True),
        DatabaseColumn("line", str, "Was es ist, in einer Zeile"),
        DatabaseColumn("title_en", str, "Englischer Name, wo es einen gibt"),
        DatabaseColumn("line_en", str, "Was es ist, in einer Zeile auf Englisch"),
        DatabaseColumn(
            "within", str, "Name des Eintrags, zu dem er gehört: das Modellprojekt einer Maßnahme"
        ),
        DatabaseColumn("path", str, "Pfad der Seite", required=True),
        DatabaseColumn("recorded", str, "Tag, an dem die Angaben erfasst wurden", required=True),
        DatabaseColumn(
            "last_verified",
            str,
            "Tag, an dem sie zuletzt mit ihren Seiten verglichen wurden, wenn es geschah",
        ),
    ),
    ("kind", "id"),
    "technical",
)

Placed = tuple[DocumentedEntry, Mapping[str, str]]
"""An entry, and the ids that its place in the folder tree adds: `{"project": "zwoenitz"}`."""


def entry_list(entries: Sequence[Placed], vocabularies: Iterable[Vocabulary]) -> Iterator[Row]:
    """The rows of the table, in the order of `entries`."""
    labels = {(v.id, term.id): term.label.de for v in vocabularies for term in v.terms}
    titles = {(entry.kind, entry.id): getattr(entry, KINDS_BY_NAME[entry.kind].title) for entry, _ in entries}
    for entry, place in entries:
        kind = KINDS_BY_NAME[entry.kind]
        if not (path := kind.path(entry)):
            continue
        within = next((titles[owner, owner_id] for owner, owner_id in place.items()), None)
        title = titles[entry.kind, entry.id]
        english = (getattr(entry, name, None) for name in ("title_en", "subtitle_en"))
        line = _line(entry, labels)
        yield (
            entry.kind,
            entry.id,
            title,
            line,
            *english,
            within,
            path,
            entry.recorded,
            entry.last_verified,
        )


def _line(entry: DocumentedEntry, labels: Mapping[tuple[str, str], str]) -> str | None:
    """What a list says of an entry; a term stands with its German name."""
    for name in KINDS_BY_NAME[entry.kind].lines:
        value: str | None = getattr(entry, name)
        if value:
            target = shapes(type(entry))[name].target
            return (
                labels.get((target.vocabulary, value), value) if isinstance(target, TermReference) else value
            )
    return None
