"""What an entry is: the one definition of the content format.

JSON Schema, tables, columns, the template of a new entry and the checks are derived from these models.
Descriptions are German, since editors read them in their tools and researchers in Datasette.
This module knows no files and no other entries: see `reading` and `checking` for those.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from catalogue.model.values import (
    AskedAs,
    Audience,
    Citation,
    Cohort,
    CostScope,
    Count,
    Deployment,
    EnglishLine,
    EnglishTitle,
    EntryReference,
    Euro,
    FederalState,
    FieldOfAction,
    FunctionalAddress,
    Funder,
    KnowledgeId,
    KnowledgeKind,
    KnownDate,
    MeasureId,
    MunicipalityId,
    MunicipalityKind,
    Office,
    OriginId,
    PartialDate,
    PartnerKind,
    Phase,
    Population,
    ProjectId,
    ProjectKind,
    Prose,
    PublishedId,
    PublishedKind,
    Question,
    RepositoryPart,
    RequirementKind,
    ReuseAnswer,
    ReuseKind,
    ReuseStatus,
    Slug,
    SoftwareKind,
    SolutionId,
    SolutionKind,
    SourceKey,
    Space,
    Spdx,
    StageId,
    Status,
    Strand,
    Tax,
    Technology,
    Text,
    Title,
    Url,
    Year,
)

BODY = "body"
"""The field that holds the prose of a Markdown file."""


class Part(BaseModel):
    """Base of all models: unknown keys are errors, values do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    former: ClassVar[dict[str, str]] = {}
    """Keys that an entry had in the past, each with what to write instead (in German)."""


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


class Statement(Part):
    """Eine Aussage mit der Seite, auf der sie steht; eine bloße Aussage darf auch als einfacher Text stehen."""

    text: Text = Field(
        title="Text", description="Die Aussage", examples=["Im ersten Jahr fuhren 2.700 Fahrgäste mit"]
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["bilanz"]
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"text": value}
        if isinstance(value, Mapping | Statement) and "text" in dict(value):
            return value
        raise PydanticCustomError("statement", "neither text nor text with a source")

    @model_serializer(mode="wrap")
    def _as_told(self, handler: SerializerFunctionWrapHandler) -> Any:
        return handler(self) if self.source else self.text

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [{"type": "string", "minLength": 1}, schema]}


class Partner(Part):
    """Eine Stelle, die mitwirkt."""

    name: Text = Field(title="Name", description="Name der Stelle", examples=["IAV GmbH"])
    role: Text | None = Field(
        None,
        title="Aufgabe",
        description="Aufgabe oder Organisationseinheit",
        examples=["Professur Sozioinformatik"],
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["bilanz"]
    )


