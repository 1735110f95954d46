"""The sections of a measure: none, or `Ausgangslage` and `Lösung`, in this order; `Stand und Ausblick` may stand last.

Readers of many measures find the same thing at the same place. Most measures are told in one short text, which needs no
sections; a long one does. Headings with three and four `#` are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from catalogue.model.entries import BODY
from catalogue.reading.text_file import Flaw
from catalogue.reading.yaml_values import Values

PROBLEM, SOLUTION, OUTLOOK = SECTIONS = ("Ausgangslage", "Lösung", "Stand und Ausblick")

HEADING = re.compile(r"[ ]{0,3}(?P<marks>#{1,6})[ \t]*(?P<name>.*?)[ \t#]*$")

LONGEST_UNDIVIDED = 1200
"""Characters of a text without sections; the longest has 1,000."""


def section_flaws(values: Values) -> Iterator[Flaw]:
    """Where the prose of a measure is divided otherwise."""
    prose = values.data.get(BODY)
    if not isinstance(prose, str) or not prose.strip():
        return
    lines = prose.split("\n")
    first = values.position((BODY,))[0] - next(n for n, line in enumerate(lines) if line.strip())
    found: dict[str, int] = {}
    for n, line in enumerate(lines):
        heading = HEADING.match(line)
        if heading is None or (len(heading["marks"]) != 2 and heading["name"] not in SECTIONS):
            continue
        at, name = (first + n, heading.start("marks") + 1), heading["name"]
        if name not in SECTIONS or len(heading["marks"]) > 2:
            message = (
                f"Eine Maßnahme hat die Abschnitte „## {PROBLEM}“, „## {SOLUTION}“ und, wenn nötig, „## {OUTLOOK}“. Nennen Sie "
                "diesen so, oder machen Sie ihn mit „### “ zu einem Teil davon."
            )
            yield Flaw(*at, "section-unknown", message)
        elif name in found:
            message = (
                f"Den Abschnitt „{name}“ gibt es schon in Zeile {found[name]}. Fassen Sie beide zusammen."
            )
            yield Flaw(*at, "section-twice", message)
        found.setdefault(name, first + n)
    yield from _order(found)
    if not found and len(prose.strip()) > LONGEST_UNDIVIDED:
        message = f"Der Text ist lang. Teilen Sie ihn in „## {PROBLEM}“ und „## {SOLUTION}“."
        yield Flaw(*values.position((BODY,)), "sections-missing", message, "warning")


def _order(found: dict[str, int]) -> Iterator[Flaw]:
    """Problem and solution stand both or neither, and what comes first stands first."""
    for one, other in ((PROBLEM, SOLUTION), (SOLUTION, PROBLEM)):
        if one in found and other not in found and found.keys() <= {*SECTIONS}:
            message = (
                f"Zum Abschnitt „## {one}“ gehört „## {other}“. Schreiben Sie beide, oder keinen von beiden: Ein kurzer Text braucht "
                "keine Überschriften."
            )
            yield Flaw(found[one], 1, "section-alone", message)
    told = [name for name in found if name in SECTIONS]
    for before, name in pairwise(told):
        if SECTIONS.index(before) > SECTIONS.index(name):
            message = f"„{name}“ steht zuerst, dann „{before}“. Tauschen Sie die Abschnitte."
            yield Flaw(found[name], 1, "section-order", message)
