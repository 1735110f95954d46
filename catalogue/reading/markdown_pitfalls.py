"""Markdown that does not become what it looks like: lists, tables and headings that stay plain text, dates that become lists.

Read line by line, with what our converter makes of it in mind; parts of a line are `markdown_spans`'s, and what prose must
not contain for safety is `prose`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.reading.markdown_spans import Finding, misread_spans
from catalogue.reading.placeholders import is_placeholder_line

ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}\.)[ \t]+\S")
FIRST_ITEM = re.compile(r"[ \t]*(?:[-*+]|1\.)[ \t]+\S")
SHALLOW_ITEM = re.compile(r"[ ]{1,3}(?:[-*+]|\d{1,9}\.)[ \t]+\S")
BULLET = re.compile(r"[ \t]*[•●◦▪■▸►‣⁃∙○✓✔➢➔→·][ \t]*\S")
DASH = re.compile(r"[ \t]*[–—‐−][ \t]+\S")
BRACKET = re.compile(r"[ \t]*(?:\(?\d{1,2}|\(?[a-z])\)[ \t]+\S")
INDENTED = re.compile(r"(?:[ ]{4}|[ ]{0,3}\t)[ \t]*\S")
TIGHT = re.compile(r"[ ]{0,3}(?:-|\d{1,2}\.|\*(?=[^*\n]+$))[^\W\d_]")
"""What is meant as a point of a list, and lacks the blank behind its mark."""
NUMBERED = re.compile(
    r"[ ]{0,3}(\d{1,9})\.[ \t]+(?P<month>(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)?"
)
HEADING = re.compile(r"[ ]{0,3}(#{1,6})")
UNDERLINE = re.compile(r"-+[ \t]*$")
CELLS = re.compile(r"[ \t]*\|.*\|[ \t]*$|.*\S[ \t]\|[ \t]\S.*")
DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
FENCE = re.compile(r"[ ]{0,3}(?:`{3}|~{3})")
DEEPEST_HEADING = 4


def pitfalls(markdown: str) -> Iterator[Finding]:
    """Everything in the prose that the page would show otherwise than it is meant."""
    lines = markdown.split("\n")
    offset = 0
    in_list = False
    number = 0
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else ""
        after = lines[n + 1] if n + 1 < len(lines) else ""
        if line.strip():
            starts = not before.strip() or HEADING.match(before) is not None
            in_list = bool(ITEM.match(line)) if starts and not line[:1].isspace() else in_list
            alone = starts and not after.strip()
            if told := _number(line, after, number, starts) or _line(line, before, after, starts, in_list):
                yield Finding(*told, offset + len(line) - len(line.lstrip()))
            elif alone and is_placeholder_line(line):
                message = "Hier steht ein Platzhalter. Schreiben Sie den Text oder löschen Sie die Stelle."
                yield Finding("placeholder", message, offset + len(line) - len(line.lstrip()))
            numbered = NUMBERED.match(line)
            number = int(numbered[1]) if numbered else number if line[:1].isspace() else 0
        offset += len(line) + 1
    yield from _tables(lines)
    yield from misread_spans(markdown)
    yield from _sections(lines)


def _number(line: str, after: str, before: int, starts: bool) -> tuple[str, str] | None:
    """A number that begins a paragraph, and neither the first of a list nor the next of one (`before` is the last)."""
    numbered = NUMBERED.match(line)
    if numbered is None or not starts:
        return None
    number = int(numbered[1])
    following = NUMBERED.match(after)
    listed = number in (1, before + 1) or (following is not None and int(following[1]) == number + 1)
    if listed and not numbered["month"]:
        return None
    message = f"Mit „{number}. “ am Anfang wird der Absatz zu einer Liste. Schreiben Sie „{number}\\. “, oder stellen Sie den Satz um."
    return "date-as-list", message


def _line(line: str, before: str, after: str, starts: bool, in_list: bool) -> tuple[str, str] | None:
    """Code and message of what a line alone, or with its neighbours, is not."""
    if BULLET.match(line) or (DASH.match(line) and (starts or DASH.match(before))):
        return "list-mark", "Dieses Zeichen macht keine Liste. Beginnen Sie jeden Punkt mit „- “."
    if BRACKET.match(line) and (starts or BRACKET.match(before)):
        return "list-mark", "Eine Nummer mit Klammer macht keine Liste. Schreiben Sie „1. “ statt „1) “."
    if TIGHT.match(line) and (starts or TIGHT.match(before)):
        return (
            "list-mark",
            "Nach dem Zeichen fehlt ein Leerzeichen; so wird keine Liste daraus. Schreiben Sie „- “ oder „1. “.",
        )
    if FENCE.match(line):
        return "code-block", "Codeblöcke werden nicht dargestellt. Löschen Sie die Zeile."
    if heading := HEADING.match(line):
        if len(heading[1]) > DEEPEST_HEADING:
            message = f"Überschriften haben höchstens {DEEPEST_HEADING} Rauten. Nehmen Sie „## “ oder „### “."
            return "heading-depth", message
        return None
    if not starts and UNDERLINE.match(line) and not DELIMITERS.match(before) and "|" not in before:
        message = "Mit dieser Linie wird die Zeile davor zur Überschrift. Setzen Sie eine Leerzeile dazwischen oder „## “ vor die Überschrift."
        return "underline", message
    if not (in_list or starts or ITEM.match(before)) and FIRST_ITEM.match(line) and _begins_list(line, after):
        return "list-start", "Vor einer Liste muss eine Leerzeile stehen; sonst bleibt sie Fließtext."
    if in_list and SHALLOW_ITEM.match(line):
        return (
            "list-indent",
            "Ein Punkt in einem Punkt steht vier Leerzeichen weiter rechts; so gehört er zur Liste davor.",
        )
    if not in_list and starts and INDENTED.match(line):
        return "indented", "Vier Leerzeichen am Anfang machen den Absatz zu Programmcode. Löschen Sie sie."
    return None


def _begins_list(line: str, after: str) -> bool:
    """Whether a line in a paragraph is meant as the first of a list: a number alone may be a date that begins a line."""
    return line.lstrip()[0] in "-*+" or bool(re.match(r"[ \t]*2\.[ \t]", after))


def _tables(lines: list[str]) -> Iterator[Finding]:
    """Rows without the line of dashes below the first, or without a blank line before it."""
    offset = 0
    block: list[int] = []
    for n, line in enumerate([*lines, ""]):
        if "|" in line and (CELLS.match(line) or (block and DELIMITERS.match(line))):
            block.append(offset + len(line) - len(line.lstrip()))
        elif block:
            first = n - len(block)
            rows = lines[first:n]
            marked = len(rows) > 1 and DELIMITERS.match(rows[1])
            if not marked and (len(rows) > 1 or rows[0].lstrip().startswith("|")):
                message = (
                    "Diese Zeilen werden keine Tabelle. Setzen Sie unter die erste eine Zeile wie |---|---|."
                )
                yield Finding("table-line", message, block[0])
            elif marked and first and lines[first - 1].strip() and not HEADING.match(lines[first - 1]):
                message = "Vor einer Tabelle muss eine Leerzeile stehen; sonst bleibt sie Fließtext."
                yield Finding("table-start", message, block[0])
            yield from _cells(rows, block) if marked else ()
            block = []
        offset += len(line) + 1


def _cells(rows: list[str], offsets: list[int]) -> Iterator[Finding]:
    """Rows of a table with more cells than its first one; what is too much is not shown."""
    columns = _columns(rows[0])
    for row, offset in zip(rows[2:], offsets[2:], strict=True):
        if _columns(row) > columns:
            message = f"Diese Zeile hat mehr Spalten als die erste ({columns}); was zu viel ist, wird nicht gezeigt. Ein Strich im Text ist „\\|“."
            yield Finding("table-cells", message, offset)


def _columns(row: str) -> int:
    inner = re.sub(r"`[^`]*`|\\\\\|", "", row.strip()).removeprefix("|").removesuffix("|")
    return inner.count("|") + 1


def _sections(lines: list[str]) -> Iterator[Finding]:
    """Headings without text below them."""
    offset = 0
    last: tuple[int, int] | None = None
    for line in [*lines, "#"]:
        heading = HEADING.match(line)
        if heading:
            if last and len(heading[1]) <= last[0]:
                message = "Unter dieser Überschrift steht nichts. Schreiben Sie den Text oder löschen Sie die Überschrift."
                yield Finding("section-empty", message, last[1])
            last = (len(heading[1]), offset + heading.start(1))
        elif line.strip():
            last = None
        offset += len(line) + 1
