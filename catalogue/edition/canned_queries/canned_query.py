"""What a canned query is: a question to the database with its title, its parameters and the pages where it arises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from catalogue.model.entries import Label


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the reader may give; left empty it is the default, and an empty default asks for all."""

    name: str
    label: Label
    default: str = ""

    @property
    def number(self) -> str:
        """The value as a number, in SQL."""
        return f"CAST(coalesce(nullif(:{self.name}, ''), {int(self.default)}) AS INTEGER)"


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """A question with its answer in SQL.

    `name` is the last part of its address. `asked_on` are the pages of the site where the question arises: addresses
    (`/transfers`), or all pages of a rule (`/themen/<topic>`), whose variable the first parameter then takes.
    """

    name: str
    title: Label
    description: Label
    sql: str
    asked_on: tuple[str, ...]
    parameters: tuple[Parameter, ...] = ()

    def metadata(self) -> dict[str, Any]:
        """The query as Datasette's metadata has it, with the English texts and the parameters' meaning beside."""
        return {
            "title": self.title.de,
            "title_en": self.title.en,
            "description": self.description.de,
            "description_en": self.description.en,
            "sql": self.sql.strip(),
            "params": [parameter.name for parameter in self.parameters],
            "parameters": {
                parameter.name: {
                    "title": parameter.label.de,
                    "title_en": parameter.label.en,
                    "default": parameter.default,
                }
                for parameter in self.parameters
            },
            "asked_on": self.asked_on,
        }
