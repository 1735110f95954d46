"""Side by side: what decides on taking a measure or a solution over, a row a fact, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.facts.fact import Fact
from catalogue.facts.reusables import aligned


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """An entry that is compared: its page, and the address of the comparison without it."""

    id: str
    title: str
    address: str
    without: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What each entry tells, a row a fact, and the labels of the facts that none tells."""

    rows: list[tuple[Fact, ...]]
    untold: list[str]


def side_by_side(entries: list[list[Fact]]) -> Comparison:
    """Entries side by side, of whatever kinds."""
    rows = aligned(entries)
    return Comparison(
        [row for row in rows if any(fact.values for fact in row)],
        [row[0].label for row in rows if not any(fact.values for fact in row)],
    )
