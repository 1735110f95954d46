"""Whether a place meets what a solution requires: met, open or unknown, never guessed.

A requirement may name an answer of the check (`geodaten.ja`: before the dot the question). It is met by that answer
or one that stands before it in the vocabulary, since the best answers come first. What nobody answered, and what has
no rule, is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import inf

BUDGETS_EUR = {
    "ab-200000": (200_000, inf),
    "unter-200000": (50_000, 200_000),
    "unter-50000": (10_000, 50_000),
    "unter-10000": (0, 10_000),
}
"""The least money that each budget class stands for, and the money that it stays below."""


class Verdict(StrEnum):
    """How a requirement stands."""

    MET = "erfuellt"
    OPEN = "offen"
    UNKNOWN = "unbekannt"


def question_of(answer: str) -> str:
    """The question that an answer belongs to: `geodaten.ja` → `geodaten`."""
    return answer.partition(".")[0]


def requirement(at_least: str | None, answers: Mapping[str, str], known: Sequence[str]) -> Verdict:
    """Whether the answers, by question, meet a requirement. `known` are all answers, the best of a question first."""
    given = answers.get(question_of(at_least), "") if at_least else ""
    if not at_least or given not in known or question_of(given) != question_of(at_least):
        return Verdict.UNKNOWN
    return Verdict.MET if known.index(given) <= known.index(at_least) else Verdict.OPEN


def size(own: str | None, used_in: Mapping[str, int]) -> Verdict:
    """Whether places of the own size class use the solution; `used_in` are numbers of places by size class."""
    return Verdict.MET if own and used_in.get(own) else Verdict.UNKNOWN


def budget(own: str | None, amount_eur: int | None) -> Verdict:
    """Whether a known amount lies within the own budget class (`unter-50000`)."""
    if own not in BUDGETS_EUR or amount_eur is None:
        return Verdict.UNKNOWN
    least, end = BUDGETS_EUR[own]
    if amount_eur <= least:
        return Verdict.MET
    return Verdict.OPEN if amount_eur >= end else Verdict.UNKNOWN
