"""A municipality or district."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.values import FederalState, MunicipalityId, MunicipalityKind, Population, Text, Url, Year


class Municipality(DocumentedEntry):
    """Eine Kommune oder ein Kreis, der mitmacht oder eine Lösung übernommen hat."""

    kind = "municipality"
    folder = "municipalities"

    name: Text = Field(title="Name", description="Amtlicher Name", examples=["Bad Belzig"])
    aliases: list[Text] = Field(
        [], title="Andere Namen", description="Andere Namen und Schreibweisen", examples=[["Belzig"]]
    )
    municipality_kind: MunicipalityKind | None = Field(
        None, title="Art der Kommune", description="Art der Kommune", examples=["kleinstadt"]
    )
    federal_state: FederalState | None = Field(
        None, title="Bundesland", description="Bundesland", examples=["brandenburg"]
    )
    population: Population | None = Field(
        None,
        title="Einwohnerzahl",
        description="Einwohnerzahl laut dem Register der Orte, sonst laut den Quellen des Eintrags",
        examples=[11450],
    )
    population_year: Year | None = Field(
        None, title="Jahr der Einwohnerzahl", description="Jahr der Einwohnerzahl", examples=[2024]
    )
    ags: Annotated[str, Field(pattern=r"^[0-9]{2}([0-9]{3}([0-9]{3,4})?)?$")] | None = Field(
        None,
        title="Amtlicher Schlüssel",
        description="Amtlicher Schlüssel: Land 2, Kreis 5, Gemeinde 8 Stellen; Gemeindeverband 9 Stellen (Regionalschlüssel)",
        examples=["12069020"],
    )
    part_of: MunicipalityId | None = Field(
        None,
        title="Gehört zu",
        description="Gemeindeverband, Stadt oder Region, zu deren Einwohnern diese zählen; den Kreis sagt der Schlüssel",
        examples=["verbandsgemeinde-mendig"],
    )
    website: Url | None = Field(
        None,
        title="Website",
        description="Website der Kommune",
        examples=["https://www.zwoenitz.de/erzmobil"],
    )
