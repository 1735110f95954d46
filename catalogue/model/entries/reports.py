"""An official document with figures of the programme."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from catalogue.model.entries.entry import DocumentedEntry
from catalogue.model.entries.parts import Part
from catalogue.model.values import Decimal, Euro, PartialDate, Question, Slug, Text


class Figure(Part):
    """Eine Zahl, die ein Dokument nennt, mit der Frage, in der sie steht."""

    name: Slug = Field(title="Name", description="Kennung der Zahl im Dokument", examples=["transfers"])
    text: Text = Field(title="Text", description="Was gezählt wurde", examples=["Übertragungen von Lösungen"])
    value: Annotated[Decimal, Field(ge=0)] = Field(title="Wert", description="Wert", examples=[46])
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
    list_tables: ClassVar[dict[str, str]] = {"figures": "figures", "drawdowns": "drawdowns"}

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
