"""What something costs, and who pays for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from catalogue.model.entries.parts import Part
from catalogue.model.values import Citation, CostScope, Decimal, Euro, Funder, Tax, Text, Year


class Cost(Part):
    """Ein Betrag, den eine Quelle nennt, und was er umfasst."""

    covers: CostScope = Field(
        title="Umfang", description="Was der Betrag umfasst, sonst „unklar“", examples=["anschaffung"]
    )
    amount_eur: Euro | None = Field(
        None,
        title="Betrag in Euro",
        description="Betrag in Euro; bei einer Spanne der kleinste",
        examples=[100000],
    )
    up_to_eur: Euro | None = Field(
        None,
        title="Höchstens (Euro)",
        description="Größter Betrag in Euro, wenn eine Quelle eine Spanne nennt",
        examples=[120000],
    )
    year: Year | None = Field(
        None, title="Jahr", description="Jahr, für das der Betrag gilt", examples=[2024]
    )
    tax: Tax | None = Field(
        None,
        title="Netto oder brutto",
        description="Netto oder brutto, wo eine Quelle es sagt",
        examples=["brutto"],
    )
    note: Text | None = Field(
        None,
        title="Anmerkung",
        description="Was genau er umfasst und wer ihn nennt",
        examples=["Angabe der Stadt, ohne Personal"],
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["haushalt"]
    )


class Funding(Part):
    """Wer wofür wie viel zahlt."""

    funder: Funder = Field(title="Geldgeber", description="Wer zahlt", examples=["bund-mpsc"])
    name: Text | None = Field(
        None,
        title="Name",
        description="Stelle oder Programm, wo eine Quelle sie nennt",
        examples=["Starke Heimat Hessen"],
    )
    purpose: Text | None = Field(
        None, title="Zweck", description="Wofür", examples=["Anschaffung des Busses"]
    )
    amount_eur: Euro | None = Field(
        None, title="Betrag in Euro", description="Betrag in Euro", examples=[65000]
    )
    share_percent: Annotated[Decimal, Field(ge=0, le=100)] | None = Field(
        None, title="Anteil in Prozent", description="Anteil an den Kosten in Prozent", examples=[65]
    )
    note: Text | None = Field(
        None, title="Anmerkung", description="Einschränkung oder Stand", examples=["Stand Juli 2021"]
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["haushalt"]
    )


FORMER_COST = {
    "cost": "„costs“ als Liste: je Betrag „- covers: …“ (Begriffe in vocabulary/cost-scopes.yaml) und „amount_eur“",
}
"""The key that said so before there were several, with what to write instead."""

Costs = Annotated[
    list[Cost], Field(title="Kosten", description="Beträge, die Quellen nennen, der wichtigste zuerst")
]
