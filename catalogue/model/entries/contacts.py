"""Where to ask: an office, never a person."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.parts import Part
from catalogue.model.values import Citation, FunctionalAddress, Office, Url


class Contact(Part):
    """Wo man nachfragen kann: die Seite oder Adresse einer Stelle, nie einer einzelnen Person."""

    name: Office = Field(
        title="Name", description="Name der Stelle oder Aufgabe", examples=["Stabsstelle Smart City"]
    )
    url: Url | None = Field(
        None, title="Adresse", description="Seite mit Kontakt", examples=["https://www.zwoenitz.de/kontakt"]
    )
    email: FunctionalAddress | None = Field(
        None,
        title="E-Mail",
        description="Adresse der Stelle, nicht einer Person",
        examples=["smartcity@zwoenitz.de"],
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["impressum"]
    )
