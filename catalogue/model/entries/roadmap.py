"""The stages of the roadmap and their criteria."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.values import (
    AskedAs,
    Count,
    KnowledgeId,
    MeasureId,
    SolutionId,
    StageId,
    Strand,
    Text,
    Title,
)


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
