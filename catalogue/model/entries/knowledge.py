"""Knowledge around solutions: studies, guides, questions, communities, events, standards, words."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.values import (
    AskedAs,
    Count,
    EnglishLine,
    EnglishTitle,
    FieldOfAction,
    KnowledgeId,
    KnowledgeKind,
    MeasureId,
    PartialDate,
    Prose,
    SolutionId,
    Text,
    Title,
    Url,
)

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
