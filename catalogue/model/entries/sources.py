"""A public page that facts come from."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.parts import Part
from catalogue.model.values import PartialDate, SourceKey, Text, Url


class Source(Part):
    """Eine öffentliche Seite, auf der die Angaben stehen."""

    url: Url = Field(
        title="Adresse", description="Adresse der Seite", examples=["https://www.zwoenitz.de/erzmobil"]
    )
    title: Text = Field(title="Titel", description="Titel der Seite", examples=["ERZmobil startet"])
    date: PartialDate | None = Field(
        None, title="Datum", description="Datum, das die Seite selbst zeigt", examples=["2022-01-29"]
    )
    key: SourceKey | None = Field(
        None,
        title="Kurzname",
        description="Kurzname in diesem Eintrag; unter „source“ sagt eine Angabe, dass sie von dort stammt",
        examples=["bilanz"],
    )
