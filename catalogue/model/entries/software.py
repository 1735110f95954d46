"""What a measure and a solution both say of their technology and software: licence, repositories, how it is run."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from catalogue.model.entries.parts import Part
from catalogue.model.values import (
    Citation,
    Deployment,
    PartialDate,
    RepositoryPart,
    SoftwareKind,
    Spdx,
    Technology,
    Text,
    Url,
)


class Repository(Part):
    """Ein öffentliches Verzeichnis mit Quelltext, Daten oder Dokumentation, so wie es an einem Tag gelesen wurde."""

    url: Url = Field(
        title="Adresse", description="Adresse des Verzeichnisses", examples=["https://github.com/dipas/dipas"]
    )
    part: RepositoryPart = Field(title="Inhalt", description="Was darin liegt", examples=["server"])
    licence: Spdx | None = Field(
        None,
        title="Lizenz",
        description="Lizenz als SPDX-Ausdruck, wenn sie von der des Eintrags abweicht",
        examples=["MIT"],
    )
    version: Text | None = Field(
        None, title="Fassung", description="Letzte Fassung, die es nennt", examples=["4.3.0"]
    )
    last_release: PartialDate | None = Field(
        None,
        title="Letzte Fassung vom",
        description="Tag der letzten veröffentlichten Fassung",
        examples=["2026-06-30"],
    )
    last_commit: PartialDate | None = Field(
        None, title="Letzte Änderung am", description="Tag der letzten Änderung", examples=["2026-08-21"]
    )
    read: PartialDate = Field(
        title="Gelesen am", description="Tag, an dem diese Angaben gelesen wurden", examples=["2026-11-30"]
    )
    note: Text | None = Field(
        None,
        title="Anmerkung",
        description="Einschränkung",
        examples=["Lesbarer Spiegel; Änderungen über openCode"],
    )


FORMER_REPOSITORY = {
    "repository": "„repositories“ als Liste: „- url: …“, darunter „part: ganz“ und „read: “ mit dem Tag, an dem Sie "
    "es gelesen haben",
}
"""The key that said so before there were several, with what to write instead."""

# What a measure and a solution both say of their technology and software.
Technologies = Annotated[
    list[Technology],
    Field(
        title="Technik",
        description="Technik, so weit Quellen sie nennen",
        examples=[["Elektrokleinbus", "Buchungs-App"]],
    ),
]
TechnologiesSource = Annotated[
    Citation,
    Field(title="Quelle der Technik", description="Kurznamen der Quellen der Technik", examples=["bilanz"]),
]
Standards = Annotated[
    list[Technology],
    Field(title="Normen und Standards", description="Normen und Standards", examples=[["DIN SPEC 91357"]]),
]
Interfaces = Annotated[
    list[Technology], Field(title="Schnittstellen", description="Schnittstellen", examples=[["OParl"]])
]
Openness = Annotated[
    bool | None, Field(title="Quelloffen", description="Ist die Software quelloffen?", examples=[True])
]
Licence = Annotated[
    Spdx | None,
    Field(
        title="Lizenz",
        description="Lizenz der Software als SPDX-Ausdruck; nennt eine Quelle von einer GNU-Lizenz nur die Fassung, "
        "ohne „-only“ und „-or-later“",
        examples=["EUPL-1.2"],
    ),
]
LicenceNote = Annotated[
    Text | None,
    Field(
        title="Zur Lizenz",
        description="Widerspruch zwischen den Angaben zur Lizenz, so wie er dasteht",
        examples=["publiccode.yml nennt EUPL-1.2, die Datei LICENSE enthält die AGPL-3.0"],
    ),
]
LicenceSource = Annotated[
    Citation,
    Field(title="Quelle der Lizenz", description="Kurznamen der Quellen der Lizenz", examples=["bilanz"]),
]
Repositories = Annotated[
    list[Repository],
    Field(
        title="Verzeichnisse mit Quelltext",
        description="Öffentliche Verzeichnisse mit Quelltext, Daten oder Dokumentation",
    ),
]
KindOfSoftware = Annotated[
    SoftwareKind | None, Field(title="Art der Software", description="Art der Software", examples=["web"])
]
Deployments = Annotated[
    list[Deployment],
    Field(title="Betrieb", description="Wie sie betrieben wird", examples=[["container", "gehostet"]]),
]
