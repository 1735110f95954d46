"""All published entries as the check knows them: as files, though without lines and columns."""

from __future__ import annotations

import sqlite3

from catalogue.editing.writer import entry_path
from catalogue.edition.tables import plural
from catalogue.model.entries import PUBLISHED
from catalogue.queries import entries
from catalogue.queries.records import pairs
from catalogue.reading.entry_file import EntryFile


def entry_files(db: sqlite3.Connection) -> list[EntryFile]:
    """Every published entry with the path that its file has below the content folder, in the order of kinds and ids."""
    found = []
    for model in PUBLISHED:
        folders: dict[str, str] = {}
        for column in model.placed_in:
            folders = dict(pairs(db, f'SELECT id, "{column}" FROM {plural(model.kind)}', (), str, str))
        for entry_id, entry in entries.read(db, model).items():
            group = model.grouped_by or "id"
            named = {group: getattr(entry, group), "id": entry_id}
            path = entry_path(model, named, folders.get(entry_id, ""))
            found.append(
                EntryFile(path.as_posix(), path.parent.name, model.kind, entry_id, entry, {}, (), ())
            )
    return found
