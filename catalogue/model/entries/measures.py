"""A measure of a model project."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from catalogue.model.entries.contacts import Contact
from catalogue.model.entries.costs import FORMER_COST, Costs, Funding
from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.entries.organisations import Partner
from catalogue.model.entries.software import (
    FORMER_REPOSITORY,
    Deployments,
    Interfaces,
    KindOfSoftware,
    Licence,
    LicenceNote,
    LicenceSource,
    Openness,
    Repositories,
    Standards,
    Technologies,
    TechnologiesSource,
)
from catalogue.model.entries.statements import Lessons, Results
from catalogue.model.values import (
    AskedAs,
    Audience,
    Citation,
    EnglishLine,
    EnglishTitle,
    FieldOfAction,
    KnownDate,
    MeasureId,
    MunicipalityId,
    PartialDate,
    Prose,
    SolutionKind,
    Space,
    Status,
    Text,
    Title,
    Url,
)


class Measure(DocumentedEntry):
    """Eine Maßnahme eines Modellprojekts."""

    kind = "measure"
    folder = "measures"
    placed_in: ClassVar[dict[str, str]] = {"project": "Kennung des Modellprojekts (der Ordner der Datei)"}
    list_tables: ClassVar[dict[str, str]] = {"results": "results", "lessons": "lessons", "costs": "costs"}
    former: ClassVar[dict[str, str]] = FORMER_COST | FORMER_REPOSITORY

    title: Title = Field(title="Name der Maßnahme", description="Name der Maßnahme", examples=["ERZmobil"])
    subtitle: Title = Field(
        title="Untertitel",
        description="Was es ist, in höchstens zehn Wörtern",
        examples=["On-Demand-Kleinbus im ländlichen Raum"],
    )
    title_en: EnglishTitle = None
    subtitle_en: EnglishLine = None
    asked_as: AskedAs = Field([])
    fields: list[FieldOfAction] = Field(
        min_length=1,
        title="Handlungsfelder",
        description="Handlungsfelder, das wichtigste zuerst",
        examples=[["mobilitaet"]],
    )
    kinds: list[SolutionKind] = Field(
        min_length=1,
        title="Arten der Lösung",
        description="Arten der Lösung",
        examples=[["mobilitaetsangebot", "app"]],
    )
    technologies: Technologies = Field([])
    technologies_source: TechnologiesSource = ()
    audiences: list[Audience] = Field(
        [], title="Zielgruppen", description="Zielgruppen", examples=[["buergerschaft", "senioren"]]
    )
    spaces: list[Space] = Field([], title="Räume", description="Wo es wirkt", examples=[["ortsteile"]])
    status: Status = Field(
        title="Stand", description="Stand der Maßnahme, sonst „unbekannt“", examples=["betrieb"]
    )
    status_date: KnownDate = Field(
        title="Stand vom", description="Datum, zu dem der Stand galt, sonst „unbekannt“", examples=["2023-01"]
    )
    status_source: Citation = Field(
        (), title="Quelle des Stands", description="Kurznamen der Quellen des Stands", examples=["bilanz"]
    )
    discontinued_reason: Text | None = Field(
        None,
        title="Warum eingestellt",
        description="Warum die Maßnahme eingestellt wurde (Pflicht beim Stand „eingestellt“)",
        examples=["Zu wenige Fahrgäste"],
    )
    start: PartialDate | None = Field(None, title="Beginn", description="Beginn", examples=["2022-01"])
    end: PartialDate | None = Field(
        None,
        title="Ende",
        description="Ende der Umsetzung im Modellprojekt; läuft die Maßnahme danach weiter, ist ihr Stand „betrieb“",
        examples=["2024"],
    )
    start_source: Citation = Field(
        (), title="Quelle des Beginns", description="Kurznamen der Quellen des Beginns", examples=["bilanz"]
    )
    end_source: Citation = Field(
        (), title="Quelle des Endes", description="Kurznamen der Quellen des Endes", examples=["bilanz"]
    )
    municipalities: list[MunicipalityId] = Field(
        [],
        title="Kommunen",
        description="Wo die Maßnahme läuft, wenn nicht im ganzen Projekt",
        examples=[["zwoenitz"]],
    )
    partners: list[Partner] = Field([], title="Partner", description="Stellen, die mitwirken")
    costs: Costs = Field([])
    funding: list[Funding] = Field([], title="Förderung", description="Wer wofür wie viel zahlt")
    results: Results = Field([])
    lessons: Lessons = Field([])
    uses: list[MeasureId] = Field(
        [],
        title="Verwendet",
        description="Maßnahmen desselben Modellprojekts, deren Lösung hier verwendet wird; was von anderswo kommt, ist "
        "eine Nachnutzung",
        examples=[["guetersloh-urban-stack"]],
    )
    related: list[MeasureId] = Field(
        [], title="Verwandt", description="Verwandte Maßnahmen, auch anderswo", examples=[["cottbus-cloudio"]]
    )
    open_source: Openness = None
    licence: Licence = None
    licence_note: LicenceNote = None
    licence_source: LicenceSource = ()
    repositories: Repositories = Field([])
    software_kind: KindOfSoftware = None
    deployment: Deployments = Field([])
    website: Url | None = Field(
        None, title="Website", description="Seite der Maßnahme", examples=["https://www.zwoenitz.de/erzmobil"]
    )
    contact: Contact | None = Field(None, title="Kontakt", description="Wo man nachfragen kann")
    standards: Standards = Field([])
    interfaces: Interfaces = Field([])
    body: Prose = Field(
        title="Text",
        description="Prosa in Markdown: was das Problem war, was getan wird und für wen",
        examples=[
            "## Ausgangslage\n\nAbends fuhr kein Bus.\n\n## Lösung\n\nEin Kleinbus kommt auf Bestellung."
        ],
    )
