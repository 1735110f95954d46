"""Who uses what was made elsewhere."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.values import (
    MeasureId,
    MunicipalityId,
    OriginId,
    PartialDate,
    ReuseKind,
    ReuseStatus,
    Text,
)


class Reuse(DocumentedEntry):
    """Eine Nachnutzung: eine Stelle nutzt, was eine Maßnahme oder Lösung anderswo geschaffen hat, oder hat es vor."""

    kind = "reuse"
    folder = "reuses"
    grouped_by = "origin"

    origin: OriginId = Field(
        title="Was genutzt wird",
        description="Lösung oder Maßnahme, die genutzt wird: der Ordner der Datei",
        examples=["erzmobil"],
    )
    municipality: MunicipalityId | None = Field(
        None,
        title="Kommune",
        description="Wer sie nutzt: Kennung der Kommune",
        examples=["landkreis-st-wendel"],
    )
    name: Text | None = Field(
        None,
        title="Name",
        description="Wer sie nutzt, wenn es keine einzelne Kommune ist",
        examples=["Anliegende Ämter"],
    )
    measure: MeasureId | None = Field(
        None,
        title="Maßnahme",
        description="Maßnahme, mit der diese Stelle sie nutzt, wenn sie im Katalog steht",
        examples=["st-wendel-wendelmobil"],
    )
    reuse_kind: ReuseKind = Field(
        title="Art der Nachnutzung", description="Art der Nachnutzung", examples=["uebernommen"]
    )
    status: ReuseStatus = Field(title="Stand", description="Stand der Nachnutzung", examples=["im-einsatz"])
    date: PartialDate | None = Field(
        None,
        title="Datum",
        description="Seit wann sie läuft, sonst wann der Stand galt",
        examples=["2023-05"],
    )
    note: Text | None = Field(None, title="Anmerkung", description="Näheres", examples=["als WendelMobil"])
