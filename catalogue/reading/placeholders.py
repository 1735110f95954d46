"""What says that somebody wanted to write something: TODO, a dash, the words of a template. Nothing known is told by leaving out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown
from catalogue.reading.values_in_data import every_text
from catalogue.reading.yaml_values import Values

TO_INSERT = r"\[[^\[\]\n]*\b(?:[Ee]infügen|[Ee]intragen|[Ee]rgänzen|[Nn]achtragen)\]"

PLACEHOLDER = re.compile(
    r"(?:to-?do|tbd|tba|fixme|x{3,9}|n\.?\s?n\.?|k\.?\s?a\.?|n/a|k/a|keine (?:angaben?|info(?:rmation(?:en)?)?)"
    r"|[-–—?.…_/*]+|platzhalter|null|none|nil|leer|(?:lorem ipsum|blindtext).*"
    r"|(?:hier )?(?:text|titel)(?: hier| einfügen)?|folgt(?: noch)?"
    r"|wird (?:noch )?(?:ergänzt|nachgereicht|ermittelt))[.:!]*"
    rf"|(?-i:TODO|FIXME|TBD)[:\s].*|to-?do:.*|<[^<>@:/]+>|{TO_INSERT}"
    r"|https?://(?:www\.)?(?:beispiel|ihre-?(?:stadt|gemeinde|kommune)|domain)\.(?:de|org|com)(?:/.*)?",
    re.IGNORECASE,
)
LONGEST_PLACEHOLDER = 200

IN_PROSE = re.compile(rf"\b(?:TODO|FIXME|TBD|XXX)\b|\b[Ll]orem [Ii]psum\b|\bBlindtext\b|{TO_INSERT}(?!\()")
"""Placeholders amid other text."""

RULE = re.compile(r"(?:[-*_][ \t]*){3,}")


def is_placeholder(text: str) -> bool:
    """Whether a text as a whole stands for one that is missing."""
    return len(text) <= LONGEST_PLACEHOLDER and PLACEHOLDER.fullmatch(text.strip()) is not None


def is_placeholder_line(line: str) -> bool:
    """Whether a paragraph of one line does; a line of dashes or stars is a rule."""
    line = line.strip()
    return (
        is_placeholder(line)
        and line.rstrip(".:!") not in ("Text", "Titel")
        and not RULE.fullmatch(line)
        and not IN_PROSE.search(line)
    )


def placeholders(values: Values) -> Iterator[Flaw]:
    """Values that stand for what is missing."""
    for location, value in every_text(values.data):
        if is_placeholder(value):
            message = f"{shown(value)} ist ein Platzhalter. Tragen Sie den Wert ein; ist nichts bekannt, löschen Sie die Zeile."
            yield Flaw(*values.position(location), "placeholder", message)
