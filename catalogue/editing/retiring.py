"""Taking an entry away: its id is listed as retired with the reason, and nothing names it any more.

What cannot do without it, such as a reuse of it, is told, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import indent

from catalogue.editing.file_changes import FileChanges, NotChanged, Splice
from catalogue.editing.references_to import dropped, links_to, mentions_of, text_of, unlinked
from catalogue.editing.writer import yaml_text
from catalogue.model.entries import DocumentedEntry, RetiredId
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.file_places import RETIRED

HEAD = "id: retired\nids:\n"


def retire(
    content: Content, file: EntryFile, reason: str, day: str, instead: Sequence[str] = ()
) -> FileChanges:
    """The changes that take an entry away. `day` is an ISO date. Raises NotChanged if a list is not understood."""
    assert isinstance(file.entry, DocumentedEntry)
    changes = FileChanges(removed=[file.path])
    for owner, mention in mentions_of(content, file.kind, file.id):
        if owner is not file and isinstance(mention.location[-1], int):
            changes.splices.append(dropped(content.root, owner, mention))
    for path, line, column, _ in links_to(content, file.kind, file.id):
        if path != file.path:
            changes.splices.append(unlinked(content.root, path, line, column))
    items = "".join(
        _item({"kind": file.kind, "id": gone, "date": day, "reason": reason, "instead": [*instead]})
        for gone in (file.id, *file.entry.former_ids)
    )
    _list(content, items, changes)
    return changes


def _item(values: dict[str, object]) -> str:
    return indent(yaml_text(RetiredId, values), "    ").replace("    ", "  - ", 1)


def _list(content: Content, items: str, changes: FileChanges) -> None:
    """Put items at the end of the list of retired ids, which is made if there is none."""
    path = RETIRED.as_posix()
    if not (content.root / RETIRED).exists():
        changes.added[path] = HEAD + items
        return
    if not content.retired_ids:
        raise NotChanged(f"{path}: Löschen Sie die leere Datei.")
    lines = text_of(content.root, path).split("\n")
    changes.splices.append(
        Splice(path, len(lines), len(lines[-1]) + 1, "", f"\n{items}" if lines[-1] else items)
    )
