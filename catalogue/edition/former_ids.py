"""The table `former_ids`: what became of the ids that entries had once, for whoever still has their addresses."""

from __future__ import annotations

import json

from catalogue.edition.tables import DatabaseColumn, DatabaseTable, Row
from catalogue.reading.content import Content

FORMER_IDS = DatabaseTable(
    "former_ids",
    "Kennungen, die es nicht mehr gibt, und was aus ihren Einträgen wurde: umbenannt oder gelöscht",
    (
        DatabaseColumn("kind", str, "Art des Eintrags, zum Beispiel measure", required=True),
        DatabaseColumn("id", str, "Die frühere Kennung", required=True),
        DatabaseColumn("entry", str, "Wie der Eintrag heute heißt; leer, wenn er gelöscht ist"),
        DatabaseColumn("date", str, "Tag, an dem er gelöscht wurde"),
        DatabaseColumn("reason", str, "Warum er gelöscht wurde"),
        DatabaseColumn("instead", str, "Einträge, die man stattdessen ansehen kann, als JSON-Liste"),
    ),
    ("kind", "id"),
    "technical",
)


def former_id_rows(content: Content) -> list[Row]:
    """The rows of the table, in the order of kinds and ids."""
    renamed: list[Row] = [(*key, entry, None, None, None) for key, entry in content.former_ids.items()]
    retired: list[Row] = [
        (one.kind, one.id, None, one.date, one.reason, json.dumps(one.instead)) for one in content.retired_ids
    ]
    return sorted([*renamed, *retired], key=lambda row: row[:2])
