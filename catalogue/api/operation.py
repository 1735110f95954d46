"""What an operation of the interface is: its address, what it may be asked, what it answers, and how it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from catalogue.api.answers import WholeAnswer
from catalogue.api.context import Context
from catalogue.api.cursors import cursor, page_of
from catalogue.api.parameters import Known, Paged, Parameters
from catalogue.model.entries import DocumentedEntry, Label

HOME = "/api"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that programs may ask."""

    name: str
    """Unique; what generated clients call it."""
    path: str
    """Below `HOME`, with the id of an entry as `{id}`."""
    title: Label
    description: Label
    parameters: Callable[[Known], type[Parameters]]
    """Gives the parameters for what an edition knows."""
    answer: type[WholeAnswer]
    give: Callable[[Context, Any], WholeAnswer]
    """Answers parameters of the kind that `parameters` gives. Raises Refused where there is nothing to answer."""
    entry: type[DocumentedEntry] | None = None
    """The kind of entry that the answer holds whole."""
    example: str = ""
    """What follows the path in an example, with the id of an entry that exists where the path needs one."""

    @property
    def is_paged(self) -> bool:
        """Whether the answer is a list that goes on."""
        return "next" in self.answer.model_fields

    @property
    def names_entry(self) -> bool:
        """Whether the path names an entry or a vocabulary."""
        return "{id}" in self.path

    @property
    def gives_entry(self) -> bool:
        """Whether the answer is one entry."""
        return self.names_entry and self.entry is not None


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list."""

    number: int
    size: int

    @property
    def start(self) -> int:
        """How many items come before."""
        return (self.number - 1) * self.size

    def cut(self, items: list[Any]) -> list[Any]:
        """The items of this page."""
        return items[self.start : self.start + self.size]


def page(context: Context, path: str, asked: Paged) -> Page:
    """The part of a list that is asked for. Raises Refused for a cursor that is of no use."""
    return Page(page_of(asked.cursor, context.edition, _without_cursor(path, asked)), asked.limit)


def address_of_next(context: Context, path: str, asked: Paged, page: Page, total: int) -> str | None:
    """The address of the page that follows, if one does."""
    if page.start + page.size >= total:
        return None
    further = cursor(context.edition, _without_cursor(path, asked), page.number + 1)
    return context.address(f"{HOME}{path}?{_query(asked, cursor=further)}")


def _without_cursor(path: str, asked: Paged) -> str:
    return f"{path}?{_query(asked)}"


def _query(asked: Paged, **more: str) -> str:
    told = asked.model_dump(exclude_defaults=True, exclude={"cursor"})
    return urlencode(told | more, doseq=True)
