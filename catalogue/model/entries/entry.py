"""What all entries share: an id, and where they come from."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from catalogue.model.entries.parts import Part
from catalogue.model.entries.sources import Source
from catalogue.model.values import PartialDate, Slug, Text

BODY = "body"
"""The field that holds the prose of a Markdown file."""


class Entry(Part):
    """Base of all entries: has an id, which is also the file name and part of the address."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    placed_in: ClassVar[dict[str, str]] = {}
    """Kinds of entry whose id is the folder that the file lies in, with a description."""
    grouped_by: ClassVar[str | None] = None
    """The field whose value is the folder that the file lies in."""
    list_tables: ClassVar[dict[str, str]] = {}
    """Short names of tables for lists that only this kind of entry has."""

    id: Slug = Field(
        title="Kennung",
        description="Kennung: Dateiname ohne Endung, wird nie neu vergeben",
        examples=["zwoenitz-erzmobil"],
    )


class DocumentedEntry(Entry):
    """Ein Eintrag, dessen Angaben aus öffentlichen Seiten stammen."""

    recorded: PartialDate = Field(
        title="Erfasst am", description="Tag, an dem die Angaben erfasst wurden", examples=["2026-11-23"]
    )
    last_verified: PartialDate | None = Field(
        None,
        title="Verglichen am",
        description="Tag, an dem die Angaben zuletzt mit ihren Seiten verglichen wurden",
        examples=["2026-11-30"],
    )
    verified: Text | None = Field(
        None,
        title="Was verglichen wurde",
        description="Was an diesem Tag verglichen wurde (Pflicht mit „last_verified“)",
        examples=["Stand, Zahlen und Kontakt"],
    )
    sources: list[Source] = Field(
        min_length=1, title="Quellen", description="Öffentliche Seiten, aus denen die Angaben stammen"
    )
    former_ids: list[Slug] = Field(
        [],
        title="Frühere Kennungen",
        description="Frühere Kennungen dieses Eintrags; ihre Adressen führen hierher",
        examples=[["zwoenitz-rufbus"]],
    )

    @property
    def as_of(self) -> str:
        """The day from which its facts are: that of the last verification, else that of gathering."""
        return self.last_verified or self.recorded
