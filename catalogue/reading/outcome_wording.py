"""That results are effects and lessons are what somebody learnt: no plans, no goals, no praise.

The wording is a sign, no proof: what it finds is a warning. It looks for a plan that is told as such (`sind vorgesehen`), and
lets one pass that came true or failed (`der geplante Start verschob sich`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.reading.text_file import Flaw
from catalogue.reading.values_in_data import text
from catalogue.reading.yaml_values import Values

OUTCOMES = ("results", "lessons")

SIGNS = {
    "ein Plan": re.compile(
        r"\bsoll(?:en)?\b|\bsollten? (?:folgen|entstehen|kommen)\b"
        r"|\b(?:ist|sind|war|waren|wurden?|wird|werden)\b[^.;:]*\b(?:geplant|vorgesehen|angekündigt|beabsichtigt|angestrebt)\b"
        r"|\b(?:geplant|vorgesehen|angekündigt|beabsichtigt|angestrebt) (?:ist|sind|wird)\b",
        re.IGNORECASE,
    ),
    "ein Ziel": re.compile(
        r"\bZiel (?:ist|war|des Vorhabens|des Projekts)\b|\b(?:ist|war) (?:ein|das) Ziel\b"
        r"|\berhoff(?:t|en)\b|\b(?:wird|werden)\b[^.;:]*\berwartet\b|\berwartet (?:wird|werden)\b",
        re.IGNORECASE,
    ),
    "ein Lob": re.compile(
        r"\bgroße[sn]? Interesse\b|\bLeuchtturm|\bVorreiter|\bVorzeige|\b(?:wegweisend|einzigartig|zukunftsweisend|innovativ)"
        r"|\bErfolgsmodell|\bvoller Erfolg\b",
        re.IGNORECASE,
    ),
}
"""What is no outcome, with the words that give it away."""


def no_outcomes(values: Values) -> Iterator[Flaw]:
    """Results and lessons that are plans, goals or praise, as far as their wording tells."""
    for field in OUTCOMES:
        stated = values.data.get(field)
        for n, one in enumerate(stated if isinstance(stated, list) else []):
            told = text(one, "text") if isinstance(one, dict) else str(one)
            for what, sign in SIGNS.items():
                if found := sign.search(told):
                    message = (
                        f"„{found[0]}“ klingt nach {what.replace('ein ', 'einem ')}, nicht nach einem Ergebnis oder einer Erfahrung. "
                        "Nennen Sie die Wirkung, die eine Quelle nennt, oder schreiben Sie den Satz in den Text."
                    )
                    yield Flaw(*values.position((field, n)), "no-outcome", message, "warning")
                    break
