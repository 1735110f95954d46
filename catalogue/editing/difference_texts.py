"""What differs between two states of the content, told in German: as text, Markdown, HTML or JSON.

What entries say is foreign: in Markdown it stands as code, in which a forge sees neither markup nor mentions.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict

from catalogue.editing.differences import Differences, EntryDifference, FieldDifference
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.numerus import counted
from catalogue.reading.problems import Problem

STATES = {"added": "Neu", "removed": "Gelöscht", "renamed": "Umbenannt", "changed": "Geändert"}

NOTHING = "An den Einträgen ändert sich nichts."

DROPPED = "entfällt"

LONGEST = 400
"""Characters of a value in a text; JSON has all of it."""


def as_json(found: Differences, preview: str) -> str:
    """All of it, with the address of the preview of each page."""
    told = {
        **asdict(found),
        "entries": [
            asdict(one)
            | {
                "preview": _preview(one, preview),
                "fields": [asdict(field) | {"is_dropped": field.is_dropped} for field in one.fields],
            }
            for one in found.entries
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_text(found: Differences, preview: str) -> str:
    """For a terminal: `-` stands before what is no longer told, `+` before what is new."""
    lines = [summary(found)]
    for one in found.entries:
        lines += ["", f"{STATES[one.state]}: {_name(one)} ({one.file})"]
        lines += [f"  {address}"] if (address := _preview(one, preview)) else []
        for field in one.fields:
            lines.append(f"  {field.field}" + (f": {DROPPED}" if field.is_dropped and not field.new else ""))
            lines += [f"    - {_short(value)}" for value in field.old]
            lines += [f"    + {_short(value)}" for value in field.new]
    if found.problems:
        lines += ["", "Neue Funde der Prüfung:", *(f"  {problem}" for problem in found.problems)]
    return "\n".join(lines)


def as_markdown(found: Differences, preview: str) -> str:
    """For the comment of a merge request."""
    lines = [f"**{summary(found)}**"]
    for one in found.entries:
        name = f"{STATES[one.state]}: {_code(_name(one))}"
        address = _preview(one, preview)
        lines += ["", f"### {name}", "", _code(one.file) + (f" · [Vorschau](<{address}>)" if address else "")]
        if one.fields:
            lines += [""]
        for field in one.fields:
            dropped = f" – **{DROPPED}**" if field.is_dropped and not field.new else ""
            lines.append(f"- {_code(field.field)}{dropped}")
            lines += [f"  - vorher: {_code(_short(value))}" for value in field.old]
            lines += [f"  - jetzt: {_code(_short(value))}" for value in field.new]
    if found.problems:
        lines += ["", "### Neue Funde der Prüfung", ""]
        lines += [
            f"- {_word(one)} {_code(f'{one.path}:{one.line}')}: {_code(one.message)}"
            for one in found.problems
        ]
    return "\n".join(lines)


def as_html(found: Differences, preview: str) -> str:
    """A page of its own, without style sheet and script."""
    return "\n".join(
        [
            '<!doctype html>\n<html lang="de">\n<head><meta charset="utf-8"><title>Änderungen an den Einträgen</title></head>',
            f"<body>\n<h1>Änderungen an den Einträgen</h1>\n<p>{html.escape(summary(found))}</p>",
            *(line for one in found.entries for line in _html_entry(one, preview)),
            *_html_problems(found),
            "</body>\n</html>",
        ]
    )


def _html_entry(one: EntryDifference, preview: str) -> Iterator[str]:
    yield f"<h2>{STATES[one.state]}: {html.escape(_name(one))}</h2>"
    address = _preview(one, preview)
    link = f' · <a href="{html.escape(address)}">Vorschau</a>' if address else ""
    yield f"<p><code>{html.escape(one.file)}</code>{link}</p>"
    if one.fields:
        yield "<dl>"
        yield from (line for field in one.fields for line in _html_field(field))
        yield "</dl>"


def _html_field(field: FieldDifference) -> Iterator[str]:
    dropped = f" <strong>{DROPPED}</strong>" if field.is_dropped and not field.new else ""
    yield f"<dt><code>{html.escape(field.field)}</code>{dropped}</dt>"
    yield from (f"<dd><del>{html.escape(_short(value))}</del></dd>" for value in field.old)
    yield from (f"<dd><ins>{html.escape(_short(value))}</ins></dd>" for value in field.new)


def _html_problems(found: Differences) -> Iterator[str]:
    if found.problems:
        yield "<h2>Neue Funde der Prüfung</h2>\n<ul>"
        yield from (f"<li>{html.escape(str(problem))}</li>" for problem in found.problems)
        yield "</ul>"


FORMATS: dict[str, Callable[[Differences, str], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
    "json": as_json,
}
"""What tells the differences, by the name of the form; the second argument is the address of the preview, or empty."""


def summary(found: Differences) -> str:
    """How much differs, in one line."""
    states = [(name, sum(one.state == state for one in found.entries)) for state, name in STATES.items()]
    told = ", ".join(f"{count} {name.lower()}" for name, count in states if count)
    dropped = sum(field.is_dropped for one in found.entries if one.state != "removed" for field in one.fields)
    parts = [f"Einträge: {told}" if told else NOTHING.removesuffix(".")]
    if dropped:
        parts.append(f"in {counted(dropped, 'Feld', 'Feldern')} entfällt etwas")
    wrong = sum(problem.severity == "error" for problem in found.problems)
    if found.problems:
        warnings = counted(len(found.problems) - wrong, "Warnung", "Warnungen")
        parts.append(f"neu: {wrong} Fehler, {warnings}")
    if found.mended:
        parts.append(f"behoben: {counted(found.mended, 'Fund', 'Funde')}")
    return "; ".join(parts) + "."


def _name(one: EntryDifference) -> str:
    kind = KINDS_BY_NAME[one.kind].singular.de if one.kind in KINDS_BY_NAME else one.kind
    former = f", bisher {one.former}" if one.former else ""
    return f"{kind} „{one.title}“" + former


def _preview(one: EntryDifference, preview: str) -> str:
    return f"{preview.rstrip('/')}{one.page}" if preview and one.page else ""


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 2].rstrip() + " …"


def _word(problem: Problem) -> str:
    return "Fehler" if problem.severity == "error" else "Warnung"


def _code(text: str) -> str:
    """Foreign text as code of Markdown, between more backticks in a row than it holds."""
    line = " ".join(text.split())
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}"
