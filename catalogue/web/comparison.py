"""Side by side: what decides on taking a measure or a solution over, a row a fact, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.facts.fact import Fact
from catalogue.facts.reusables import aligned
from catalogue.web.entry_names import Worded

WHAT_IT_IS = ("subtitle", "status")
"""Keys of the facts that say what an entry is before anything is said of it."""


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """An entry that is compared: its page, and the address of the comparison without it."""

    id: str
    title: Worded
    address: str
    without: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What each entry tells, a row a fact, and the labels of the facts that none tells."""

    deciding: list[tuple[Fact, ...]]
    """What an entry is, and what answers the questions that decide on reuse."""
    further: list[tuple[Fact, ...]]
    untold: list[str]


def side_by_side(entries: list[list[Fact]]) -> Comparison:
    """Entries side by side, of whatever kinds."""
    rows = aligned(entries)
    told = [row for row in rows if any(fact.values for fact in row)]
    return Comparison(
        [row for row in told if _decides(row)],
        [row for row in told if not _decides(row)],
        [row[0].label for row in rows if not any(fact.values for fact in row)],
    )


def _decides(row: tuple[Fact, ...]) -> bool:
    return row[0].key in WHAT_IT_IS or any(fact.answers for fact in row)
