"""Whether a place meets what a solution requires: met, open or unknown, never guessed.

A requirement may name an answer of the check (`geodaten.ja`: before the dot the question). It is met by that answer
or one that stands before it in the vocabulary, since the best answers come first. What nobody answered, and what has
no rule, is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

MET_AT_LEAST_EUR = {"ab-200000": 200_000, "unter-200000": 50_000, "unter-50000": 10_000, "unter-10000": 0}
"""The least money that each budget class stands for."""

NEVER_MORE_THAN_EUR = {"unter-200000": 200_000, "unter-50000": 50_000, "unter-10000": 10_000}
"""The money that each budget class stays below; the highest class has no end."""


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
    if own not in MET_AT_LEAST_EUR or amount_eur is None:
        return Verdict.UNKNOWN
    if amount_eur <= MET_AT_LEAST_EUR[own]:
        return Verdict.MET
    end = NEVER_MORE_THAN_EUR.get(own)
    return Verdict.OPEN if end is not None and amount_eur >= end else Verdict.UNKNOWN