class Organisation(Part):
    """Was über eine Stelle bekannt ist, die an Maßnahmen mitwirkt oder Lösungen betreibt."""

    name: Text = Field(
        title="Name", description="Name der Stelle, wie ihn alle Einträge schreiben", examples=["TU Dresden"]
    )
    kind: PartnerKind | None = Field(
        None,
        title="Art",
        description="Art der Stelle, wo ihr Name oder ein Eintrag sie sagt",
        examples=["hochschule"],
    )
    municipality: MunicipalityId | None = Field(
        None,
        title="Kommune",
        description="Kennung der Kommune, wenn die Stelle eine ist",
        examples=["zwoenitz"],
    )
    spellings: list[Text] = Field(
        [],
        title="Andere Schreibweisen",
        description="Andere Schreibweisen",
        examples=[["Technische Universität Dresden"]],
    )


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
    share_percent: Annotated[float, Field(ge=0, le=100)] | None = Field(
        None, title="Anteil in Prozent", description="Anteil an den Kosten in Prozent", examples=[65]
    )
    note: Text | None = Field(
        None, title="Anmerkung", description="Einschränkung oder Stand", examples=["Stand Juli 2021"]
    )
    source: Citation = Field(
        (), title="Quelle", description="Kurznamen der Quellen, die es sagen", examples=["haushalt"]
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


# What a measure and a solution both say of their software.
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


class Entry(Part):
    """Base of all entries: has an id, which is also the file name and part of the address."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    placed_in: ClassVar[dict[str, str]] = {}
    """Kinds of entry whose id is the folder that the file lies in, with a description."""
    grouped_by: ClassVar[str | None] = None
    """The field whose value is the folder that the file lies in."""
    list_tables: ClassVar[dict[str, str]] = {}
    """Short names of tables for lists that only this kind of entry has."""

    id: Slug = Field(
        title="Kennung",
        description="Kennung: Dateiname ohne Endung, wird nie neu vergeben",
        examples=["zwoenitz-erzmobil"],
    )


class DocumentedEntry(Entry):
    """Ein Eintrag, dessen Angaben aus öffentlichen Seiten stammen."""

    recorded: PartialDate = Field(
        title="Erfasst am", description="Tag, an dem die Angaben erfasst wurden", examples=["2026-11-23"]
    )
    last_verified: PartialDate | None = Field(
        None,
        title="Verglichen am",
        description="Tag, an dem die Angaben zuletzt mit ihren Seiten verglichen wurden",
        examples=["2026-11-30"],
    )
    verified: Text | None = Field(
        None,
        title="Was verglichen wurde",
        description="Was an diesem Tag verglichen wurde (Pflicht mit „last_verified“)",
        examples=["Stand, Zahlen und Kontakt"],
    )
    sources: list[Source] = Field(
        min_length=1, title="Quellen", description="Öffentliche Seiten, aus denen die Angaben stammen"
    )
    former_ids: list[Slug] = Field(
        [],
        title="Frühere Kennungen",
        description="Frühere Kennungen dieses Eintrags; ihre Adressen führen hierher",
        examples=[["zwoenitz-rufbus"]],
    )

    @property
    def as_of(self) -> str:
        """The day from which its facts are: that of the last verification, else that of gathering."""
        return self.last_verified or self.recorded


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


class Measure(DocumentedEntry):
    """Eine Maßnahme eines Modellprojekts."""

    kind = "measure"
    folder = "measures"
    placed_in = {"project": "Kennung des Modellprojekts (der Ordner der Datei)"}
    list_tables = {"results": "results", "lessons": "lessons", "costs": "costs"}
    former = {
        "cost": "„costs“ als Liste: je Betrag „- covers: …“ (Begriffe in vocabulary/cost-scopes.yaml) und „amount_eur“",
        "repository": "„repositories“ als Liste: „- url: …“, darunter „part: ganz“ und „read: “ mit dem Tag, an dem Sie "
        "es gelesen haben",
    }

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
    technologies: list[Technology] = Field(
        [],
        title="Technik",
        description="Technik, so weit Quellen sie nennen",
        examples=[["Elektrokleinbus", "Buchungs-App"]],
    )
    technologies_source: Citation = Field(
        (), title="Quelle der Technik", description="Kurznamen der Quellen der Technik", examples=["bilanz"]
    )
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
    costs: list[Cost] = Field(
        [], title="Kosten", description="Beträge, die Quellen nennen, der wichtigste zuerst"
    )
    funding: list[Funding] = Field([], title="Förderung", description="Wer wofür wie viel zahlt")
    results: list[Statement] = Field([], title="Ergebnisse", description="Ergebnisse und gemessene Wirkungen")
    lessons: list[Statement] = Field([], title="Erfahrungen", description="Was andere daraus lernen können")
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
    standards: list[Technology] = Field(
        [], title="Normen und Standards", description="Normen und Standards", examples=[["DIN SPEC 91357"]]
    )
    interfaces: list[Technology] = Field(
        [], title="Schnittstellen", description="Schnittstellen", examples=[["OParl"]]
    )
    body: Prose = Field(
        title="Text",
        description="Prosa in Markdown: was das Problem war, was getan wird und für wen",
        examples=[
            "## Ausgangslage\n\nAbends fuhr kein Bus.\n\n## Lösung\n\nEin Kleinbus kommt auf Bestellung."
        ],
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
    former = {
        "cost": "„costs“ als Liste: je Betrag „- covers: …“ (Begriffe in vocabulary/cost-scopes.yaml) und „amount_eur“",
        "repository": "„repositories“ als Liste: „- url: …“, darunter „part: ganz“ und „read: “ mit dem Tag, an dem Sie "
        "es gelesen haben",
    }

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
    costs: list[Cost] = Field(
        [], title="Kosten", description="Beträge, die Quellen nennen, der wichtigste zuerst"
    )
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
    technologies: list[Technology] = Field(
        [],
        title="Technik",
        description="Technik, so weit Quellen sie nennen",
        examples=[["Elektrokleinbus", "Buchungs-App"]],
    )
    technologies_source: Citation = Field(
        (), title="Quelle der Technik", description="Kurznamen der Quellen der Technik", examples=["bilanz"]
    )
    standards: list[Technology] = Field(
        [], title="Normen und Standards", description="Normen und Standards", examples=[["DIN SPEC 91357"]]
    )
    interfaces: list[Technology] = Field(
        [], title="Schnittstellen", description="Schnittstellen", examples=[["OParl"]]
    )
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
    results: list[Statement] = Field([], title="Ergebnisse", description="Ergebnisse und gemessene Wirkungen")
    lessons: list[Statement] = Field([], title="Erfahrungen", description="Was andere daraus lernen können")
    risks: list[Statement] = Field([], title="Risiken", description="Risiken, die Quellen nennen")
    body: Prose = Field(
        title="Text",
        description="Prosa in Markdown: wie die Lösung funktioniert",
        examples=["Ein Kleinbus kommt auf Bestellung; eine Software bündelt die Fahrten und plant den Weg."],
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


class Stage(DocumentedEntry):
    """Eine Phase der Roadmap von der Idee bis zur Übertragung, oder was durch alle Phasen läuft."""

    kind = "stage"
    folder = "programme/stages"

    title: Title = Field(title="Name der Phase", description="Name der Phase", examples=["Pilotphase"])
    position: Count = Field(
        title="Stelle",
        description="Stelle auf dem Weg, ab 1; was durch alle läuft, steht zuletzt",
        examples=[1],
    )
    throughout: bool = Field(
        False, title="Durchgehend", description="Läuft es durch alle Phasen?", examples=[False]
    )
    goal: Text = Field(
        title="Ziel",
        description="Was am Ende der Phase erreicht sein soll",
        examples=["Die Lösung läuft im Alltag und ist beschrieben"],
    )
    milestones: list[Text] = Field(
        [],
        title="Meilensteine",
        description="Woran man das erkennt",
        examples=[["Ein erster Nutzer arbeitet damit"]],
    )
    advice: list[Text] = Field(
        [],
        title="Ratschläge",
        description="Ratschläge für die Phase",
        examples=[["Früh mit dem Datenschutz sprechen"]],
    )


class Criterion(DocumentedEntry):
    """Ein Kriterium der Roadmap: was in einer Phase zu klären oder zu tun ist."""

    kind = "criterion"
    folder = "programme/criteria"

    title: Title = Field(
        title="Name des Kriteriums", description="Name des Kriteriums", examples=["Wissen mitliefern"]
    )
    asked_as: AskedAs = Field([])
    stage: StageId = Field(title="Phase", description="Phase, zu der es gehört", examples=["pilotphase"])
    position: Count = Field(title="Stelle", description="Stelle in der Phase, ab 1", examples=[1])
    strands: list[Strand] = Field(
        min_length=1, title="Stränge", description="Stränge der Roadmap", examples=[["organisatorisch"]]
    )
    strands_stated: bool = Field(
        title="Stränge genannt",
        description="Nennt die Quelle die Stränge? Sonst sind sie aus dem Inhalt erschlossen.",
        examples=[True],
    )
    milestone: bool = Field(
        False,
        title="Meilenstein",
        description="Zählt die Roadmap es zu den Meilensteinen der Phase?",
        examples=[True],
    )
    text: Text = Field(
        title="Text",
        description="Was zu klären oder zu tun ist, in eigenen Worten",
        examples=["Früh festlegen, wer die Lösung nach der Förderung betreibt"],
    )
    question: Text = Field(
        title="Frage",
        description="Frage der Selbsteinschätzung, mit ja oder nein zu beantworten",
        examples=["Sind Schulungen und Anleitungen für Nachnutzer fertig?"],
    )
    actors: list[Text] = Field(
        [], title="Beteiligte", description="Wer daran mitwirkt", examples=[["Fachamt", "IT"]]
    )
    measures: list[MeasureId] = Field(
        [],
        title="Maßnahmen",
        description="Maßnahmen, die zeigen, wie es geht",
        examples=[["zwoenitz-erzmobil"]],
    )
    solutions: list[SolutionId] = Field(
        [], title="Lösungen", description="Lösungen, die zeigen, wie es geht", examples=[["erzmobil"]]
    )
    knowledge: list[KnowledgeId] = Field(
        [], title="Wissen", description="Wissen, das dabei hilft", examples=[["verstetigung-planungsaufgabe"]]
    )


class StatedCount(Part):
    """Eine Zahl von Maßnahmen, die eine Quelle zu einem Ziel nennt."""

    count: Count = Field(title="Zahl", description="Zahl der Maßnahmen", examples=[47])
    text: Text = Field(title="Text", description="Was gezählt wurde", examples=["Verbesserung des ÖPNV"])


class GoalExample(Part):
    """Ein Beispiel, das eine Quelle zu einem Ziel nennt."""

    text: Text = Field(title="Text", description="Was die Quelle nennt", examples=["Mobilitätslabor"])
    project: ProjectId | None = Field(
        None, title="Modellprojekt", description="Modellprojekt", examples=["bitburg-pruem"]
    )
    measure: MeasureId | None = Field(
        None,
        title="Maßnahme",
        description="Die Maßnahme im Katalog, wenn sie zu erkennen ist",
        examples=["zwoenitz-erzmobil"],
    )


class GoalRule(Part):
    """Eine Regel, welche Maßnahmen einem Ziel dienen: Alle ihre Angaben müssen zutreffen."""

    field: FieldOfAction | None = Field(
        None, title="Handlungsfeld", description="Handlungsfeld der Maßnahme", examples=["mobilitaet"]
    )
    kind: SolutionKind | None = Field(None, title="Art", description="Art der Lösung", examples=["app"])
    audience: Audience | None = Field(
        None, title="Zielgruppe", description="Zielgruppe der Maßnahme", examples=["senioren"]
    )
    word: Text | None = Field(
        None,
        title="Wortteil",
        description="Wortteil in Titel, Untertitel oder Technik der Maßnahme, kleingeschrieben",
        examples=["rufbus"],
    )


class Goal(DocumentedEntry):
    """Ein Ziel, das Kommunen verfolgen, als Weg in den Katalog."""

    kind = "goal"
    folder = "programme/goals"

    title: Title = Field(
        title="Name des Ziels", description="Name des Ziels", examples=["Nahverkehr stärken"]
    )
    asked_as: AskedAs = Field([])
    position: Count = Field(title="Stelle", description="Stelle in der Liste der Quelle, ab 1", examples=[1])
    report: Annotated[str, EntryReference(("report",))] = Field(
        title="Dokument", description="Dokument, das das Ziel nennt", examples=["answer-2024"]
    )
    question: Question = Field(
        title="Frage", description="Frage des Dokuments, in der das Ziel steht", examples=[33]
    )
    statement: Text | None = Field(
        None,
        title="Aussage",
        description="Was die Quelle zum Ziel sagt",
        examples=["Der Nahverkehr auf dem Land soll besser werden"],
    )
    counts: list[StatedCount] = Field(
        [], title="Zahlen", description="Zahlen von Maßnahmen, die die Quelle nennt"
    )
    examples: list[GoalExample] = Field([], title="Beispiele", description="Beispiele, die die Quelle nennt")
    rules: list[GoalRule] = Field(
        [], title="Regeln", description="Welche Maßnahmen des Katalogs dem Ziel dienen"
    )
    mapping_note: Text = Field(
        title="Zu den Regeln",
        description="Wie die Regeln gewählt sind und was sie nicht erfassen",
        examples=["Erfasst Rufbusse und Auskunft; Radwege nicht"],
    )


class Figure(Part):
    """Eine Zahl, die ein Dokument nennt, mit der Frage, in der sie steht."""

    name: Slug = Field(title="Name", description="Kennung der Zahl im Dokument", examples=["transfers"])
    text: Text = Field(title="Text", description="Was gezählt wurde", examples=["Übertragungen von Lösungen"])
    value: Annotated[float, Field(ge=0)] = Field(title="Wert", description="Wert", examples=[46])
    unit: Text = Field(title="Einheit", description="Einheit", examples=["Fälle"])
    bound: Text | None = Field(
        None, title="Einschränkung", description="Einschränkung des Werts", examples=["mehr als"]
    )
    question: Question | None = Field(
        None, title="Frage", description="Frage des Dokuments; fehlt bei der Vorbemerkung", examples=[2]
    )
    as_of: Text | None = Field(
        None, title="Stand", description="Stand, so genau das Dokument ihn nennt", examples=["Ende 2024"]
    )


class Drawdown(Part):
    """Fördermittel, die in einem Halbjahr abgerufen wurden."""

    half_year: Annotated[str, Field(pattern=r"^[0-9]{4}-H[12]$")] = Field(
        title="Halbjahr", description="Halbjahr", examples=["2021-H1"]
    )
    amount_eur: Euro = Field(
        title="Betrag in Euro", description="Abgerufene Mittel in Euro", examples=[2444000]
    )
    question: Question = Field(title="Frage", description="Frage des Dokuments", examples=[1])
    until: PartialDate | None = Field(
        None,
        title="Bis",
        description="Letzter Tag, wenn das Halbjahr nicht voll ist",
        examples=["2025-03-31"],
    )


class Remark(Part):
    """Eine Aussage eines Dokuments."""

    text: Text = Field(
        title="Text",
        description="Die Aussage in eigenen Worten",
        examples=["Die Lösungen stehen als Open Source bereit"],
    )
    question: Question = Field(title="Frage", description="Frage des Dokuments", examples=[2])


class Report(DocumentedEntry):
    """Ein amtliches Dokument mit Zahlen zum Programm."""

    kind = "report"
    folder = "programme"
    list_tables = {"figures": "figures", "drawdowns": "drawdowns"}

    title: Text = Field(
        title="Titel",
        description="Titel des Dokuments",
        examples=["Antwort der Bundesregierung auf die Kleine Anfrage"],
    )
    publisher: Text = Field(
        title="Herausgeber", description="Wer es herausgibt", examples=["Deutscher Städtetag"]
    )
    printed_paper: Text | None = Field(
        None, title="Drucksache", description="Drucksache, auf die es antwortet", examples=["20/15017"]
    )
    date: PartialDate = Field(title="Datum", description="Datum", examples=["2025-04-14"])
    figures: list[Figure] = Field([], title="Zahlen", description="Zahlen des Dokuments")
    drawdowns: list[Drawdown] = Field(
        [], title="Abgerufene Mittel", description="Abgerufene Mittel je Halbjahr"
    )
    remarks: list[Remark] = Field([], title="Aussagen", description="Was das Dokument zu den Zahlen sagt")


GLOSSARY = "glossar"
"""The kind of knowledge that tells what a word means."""


class Knowledge(DocumentedEntry):
    """Wissen rund um Lösungen: Studie, Leitfaden, Frage, Gemeinschaft, Format, Norm, Kriterium, Plattform, Begriff."""

    kind = "knowledge"
    folder = "knowledge"
    grouped_by = "knowledge_kind"

    title: Text = Field(title="Titel", description="Titel", examples=["Datenstrategien in Kommunen"])
    subtitle: Title | None = Field(
        None,
        title="Untertitel",
        description="Was es ist, in einem Satzteil",
        examples=["Was vor der ersten Datenstrategie zu klären ist"],
    )
    title_en: EnglishTitle = None
    subtitle_en: EnglishLine = None
    asked_as: AskedAs = Field([])
    aliases: list[Text] = Field(
        [], title="Andere Namen", description="Andere Namen und Abkürzungen", examples=[["DIN SPEC 91357"]]
    )
    knowledge_kind: KnowledgeKind = Field(
        title="Art des Wissens", description="Art des Wissens: der Ordner der Datei", examples=["studien"]
    )
    form: Text | None = Field(None, title="Form", description="Genauere Form", examples=["Kurzexpertise"])
    publisher: Text | None = Field(
        None,
        title="Herausgeber",
        description="Wer es herausgibt oder ausrichtet",
        examples=["Deutscher Städtetag"],
    )
    authors: list[Text] = Field(
        [],
        title="Verfasst von",
        description="Wer es verfasst hat",
        examples=[["Kompetenzzentrum Datenstrategie"]],
    )
    date: PartialDate | None = Field(
        None, title="Datum", description="Datum der Veröffentlichung oder erster Tag", examples=["2023-06"]
    )
    date_end: PartialDate | None = Field(
        None, title="Letzter Tag", description="Letzter Tag", examples=["2023-06-18"]
    )
    date_note: Text | None = Field(
        None,
        title="Zum Datum",
        description="Näheres zum Datum, zum Rhythmus oder zur Dauer",
        examples=["alle zwei Monate"],
    )
    place: Text | None = Field(None, title="Ort", description="Ort", examples=["Berlin"])
    participants: Count | None = Field(
        None, title="Teilnehmende", description="Zahl der Teilnehmenden", examples=[120]
    )
    audience: Text | None = Field(
        None, title="Zielgruppe", description="Für wen es gedacht ist", examples=["Kommunale IT"]
    )
    fields: list[FieldOfAction] = Field(
        [], title="Handlungsfelder", description="Handlungsfelder", examples=[["daten-infrastruktur"]]
    )
    topics: list[Text] = Field(
        [],
        title="Themen",
        description="Themen in Stichwörtern",
        examples=[["Datenstrategie", "Urbane Datenplattform"]],
    )
    members: list[Text] = Field(
        [], title="Mitglieder", description="Wer mitmacht", examples=[["Stadt Bochum"]]
    )
    members_note: Text | None = Field(
        None,
        title="Zu den Mitgliedern",
        description="Näheres zu den Mitgliedern",
        examples=["und zwölf Landkreise"],
    )
    findings: list[Text] = Field(
        [],
        title="Wichtige Aussagen",
        description="Wichtige Aussagen oder Ergebnisse",
        examples=[["Ein gemeinsames Datenmodell spart Doppelarbeit"]],
    )
    outputs: list[Text] = Field(
        [], title="Ergebnisse", description="Was daraus entstanden ist", examples=[["Leitfaden mit Vorlagen"]]
    )
    note: Text | None = Field(
        None, title="Anmerkung", description="Einschränkung", examples=["Nur auf Englisch"]
    )
    measures: list[MeasureId] = Field(
        [], title="Maßnahmen", description="Maßnahmen dazu", examples=[["zwoenitz-erzmobil"]]
    )
    solutions: list[SolutionId] = Field(
        [], title="Lösungen", description="Lösungen dazu", examples=[["erzmobil"]]
    )
    related: list[KnowledgeId] = Field(
        [], title="Verwandt", description="Verwandtes Wissen", examples=[["verstetigung-planungsaufgabe"]]
    )
    website: Url | None = Field(
        None,
        title="Website",
        description="Seite des Dokuments, des Formats oder der Stelle",
        examples=["https://www.zwoenitz.de/erzmobil"],
    )
    body: Prose = Field(
        title="Text",
        description="Eigene Zusammenfassung in Markdown",
        examples=["Der Leitfaden zeigt in fünf Schritten, wie eine Kommune ihre Daten ordnet."],
    )


class Label(Part):
    """Ein Name in beiden Sprachen der Oberfläche."""

    de: Text = Field(title="Deutsch", description="Deutsch")
    en: Text = Field(title="Englisch", description="Englisch")

    def in_language(self, language: str) -> str:
        """The name in a language, `de` or `en`."""
        return self.en if language == "en" else self.de


class VocabularyTerm(Part):
    """Ein Begriff eines Vokabulars."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*$", max_length=80)] = Field(
        title="Kennung", description="Kennung"
    )
    label: Label = Field(title="Name", description="Name")
    description: Text = Field(title="Beschreibung", description="Ein Satz, der den Begriff erklärt")
    words: list[Text] = Field(
        [], title="Alltagswörter", description="Alltagswörter, mit denen Menschen danach suchen"
    )
    website: Url | None = Field(
        None,
        title="Website",
        description="Seite, die den Begriff erklärt, etwa der Text einer Lizenz",
        examples=["https://www.zwoenitz.de/erzmobil"],
    )


