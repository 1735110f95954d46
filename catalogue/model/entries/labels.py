"""A name in both languages of the interface."""

from __future__ import annotations

from pydantic import Field

from catalogue.model.entries.parts import Part
from catalogue.model.values import Text


class Label(Part):
    """Ein Name in beiden Sprachen der Oberfläche."""

    de: Text = Field(title="Deutsch", description="Deutsch")
    en: Text = Field(title="Englisch", description="Englisch")

    def in_language(self, language: str) -> str:
        """The name in a language, `de` or `en`."""
        return self.en if language == "en" else self.de
