"""Amounts go from the least to the most only where they cover the same, and where that says something."""

from __future__ import annotations

import pytest

from catalogue.facts.cost_ranges import COMPARABLE, CostRange, cost_ranges
from catalogue.model.entries import Cost


def cost(covers: str, amount: int | None, up_to: int | None = None) -> Cost:
    return Cost.model_construct(covers=covers, amount_eur=amount, up_to_eur=up_to)


def test_amounts_of_one_scope_are_one_range_in_the_order_of_scopes():
    costs = [cost("jaehrlich", 300), cost("gesamt", 9000), cost("gesamt", 2000), cost("jaehrlich", 100)]
    assert [*cost_ranges(costs)] == [CostRange("gesamt", 2000, 9000, 2), CostRange("jaehrlich", 100, 300, 2)]


def test_an_amount_from_to_reaches_to_its_end():
    assert [*cost_ranges([cost("anschaffung", 10, 90), cost("anschaffung", 50)])] == [
        CostRange("anschaffung", 10, 90, 2)
    ]


@pytest.mark.parametrize("covers", ["teil", "foerderung", "budget", "unklar", "je-stueck"])
def test_what_does_not_compare_has_no_range(covers):
    assert [*cost_ranges([cost(covers, 10), cost(covers, 20)])] == []


def test_a_cost_without_an_amount_counts_nowhere():
    assert [*cost_ranges([cost("gesamt", None)])] == []


def test_every_scope_that_compares_is_a_term(words):
    assert {words.term("cost_scopes", scope) for scope in COMPARABLE}.isdisjoint(COMPARABLE)
