"""A solution that others may take over, and what they need for it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from catalogue.model.entries.contacts import Contact
from catalogue.model.entries.costs import FORMER_COST, Costs
from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.entries.organisations import Partner
from catalogue.model.entries.parts import Part
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
from catalogue.model.entries.statements import Lessons, Results, Statement
from catalogue.model.values import (
    AskedAs,
    Audience,
    Citation,
    EnglishLine,
    EnglishTitle,
    FieldOfAction,
    KnownDate,
    MeasureId,
    ProjectId,
    Prose,
    RequirementKind,
    ReuseAnswer,
    SolutionKind,
    Status,
    Text,
    Title,
    Url,
)


class Requirement(Part):
    """Was eine Kommune braucht, um eine Lösung zu übernehmen."""

    text: Text = Field(
        title="Text", description="Was gebraucht wird", examples=["Geodatendienste der Kommune"]
    )
    kind: RequirementKind = Field(title="Art", description="Worum es geht", examples=["daten"])
    at_least: ReuseAnswer | None = Field(
        None,
        title="Mindestens",
        description="Antwort der Übernahmeprüfung, von der an die Voraussetzung erfüllt ist",
        examples=["geodaten.ja"],
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["anleitung"]
    )


class Solution(DocumentedEntry):
    """Eine Lösung, die andere Kommunen übernehmen können; kuratiert, wenn sie die Regel dafür erfüllt."""

    kind = "solution"
    folder = "solutions"
    former: ClassVar[dict[str, str]] = FORMER_COST | FORMER_REPOSITORY

    title: Title = Field(title="Name der Lösung", description="Name der Lösung", examples=["Masterportal"])
    subtitle: Title = Field(
        title="Untertitel",
        description="Was es ist, in höchstens zehn Wörtern",
        examples=["Kartenportal für Geodaten"],
    )
    title_en: EnglishTitle = None
    subtitle_en: EnglishLine = None
    asked_as: AskedAs = Field([])
    curated: bool = Field(
        title="Kuratiert",
        description="Erfüllt die Lösung die Regel: im Betrieb, dokumentiert, nachnutzbar, belegt?",
        examples=[False],
    )
    fields: list[FieldOfAction] = Field(
        min_length=1,
        title="Handlungsfelder",
        description="Handlungsfelder, das wichtigste zuerst",
        examples=[["mobilitaet"]],
    )
    kinds: list[SolutionKind] = Field(
        min_length=1, title="Arten der Lösung", description="Arten der Lösung", examples=[["app"]]
    )
    audiences: list[Audience] = Field(
        [], title="Zielgruppen", description="Zielgruppen", examples=[["buergerschaft"]]
    )
    status: Status = Field(
        title="Stand", description="Stand der Lösung, sonst „unbekannt“", examples=["betrieb"]
    )
    status_date: KnownDate = Field(
        title="Stand vom", description="Datum, zu dem der Stand galt, sonst „unbekannt“", examples=["2025-06"]
    )
    status_source: Citation = Field(
        (), title="Quelle des Stands", description="Kurznamen der Quellen des Stands", examples=["bilanz"]
    )
    maturity: Text | None = Field(
        None,
        title="Reife",
        description="Reife in Worten der Quellen",
        examples=["Seit 2019 im Betrieb, drei Kommunen nutzen sie"],
    )
    problem: Text | None = Field(
        None,
        title="Problem",
        description="Welches Problem die Lösung angeht",
        examples=["Ältere erreichen den Arzt nicht ohne Auto"],
    )
    requirements: list[Requirement] = Field(
        [], title="Voraussetzungen", description="Was eine Kommune für die Übernahme braucht"
    )
    steps: list[Text] = Field(
        [],
        title="Schritte",
        description="Schritte der Übernahme, in ihrer Reihenfolge",
        examples=[["Haltestellen festlegen", "Konzession beantragen"]],
    )
    effort: Text | None = Field(
        None,
        title="Aufwand",
        description="Aufwand, so weit eine Quelle ihn nennt",
        examples=["Einrichtung in drei Monaten mit zwei Personen"],
    )
    effort_source: Citation = Field(
        (), title="Quelle des Aufwands", description="Kurznamen der Quellen des Aufwands", examples=["bilanz"]
    )
    costs: Costs = Field([])
    operating_model: Text | None = Field(
        None,
        title="Betriebsmodell",
        description="Wer die Lösung trägt und wie sie bezahlt wird",
        examples=["Die Stadt betreibt sie, der Landkreis zahlt mit"],
    )
    operating_model_source: Citation = Field(
        (), title="Quelle des Betriebsmodells", description="Kurznamen der Quellen dazu", examples=["bilanz"]
    )
    operated_by: list[Partner] = Field([], title="Betreiber", description="Stellen, die die Lösung betreiben")
    origins: list[ProjectId] = Field(
        [], title="Herkunft", description="Modellprojekte, aus denen sie kommt", examples=[["zwoenitz"]]
    )
    origins_elsewhere: list[Text] = Field(
        [],
        title="Herkunft anderswo",
        description="Orte außerhalb der Modellprojekte, aus denen sie kommt",
        examples=[["Freie und Hansestadt Hamburg"]],
    )
    measures: list[MeasureId] = Field(
        [],
        title="Maßnahmen",
        description="Maßnahmen ihrer Modellprojekte, in denen sie steckt; wer sie anderswo nutzt, ist eine Nachnutzung",
        examples=[["zwoenitz-erzmobil"]],
    )
    technologies: Technologies = Field([])
    technologies_source: TechnologiesSource = ()
    standards: Standards = Field([])
    interfaces: Interfaces = Field([])
    open_source: Openness = None
    licence: Licence = None
    licence_note: LicenceNote = None
    licence_source: LicenceSource = ()
    repositories: Repositories = Field([])
    software_kind: KindOfSoftware = None
    deployment: Deployments = Field([])
    website: Url | None = Field(
        None,
        title="Website",
        description="Seite der Lösung, mit Kontakt",
        examples=["https://www.zwoenitz.de/erzmobil"],
    )
    contact: Contact | None = Field(None, title="Kontakt", description="Wo man nachfragen kann")
    official_page: Url | None = Field(
        None,
        title="Seite im Smart City Dialog",
        description="Seite der Lösung im Smart City Dialog des Bundes",
        examples=["https://www.smart-city-dialog.de/erzmobil"],
    )
    results: Results = Field([])
    lessons: Lessons = Field([])
    risks: list[Statement] = Field([], title="Risiken", description="Risiken, die Quellen nennen")
    body: Prose = Field(
        title="Text",
        description="Prosa in Markdown: wie die Lösung funktioniert",
        examples=["Ein Kleinbus kommt auf Bestellung; eine Software bündelt die Fahrten und plant den Weg."],
    )
