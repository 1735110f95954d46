"""A funded model project."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.contacts import Contact
from catalogue.model.entries.costs import Funding
from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.values import (
    Citation,
    Cohort,
    EnglishLine,
    EnglishTitle,
    Euro,
    FederalState,
    MunicipalityId,
    Phase,
    Population,
    ProjectKind,
    Text,
    Url,
    Year,
)


class Project(DocumentedEntry):
    """Ein gefördertes Modellprojekt."""

    kind = "project"
    folder = "projects"

    name: Text = Field(title="Name", description="Name des Modellprojekts", examples=["Smart City Zwönitz"])
    aliases: list[Text] = Field(
        [], title="Andere Namen", description="Andere Namen, Marken und Abkürzungen", examples=[["MYK10"]]
    )
    title_en: EnglishTitle = None
    subtitle_en: EnglishLine = None
    lead: Text = Field(
        title="Antragsteller", description="Wer die Förderung beantragt hat", examples=["Stadt Zwönitz"]
    )
    municipalities: list[MunicipalityId] = Field(
        min_length=1, title="Kommunen", description="Beteiligte Kommunen und Kreise", examples=[["zwoenitz"]]
    )
    federal_states: list[FederalState] = Field(
        [],
        title="Bundesländer",
        description="Bundesländer; bei nur einer Kommune steht das Land in deren Eintrag",
        examples=[["sachsen"]],
    )
    cohort: Cohort = Field(title="Staffel", description="Staffel der Förderung", examples=["staffel-1"])
    project_kind: ProjectKind = Field(
        title="Art des Modellprojekts",
        description="Art des Modellprojekts",
        examples=["kleinstadt-landgemeinde"],
    )
    population: Population | None = Field(
        None,
        title="Einwohnerzahl",
        description="Einwohnerzahl des Projektgebiets; bei nur einer Kommune steht sie in deren Eintrag",
        examples=[12000],
    )
    population_year: Year | None = Field(
        None, title="Jahr der Einwohnerzahl", description="Jahr der Einwohnerzahl", examples=[2024]
    )
    population_note: Text | None = Field(
        None,
        title="Zur Einwohnerzahl",
        description="Worauf sich die Einwohnerzahl bezieht",
        examples=["Mittelbereich mit drei Kommunen"],
    )
    volume_eur: Euro | None = Field(
        None,
        title="Gesamtvolumen in Euro",
        description="Gesamtvolumen in Euro: Bund, Land, Eigenanteil und andere",
        examples=[8100000],
    )
    federal_share_eur: Euro | None = Field(
        None,
        title="Zuschuss des Bundes in Euro",
        description="Zuschuss des Bundes in Euro",
        examples=[5300000],
    )
    volume_eur_source: Citation = Field(
        (),
        title="Quelle des Gesamtvolumens",
        description="Kurznamen der Quellen des Gesamtvolumens",
        examples=["bilanz"],
    )
    federal_share_eur_source: Citation = Field(
        (),
        title="Quelle des Zuschusses",
        description="Kurznamen der Quellen des Zuschusses",
        examples=["bilanz"],
    )
    unclear_eur: Euro | None = Field(
        None,
        title="Unklarer Betrag in Euro",
        description="Betrag in Euro, von dem die Quelle nicht sagt, ob er Gesamtvolumen oder Zuschuss ist",
        examples=[17500000],
    )
    unclear_eur_source: Citation = Field(
        (),
        title="Quelle des unklaren Betrags",
        description="Kurznamen der Quellen dieses Betrags",
        examples=["bilanz"],
    )
    funding: list[Funding] = Field([], title="Förderung", description="Wer wofür wie viel zahlt")
    funding_note: Text | None = Field(
        None,
        title="Zur Förderung",
        description="Stand, Laufzeit und Widersprüche der Angaben zur Förderung",
        examples=["Bewilligung von 2021; Eigenanteil nicht genannt"],
    )
    website: Url | None = Field(
        None,
        title="Website",
        description="Website des Modellprojekts",
        examples=["https://www.zwoenitz.de/erzmobil"],
    )
    contact: Contact | None = Field(None, title="Kontakt", description="Wo man nachfragen kann")
    phase: Phase | None = Field(
        None, title="Phase", description="Phase des Modellprojekts", examples=["umsetzung"]
    )
    summary: Text = Field(
        title="Zusammenfassung",
        description="Worum es dem Projekt geht, in zwei bis vier Sätzen",
        examples=["Das Modellprojekt bringt Verwaltung, Vereine und Betriebe auf eine Plattform."],
    )
