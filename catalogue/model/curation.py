"""The rule for curated solutions: which conditions a solution must fulfil, and which of them it does not.

The rule is told to editors in `content/README.md` and to readers on `/loesungen`; `checking` holds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

IN_OPERATION = "betrieb"
IN_USE = "im-einsatz"
TRANSFERRED = ("uebernommen", "angepasst", "gemeinsame-entwicklung")
"""Kinds of reuse that show a transfer; a mere model for own work does not."""

FEWEST_SOURCES = 2

CONDITIONS: dict[str, str] = {
    "betrieb": "Sie ist im Betrieb (status: betrieb).",
    "dokumentiert": "Beschrieben sind das Problem, wie sie funktioniert und mindestens eine Voraussetzung.",
    "nachnutzbar": "Sie ist quelloffen, oder mindestens eine andere Stelle setzt sie ein (reused_by).",
    "belegt": "Mindestens zwei öffentliche Quellen belegen die Angaben.",
}
"""What a curated solution fulfils, by the id of the condition."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rule looks at."""

    status: str
    problem: str | None
    requirements: int
    open_source: bool
    reuses: Iterable[tuple[str | None, str]]
    """Kind and status of every reuse."""
    sources: int


def unmet(evidence: Evidence) -> list[str]:
    """The ids of the conditions that are not fulfilled, in the order of the rule."""
    transferred = any(kind in TRANSFERRED and status == IN_USE for kind, status in evidence.reuses)
    fulfilled = {
        "betrieb": evidence.status == IN_OPERATION,
        "dokumentiert": bool(evidence.problem and evidence.requirements),
        "nachnutzbar": evidence.open_source or transferred,
        "belegt": evidence.sources >= FEWEST_SOURCES,
    }
    return [condition for condition in CONDITIONS if not fulfilled[condition]]
