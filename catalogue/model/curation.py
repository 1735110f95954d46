"""The rule for curated solutions: which conditions a solution must fulfil, and which of them it does not.

The rule is told to editors in `content/README.md` and to readers on `/loesungen`; `checking` holds it.
"""

from __future__ import annotations

from dataclasses import dataclass

IN_OPERATION = "betrieb"
FEWEST_SOURCES = 2

CONDITIONS: dict[str, str] = {
    "betrieb": "Sie ist im Betrieb (status: betrieb).",
    "dokumentiert": "Beschrieben sind das Problem, wie sie funktioniert und mindestens eine Voraussetzung.",
    "nachnutzbar": "Sie ist quelloffen, oder sie ist andernorts im Einsatz (reuses/).",
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
    in_use_elsewhere: int
    """Reuses that count for it and run elsewhere, as `model.reuse` defines it."""
    sources: int


def unmet(evidence: Evidence) -> list[str]:
    """The ids of the conditions that are not fulfilled, in the order of the rule."""
    fulfilled = {
        "betrieb": evidence.status == IN_OPERATION,
        "dokumentiert": bool(evidence.problem and evidence.requirements),
        "nachnutzbar": evidence.open_source or evidence.in_use_elsewhere > 0,
        "belegt": evidence.sources >= FEWEST_SOURCES,
    }
    return [condition for condition in CONDITIONS if not fulfilled[condition]]
