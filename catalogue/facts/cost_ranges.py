"""From where to where amounts go that cover the same, as the page of a need and the dossier of a solution tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalogue.model.entries import Cost

RUNNING = ("jaehrlich", "monatlich")
"""What an amount covers that arises again and again; all others arise once."""

COMPARABLE = ("gesamt", "entwicklung", "anschaffung", *RUNNING)
"""What amounts may cover of which the least and the most say something; parts, funding and plans do not."""


@dataclass(frozen=True, slots=True)
class CostRange:
    """The least and the most of the amounts in euro that cover the same, the id of what they cover, and how many they are."""

    scope: str
    least: int
    most: int
    amounts: int


def cost_ranges(costs: Iterable[Cost]) -> Iterator[CostRange]:
    """A range for each scope that compares and of which an amount is known; one amount is a range, too."""
    amounts: dict[str, list[tuple[int, int]]] = {}
    for cost in costs:
        if cost.amount_eur is not None:
            amounts.setdefault(cost.covers, []).append((cost.amount_eur, cost.up_to_eur or cost.amount_eur))
    for scope in COMPARABLE:
        if found := amounts.get(scope):
            yield CostRange(
                scope, min(least for least, _ in found), max(most for _, most in found), len(found)
            )
