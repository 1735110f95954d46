"""A goal that municipalities pursue, and the rules that tell which measures serve it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.entries.parts import Part
from catalogue.model.values import (
    AskedAs,
    Audience,
    Count,
    EntryReference,
    FieldOfAction,
    MeasureId,
    ProjectId,
    Question,
    SolutionKind,
    Text,
    Title,
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
