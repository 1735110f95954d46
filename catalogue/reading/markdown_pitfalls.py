"""Markdown that does not become what it looks like: lists, tables, headings, links and notes that stay plain text.

Read line by line, with what our converter makes of it in mind; what prose must not contain for safety is `prose`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from catalogue.model.web_addresses import fault
from catalogue.reading.validation_messages import refused_address

ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}\.)[ \t]+\S")
FIRST_ITEM = re.compile(r"[ \t]*(?:[-*+]|1\.)[ \t]+\S")
SHALLOW_ITEM = re.compile(r"[ ]{1,3}(?:[-*+]|\d{1,9}\.)[ \t]+\S")
BULLET = re.compile(r"[ \t]*[•●◦▪■▸►‣⁃∙○✓✔➢➔→·][ \t]*\S")
DASH = re.compile(r"[ \t]*[–—‐−][ \t]+\S")
BRACKET = re.compile(r"[ \t]*(?:\(?\d{1,2}|\(?[a-z])\)[ \t]+\S")
INDENTED = re.compile(r"(?:[ ]{4}|[ ]{0,3}\t)[ \t]*\S")
HEADING = re.compile(r"[ ]{0,3}(#{1,6})")
UNDERLINE = re.compile(r"-+[ \t]*$")
CELLS = re.compile(r"[ \t]*\|.*\|[ \t]*$|.*\S[ \t]\|[ \t]\S.*")
DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
FENCE = re.compile(r"[ ]{0,3}(?:`{3}|~{3})")
NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
LINK = re.compile(
    r"\]\([ \t]*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)|^[ ]{0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*<?([^\s<>]*)",
    re.MULTILINE,
)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|\b[Ll]orem [Ii]psum\b")

DEEPEST_HEADING = 4


class Finding(NamedTuple):
    """Code and message of what is wrong, and the offset in the prose."""

    code: str
    message: str
    offset: int


def pitfalls(markdown: str) -> Iterator[Finding]:
    """Everything in the prose that the page would show otherwise than it is meant."""
    lines = markdown.split("\n")
    offset = 0
    in_list = False
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else ""
        after = lines[n + 1] if n + 1 < len(lines) else ""
        if line.strip():
            starts = not before.strip() or HEADING.match(before) is not None
            in_list = bool(ITEM.match(line)) if starts and not line[:1].isspace() else in_list
            if told := _line(line, before, after, starts, in_list):
                yield Finding(*told, offset + len(line) - len(line.lstrip()))
        offset += len(line) + 1
    yield from _tables(lines)
    yield from _spans(markdown)
    yield from _sections(lines)


def _line(line: str, before: str, after: str, starts: bool, in_list: bool) -> tuple[str, str] | None:
    """Code and message of what a line alone, or with its neighbours, is not."""
    if BULLET.match(line) or (DASH.match(line) and (starts or DASH.match(before))):
        return "list-mark", "Dieses Zeichen macht keine Liste. Beginnen Sie jeden Punkt mit „- “."
    if BRACKET.match(line) and (starts or BRACKET.match(before)):
        return "list-mark", "Eine Nummer mit Klammer macht keine Liste. Schreiben Sie „1. “ statt „1) “."
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
            block = []
        offset += len(line) + 1


def _spans(markdown: str) -> Iterator[Finding]:
    """Notes, links and unfinished text, wherever they stand."""
    for match in NOTE.finditer(markdown) if "[^" in markdown else ():
        message = "Fußnoten gibt es hier nicht. Schreiben Sie den Satz in Klammern oder nennen Sie die Quelle unter „sources“."
        yield Finding("footnote", message, match.start())
    for offset, target in link_targets(markdown):
        if message := _link(target):
            yield Finding("wrong-link", message, offset)
    for match in UNFINISHED.finditer(markdown):
        message = "Hier steht ein Platzhalter. Schreiben Sie den Text oder löschen Sie die Stelle."
        yield Finding("placeholder", message, match.start())


def link_targets(markdown: str) -> Iterator[tuple[int, str]]:
    """Offset and address of every link, those of references included."""
    for match in LINK.finditer(markdown) if "](" in markdown or "]:" in markdown else ():
        group = 1 if match[2] is None else 2
        yield match.start(group), match[group]


def _link(target: str) -> str:
    """What is wrong with the target of a link that is no danger; nothing of those that `prose` judges."""
    if re.match(r"https?:", target, re.IGNORECASE):
        wrong = fault(target)
        return refused_address(target, wrong.why, wrong.better) if wrong else ""
    if target.startswith("/") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target) or "&" in target:
        return ""
    wrong = fault(target)
    if wrong and wrong.better:
        return refused_address(target, wrong.why, wrong.better)
    return (
        "Dieser Verweis führt ins Leere. Schreiben Sie die ganze Adresse mit https:// "
        "oder den Pfad im Katalog, zum Beispiel /massnahmen/zwoenitz-erzmobil."
    )


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
