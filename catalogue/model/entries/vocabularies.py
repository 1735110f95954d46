"""A closed list of terms."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from catalogue.model.entries.entry import Entry
from catalogue.model.entries.labels import Label
from catalogue.model.entries.parts import Part
from catalogue.model.values import Text, Url


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
