"""The ids of deleted entries."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.entry import Entry
from catalogue.model.entries.parts import Part
from catalogue.model.values import PartialDate, PublishedId, PublishedKind, Slug, Text


class RetiredId(Part):
    """Eine Kennung, die es nicht mehr gibt und die nie neu vergeben wird."""

    kind: PublishedKind = Field(title="Art", description="Art des Eintrags", examples=["measure"])
    id: Slug = Field(title="Kennung", description="Seine Kennung", examples=["zwoenitz-rufbus"])
    date: PartialDate = Field(
        title="Gelöscht am", description="Tag, an dem er gelöscht wurde", examples=["2026-11-30"]
    )
    reason: Text = Field(
        title="Grund", description="Warum, für alle, die seine Adresse noch haben", examples=["Nie begonnen"]
    )
    instead: list[PublishedId] = Field(
        [],
        title="Stattdessen",
        description="Einträge, die man stattdessen ansehen kann",
        examples=[["zwoenitz-erzmobil"]],
    )


class Retired(Entry):
    """Die Kennungen gelöschter Einträge: Ihre Adressen sagen, warum es sie nicht mehr gibt."""

    kind = "retired"
    folder = "."

    ids: list[RetiredId] = Field(
        [], title="Gelöschte Kennungen", description="Die Kennungen, die neueste zuletzt"
    )