class Vocabulary(Entry):
    """Eine geschlossene Liste von Begriffen."""

    kind = "vocabulary"
    folder = "vocabulary"

    label: Label = Field(title="Name", description="Name des Vokabulars")
    description: Text = Field(title="Beschreibung", description="Wozu das Vokabular dient")
    terms: list[VocabularyTerm] = Field(
        min_length=1, title="Begriffe", description="Die Begriffe in ihrer Reihenfolge"
    )

    def terms_by_word(self) -> dict[str, str]:
        """The id of the term that a word stands for, by the word in lower case: its names and its everyday words."""
        return {
            word.casefold(): term.id
            for term in self.terms
            for word in (*term.words, term.label.en, term.label.de)
        }


class Concept(Part):
    """Ein Begriff des Fachgebiets mit den Wörtern, die das Gleiche oder fast das Gleiche sagen."""

    id: Slug = Field(title="Kennung", description="Kennung")
    label: Text = Field(title="Name", description="Übliches Fachwort", examples=["Rufbus"])
    synonyms: list[Text] = Field([], title="Synonyme", description="Gleichbedeutende Fachwörter")
    everyday: list[Text] = Field([], title="Im Alltag", description="Wie Menschen es im Alltag sagen")
    english: list[Text] = Field([], title="Englisch", description="Englische Wörter")
    broader: list[str] = Field([], title="Weitere Begriffe", description="Kennungen weiterer Begriffe")
    related: list[str] = Field([], title="Verwandt", description="Kennungen verwandter Begriffe")
    need: bool = Field(
        True,
        title="Bedarf",
        description="„false“, wenn es kein Ding ist, das man einführt, sondern ein Ort, eine Gruppe oder ein ganzes Feld; "
        "dann hat es keine Bedarfsseite",
    )
    vague: list[Text] = Field(
        [],
        title="Mehrdeutig",
        description="Synonyme, die allein noch nicht sagen, dass ein Eintrag dies ist („Bildschirm“ für die Stele)",
    )
    question: Label | None = Field(
        None,
        title="Frage",
        description="Wie jemand danach fragt, der das Fachwort nicht kennt, für Startseite und Bedarfsseite",
    )


