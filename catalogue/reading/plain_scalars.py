"""Values without quotation marks that YAML reads otherwise than they were meant: cut at ` #`, split at a comma.

Both are valid YAML, so no parser speaks; only the text behind the value tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from catalogue.reading.text_file import Flaw

CUT = "hash-cuts"

COMMENT = re.compile(r"[ \t]+(?=#)")
HASHTAG = re.compile(r"[ \t]*(?=#[^\s#!-])")

TYPOGRAPHIC = frozenset("„“”‟‚‘’‛«»‹›")

QUOTE_IT = "Setzen Sie den ganzen Wert in gerade Anführungszeichen"


def misread(event: Any, lines: list[str], first_line: int, column: int, in_flow: bool) -> Iterator[Flaw]:
    """What YAML leaves out of a plain scalar, or splits off. `lines` are the document's; `column` is the one, from 0,
    at which the list or map around the scalar starts."""
    line, end = event.end_mark.line, event.end_mark.column
    rest = lines[line][end:] if line < len(lines) else ""
    if comment := COMMENT.match(rest):
        yield _cut(line + first_line, end + comment.end() + 1)
    elif line + 1 < len(lines) and event.value and not rest.strip() and not in_flow:
        following = HASHTAG.match(lines[line + 1])
        if following and following.end() > column:
            yield _cut(line + 1 + first_line, following.end() + 1)
    if event.value[:1] in TYPOGRAPHIC and _is_quoted(event.value):
        message = (
            "Der ganze Wert steht in typografischen Anführungszeichen, und die werden mit angezeigt. "
            "Löschen Sie sie; gehören sie zum Text, setzen Sie außen herum gerade: '„…“'."
        )
        yield Flaw(
            event.start_mark.line + first_line, event.start_mark.column + 1, "typographic-quotes", message
        )
    if in_flow and _is_split(event.value, rest):
        message = (
            "Das Komma teilt diesen Wert mitten in einer Klammer, Zahl oder Anführung. "
            f'{QUOTE_IT}: ["App (iOS, Android)", "Kasse"].'
        )
        yield Flaw(event.start_mark.line + first_line, event.start_mark.column + 1, "comma-splits", message)


def _cut(line: int, column: int) -> Flaw:
    message = (
        "Ab diesem „#“ wird der Text nicht gelesen. "
        f'{QUOTE_IT} ("…"); ein Kommentar steht in einer eigenen Zeile.'
    )
    return Flaw(line, column, CUT, message)


def _is_quoted(value: str) -> bool:
    """Whether a value stands as a whole in one pair of typographic quotation marks."""
    return len(value) > 1 and value[-1] in TYPOGRAPHIC and not TYPOGRAPHIC.intersection(value[1:-1])


def _is_split(value: str, rest: str) -> bool:
    """Whether a value of a flow list or map opens what only a later one closes; of the two the first is told."""
    if value.count("(") > value.count(")"):
        return True
    if value.count("„") > value.count("“") + value.count("”"):
        return True
    return value[-1:].isdigit() and re.match(r",\d", rest) is not None
