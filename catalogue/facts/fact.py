"""A fact: how it is declared for a kind of entry, what it tells of one entry, and where it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Flag, auto
from typing import Generic, TypeVar

from catalogue.facts.questions import Question
from catalogue.facts.wording import NOT_TOLD, Wording
from catalogue.model.entries import Label

Record = TypeVar("Record", contravariant=True)
"""What a fact is told of: an entry with what surrounds it."""

SEPARATOR = " | "
"""Stands between several lines in one cell."""


class ShownIn(Flag):
    """Where a fact is shown."""

    PAGE = auto()
    """The entry's page: under the question that it answers, else in the box of facts."""
    COMPARISON = auto()
    """The page that puts entries side by side."""
    SHEET = auto()
    """The table of a fact sheet."""
    COUNCIL = auto()
    """The table of a council paper."""
    NEEDS = auto()
    """What a council paper tells of cost and needs."""
    OUTCOME = auto()
    """What a council paper tells beneath the text: what came of it."""
    TABLE = auto()
    """A column, or several, of a table for spreadsheets."""


ON_PAGES = ShownIn.PAGE | ShownIn.COMPARISON | ShownIn.SHEET
"""Shown wherever people read of one entry or compare a few."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text that tells a fact."""

    text: str
    german: bool = True
    """Whether it is the entry's own German; else it is in the language of the reader."""
    address: str = ""
    """Where it leads: a path of the site (`/suche?art=app`) or a web address; empty for mere text."""
    details: str = ""
    """What is told of it in parentheses."""
    details_german: bool = True
    """Whether these are the entry's own German."""
    sources: tuple[int, ...] = ()
    """Which of the entry's sources say it, from 1; none where the entry does not tell, or where it has just one."""

    @property
    def line(self) -> str:
        """The whole value as plain text."""
        return f"{self.text} ({self.details})" if self.details else self.text


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of one entry, in the language of the reader; no values where no source tells."""

    key: str
    label: str
    values: list[Value]
    listed: bool
    """Whether the values stand one beneath the other, else between commas."""
    origin: Value | None
    """From where the fact comes, if not from the entry itself."""
    unknown: str
    """What to say where no source tells."""
    decides: bool
    """Whether it decides on reuse, so that its absence is worth telling."""
    sources: tuple[int, ...] = ()
    """Which of the entry's sources say the whole fact, as in `Value`."""
    answers: Question | None = None
    """Which of the questions that decide it answers, if any."""
    short: Value | None = None
    """The fact in a few words, if it can be told in so few and is told at all."""

    @property
    def lines(self) -> list[str]:
        """The fact as plain lines, with its origin; none where no source tells."""
        texts = [cited(value.line, value.sources) for value in self.values]
        lines = texts if self.listed else [", ".join(texts)] if texts else []
        if self.origin and lines:
            origin = self.origin.line
            lines = [f"{lines[0]}, {origin}"] if len(lines) == 1 else [*lines, origin]
        return [*lines[:-1], cited(lines[-1], self.sources)] if lines else []


def cited(text: str, sources: tuple[int, ...]) -> str:
    """A text with the numbers of the sources that say it: `Rund 40 Fahrgäste am Tag [1, 3]`."""
    return f"{text} [{', '.join(map(str, sources))}]" if sources else text


Cell = str | int | None
"""What a column of a table for spreadsheets holds of an entry."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """A column of a table for spreadsheets, whose cells hold plain values: ids' names, amounts, dates as they are."""

    heading: Label
    cell: Callable[[Record, Wording], Cell]


@dataclass(frozen=True)  # without slots: `DeclaredFact[X](…)` notes what it is generic over
class DeclaredFact(Generic[Record]):
    """A fact of a kind of entry: its name, where it is shown, and how it is told of an entry."""

    key: str
    label: Label
    shown_in: ShownIn
    values: Callable[[Record, Wording], Iterable[Value]]
    listed: bool = False
    decides: bool = False
    origin: Callable[[Record, Wording], Value | None] = lambda _record, _words: None
    """From where the fact comes, if not from the entry itself."""
    sources: Callable[[Record], tuple[int, ...]] = lambda _record: ()
    """Which of the entry's sources say the whole fact."""
    cells: tuple[Column[Record], ...] = ()
    """Its columns in a table; without any it is one column that holds its values."""
    answers: Question | None = None
    """Which of the questions that decide on reuse it answers, if any."""
    short: Callable[[Record, Wording], Value | None] = lambda _record, _words: None
    """The fact in a few words, as lists and tiles begin with it; nothing if it cannot be told in so few."""

    def of(self, record: Record, words: Wording) -> Fact:
        """What is known of one entry."""
        return Fact(
            self.key,
            words.say(self.label),
            [*self.values(record, words)],
            self.listed,
            self.origin(record, words),
            words.say(NOT_TOLD),
            self.decides,
            self.sources(record),
            self.answers,
            self.short(record, words) if self.answers else None,
        )

    @property
    def columns(self) -> tuple[Column[Record], ...]:
        """Its columns in a table for spreadsheets."""
        return self.cells or (Column(self.label, self._cell),)

    def _cell(self, record: Record, words: Wording) -> str:
        return SEPARATOR.join(self.of(record, words).lines)


def facts_in(
    declared: Iterable[DeclaredFact[Record]], where: ShownIn, record: Record, words: Wording
) -> list[Fact]:
    """The facts of an entry that are shown somewhere, told or not, in their order."""
    return [one.of(record, words) for one in declared if where in one.shown_in]


def columns_of(declared: Iterable[DeclaredFact[Record]]) -> list[Column[Record]]:
    """The columns of a table of such entries, in the order of the facts."""
    return [column for one in declared if ShownIn.TABLE in one.shown_in for column in one.columns]
