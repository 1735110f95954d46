"""The words that the search knows: the thesaurus, and the parts of compound words."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.entry import Entry
from catalogue.model.entries.labels import Label
from catalogue.model.entries.parts import Part
from catalogue.model.values import Slug, Text


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
