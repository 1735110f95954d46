"""Whether a place meets what a solution requires: met, open or unknown, never guessed.

A requirement may name an answer of the check (`geodaten.ja`: before the dot the question). It is met by that answer
or one that stands before it in the vocabulary, since the best answers come first. What names none is asked for itself:
whether the place has it. What nobody answered is unknown.
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

BUDGETS_PER_YEAR_EUR = {
    "ab-50000": (50_000, inf),
    "unter-50000": (10_000, 50_000),
    "unter-10000": (2_000, 10_000),
    "unter-2000": (0, 2_000),
}
"""The same for what there is each year."""

YES, NO = "ja", "nein"
"""The answers to whether a place has what is required."""


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


def asked_itself(answer: str | None) -> Verdict:
    """How a requirement stands that is asked for itself."""
    return {YES: Verdict.MET, NO: Verdict.OPEN}.get(answer or "", Verdict.UNKNOWN)


def size(own: str | None, used_in: Mapping[str, int]) -> Verdict:
    """Whether places of the own size class use the solution; `used_in` are numbers of places by size class."""
    return Verdict.MET if own and used_in.get(own) else Verdict.UNKNOWN


def budget(
    own: str | None, amount_eur: int | None, classes: Mapping[str, tuple[float, float]] = BUDGETS_EUR
) -> Verdict:
    """Whether a known amount lies within the own budget class (`unter-50000`)."""
    if own is None or own not in classes or amount_eur is None:
        return Verdict.UNKNOWN
    least, end = classes[own]
    if amount_eur <= least:
        return Verdict.MET
    return Verdict.OPEN if amount_eur >= end else Verdict.UNKNOWN