class Thesaurus(Entry):
    """Die Wörter des Fachgebiets für die Suche."""

    kind = "thesaurus"
    folder = "vocabulary"

    concepts: list[Concept] = Field(min_length=1, title="Begriffe", description="Begriffe")


class CompoundWords(Entry):
    """Bestandteile, in die die Suche zusammengesetzte Wörter zerlegt."""

    kind = "compound-words"
    folder = "vocabulary"

    words: list[list[Text]] = Field(
        min_length=1, title="Alltagswörter", description="Einfache Wörter, je Zeile ein Anfangsbuchstabe"
    )


class Partners(Entry):
    """Die Stellen, die an Maßnahmen mitwirken: je Stelle ein Name, ihre Art und andere Schreibweisen."""

    kind = "partners"
    folder = "vocabulary"

    organisations: list[Organisation] = Field(
        min_length=1, title="Stellen", description="Die Stellen, nach Namen"
    )
    no_names: list[Text] = Field(
        [],
        title="Keine Namen",
        description="Was keine Stelle nennt",
        examples=[["örtliche Vereine", "Volkshochschule"]],
    )


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


PUBLISHED: tuple[type[DocumentedEntry], ...] = (
    Municipality,
    Project,
    Measure,
    Solution,
    Reuse,
    Stage,
    Criterion,
    Report,
    Goal,
    Knowledge,
)
"""The kinds that have a table and a page, referenced ones first."""

ENTRIES: tuple[type[Entry], ...] = (*PUBLISHED, Vocabulary, Thesaurus, CompoundWords, Partners, Retired)
"""All kinds of entry."""
