"""The reuse check says met or open only where an answer decides it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.advice.reuse_check import (
    BUDGETS_EUR,
    BUDGETS_PER_YEAR_EUR,
    Verdict,
    asked_itself,
    budget,
    requirement,
    size,
)

KNOWN = ["it.eigene", "it.dienstleister", "it.niemand", "geodaten.ja", "geodaten.nein"]
BUDGETS = list(BUDGETS_EUR)


@pytest.mark.parametrize(
    ("at_least", "given_answer", "verdict"),
    [
        ("it.dienstleister", "it.eigene", Verdict.MET),
        ("it.dienstleister", "it.dienstleister", Verdict.MET),
        ("it.dienstleister", "it.niemand", Verdict.OPEN),
        ("geodaten.ja", "geodaten.nein", Verdict.OPEN),
        ("geodaten.ja", "", Verdict.UNKNOWN),
        ("geodaten.ja", "it.eigene", Verdict.UNKNOWN),
        ("geodaten.ja", "unsinn", Verdict.UNKNOWN),
        (None, "geodaten.ja", Verdict.UNKNOWN),
    ],
)
def test_an_answer_meets_what_asks_for_it_or_for_less(at_least, given_answer, verdict):
    question = (at_least or "").partition(".")[0]
    assert requirement(at_least, {question: given_answer}, KNOWN) == verdict


@given(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.sampled_from(KNOWN))
def test_a_better_answer_never_opens_what_was_met(at_least, one, other):
    better, worse = sorted((one, other), key=KNOWN.index)
    question = at_least.partition(".")[0]
    if requirement(at_least, {question: worse}, KNOWN) == Verdict.MET and better.startswith(f"{question}."):
        assert requirement(at_least, {question: better}, KNOWN) == Verdict.MET


@given(st.sampled_from([None, *KNOWN]))
def test_without_an_answer_nothing_is_met(at_least):
    assert requirement(at_least, {}, KNOWN) == Verdict.UNKNOWN


def test_a_size_is_met_only_where_a_place_of_that_size_is_known():
    assert size("unter-5000", {"unter-5000": 2}) == Verdict.MET
    assert size("unter-5000", {"ab-100000": 2}) == Verdict.UNKNOWN
    assert size(None, {"unter-5000": 2}) == Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("own", "amount", "verdict"),
    [
        ("ab-200000", 150_000, Verdict.MET),
        ("ab-200000", 900_000, Verdict.UNKNOWN),
        ("unter-50000", 10_000, Verdict.MET),
        ("unter-50000", 20_000, Verdict.UNKNOWN),
        ("unter-50000", 50_000, Verdict.OPEN),
        ("unter-10000", 65_000, Verdict.OPEN),
        ("unter-10000", None, Verdict.UNKNOWN),
        ("viel", 1, Verdict.UNKNOWN),
        (None, 1, Verdict.UNKNOWN),
    ],
)
def test_a_budget_class_decides_only_what_lies_wholly_in_or_beyond_it(own, amount, verdict):
    assert budget(own, amount) == verdict


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("ja", Verdict.MET),
        ("nein", Verdict.OPEN),
        ("", Verdict.UNKNOWN),
        ("vielleicht", Verdict.UNKNOWN),
        (None, Verdict.UNKNOWN),
    ],
)
def test_what_is_asked_for_itself_is_met_by_yes_alone(answer, verdict):
    assert asked_itself(answer) == verdict


def test_money_each_year_has_classes_of_its_own():
    assert budget("unter-10000", 2_000, BUDGETS_PER_YEAR_EUR) == Verdict.MET
    assert budget("unter-10000", 12_000, BUDGETS_PER_YEAR_EUR) == Verdict.OPEN


@pytest.mark.parametrize("classes", [BUDGETS_EUR, BUDGETS_PER_YEAR_EUR], ids=["once", "per year"])
def test_classes_of_money_leave_no_gap(classes):
    bounds = list(classes.values())
    assert [least for least, _ in bounds] == [end for _, end in bounds[1:]] + [0]


@given(st.integers(0, 1_000_000), st.sampled_from(BUDGETS), st.sampled_from(BUDGETS))
def test_more_money_never_opens_what_was_met(amount, one, other):
    more, less = sorted((one, other), key=BUDGETS.index)
    if budget(less, amount) == Verdict.MET:
        assert budget(more, amount) == Verdict.MET
