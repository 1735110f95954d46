"""Values that YAML reads otherwise than they were meant: cut at ` #`, split at a comma, quoted with the wrong marks.

Most are valid YAML, so no parser speaks; only the text behind the value tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from catalogue.reading.text_file import Flaw

CUT = "hash-cuts"

COMMENT = re.compile(r"[ \t]+(?=#)")
HASHTAG = re.compile(r"[ \t]*(?=#[^\s#!-])")
BLOCK_MARK = re.compile(r"[|>][-+\d]*[ \t]+(?=#)")
OPEN_QUOTE = re.compile(r'\s"[^"]*$')
IN_BRACKETS = re.compile(r"[\[{,][ \t]+(?=#[^\s#!-])")

TYPOGRAPHIC = frozenset("„“”‟‚‘’‛«»‹›")
PAIRS = (("(", ")"), ("„", '“”"'), ("‚", "‘’'"), ("»", "«"), ("›", "‹"))
"""What opens a part of a text, and what may close it."""

QUOTE_IT = "Setzen Sie den ganzen Wert in gerade Anführungszeichen"


def misread(event: Any, lines: list[str], first_line: int, column: int, in_flow: bool) -> Iterator[Flaw]:
    """What YAML leaves out of a plain scalar, or splits off. `lines` are the document's; `column` is the one, from 0,
    at which the list or map around the scalar starts."""
    if event.style in ("|", ">"):
        yield from _cut_at_mark(event, lines, first_line)
        return
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


def _cut_at_mark(event: Any, lines: list[str], first_line: int) -> Iterator[Flaw]:
    """What stands behind the mark of a long text (`|`, `>-`), and belongs to no line of it."""
    line, start = event.start_mark.line, event.start_mark.column
    if mark := BLOCK_MARK.match(lines[line][start:]):
        yield _cut(line + first_line, start + mark.end() + 1)


def cut_in_brackets(lines: list[str], numbers: Iterable[int], first_line: int) -> list[Flaw]:
    """Values of a list or map in brackets that begin with `#`, so that the rest of the line, bracket included, is not read."""
    found = ((n, IN_BRACKETS.search(lines[n])) for n in numbers)
    return [_cut(n + first_line, match.end() + 1) for n, match in found if match]


def _cut(line: int, column: int) -> Flaw:
    message = (
        "Ab diesem „#“ wird der Text nicht gelesen. "
        f'{QUOTE_IT} ("…"); ein Kommentar steht in einer eigenen Zeile.'
    )
    return Flaw(line, column, CUT, message)


def _is_quoted(value: str) -> bool:
    """Whether a value stands as a whole in one pair of typographic quotation marks."""
    inner = value[1:-1]
    return (
        len(value) > 1
        and (value[-1] in TYPOGRAPHIC or value[-1] == '"')
        and not TYPOGRAPHIC.intersection(inner)
    )


def _is_split(value: str, rest: str) -> bool:
    """Whether a value of a flow list or map opens what only a later one closes; of the two the first is told."""
    return is_left_open(value) or (value[-1:].isdigit() and re.match(r",\d", rest) is not None)


def is_left_open(value: str) -> bool:
    """Whether a text opens a bracket or a quotation that it does not close; in a list in brackets it needs quotation marks."""
    if OPEN_QUOTE.search(value):
        return True
    return any(value.count(opening) > sum(map(value.count, closing)) for opening, closing in PAIRS)
