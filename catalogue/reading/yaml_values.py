"""From YAML text to plain values, each with its position in the text.

Every scalar stays text: types come from the entry models, not from YAML's guesses, so a key `0123` keeps its zero
and `no` is no truth value. Values are built while the parser's events pass by, without recursion; anchors, tags and
deep nesting end the reading before anything can grow from them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from catalogue.reading.characters import MISPLACED_BLANK
from catalogue.reading.plain_scalars import CUT, cut_in_brackets, misread
from catalogue.reading.text_file import CONTROL, Flaw, Position, control_character, on_one_line, positions

DEEPEST = 12
"""Levels of nesting; the models need four."""

MOST_SYNTAX_ERRORS = 5
"""So many syntax errors of a document are told; each takes another reading of it."""

Location = tuple[int | str, ...]

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Values:
    """The values of a YAML document, the position of every value and every key by its path, and its flaws.

    A key without a value has a position in `keys`, but is no key of the data.
    """

    data: Any = None
    positions: dict[Location, Position] = field(default_factory=dict)
    keys: dict[Location, Position] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    incomplete: bool = False
    """Whether keys were left out because of syntax errors, so that none may be called missing."""

    def position(self, location: Location) -> Position:
        """Line and column of a value; of the nearest value around it if it has no position of its own."""
        while location and location not in self.positions:
            location = location[:-1]
        return self.positions.get(location, (1, 1))


class _Refused(Exception):
    """The document holds something that no entry needs; reading it ends here."""


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come yet; of a map, the key whose value comes next."""

    location: Location
    built: Any
    column: int
    """Where it starts, from 0."""
    in_flow: bool
    """Whether it stands in brackets or braces."""
    key: str | None = None


def read_yaml(text: str, first_line: int = 1) -> Values:
    """Read one YAML document. `first_line` is the line of the file at which `text` starts.

    A syntax error is told, and the document is read again without the key that holds it.
    """
    told: list[Flaw] = []
    blanks = [*_blanks(text, first_line)] if not text.isascii() else []
    lines = (MISPLACED_BLANK.sub(_as_spaces, text) if blanks else text).split("\n")
    for _ in range(MOST_SYNTAX_ERRORS):
        values = Values()
        broken = _read(lines, first_line, values)
        if broken is None:
            break
        block = _key_around(lines, broken.line - first_line)
        cut = [flaw for flaw in values.flaws if flaw.code == CUT and flaw.line - first_line in block]
        told += cut or cut_in_brackets(lines, block, first_line) or [broken]
        values = Values()
        if not any(lines[n].strip() for n in block):
            break
        for n in block:
            lines[n] = ""
    values.incomplete = bool(told)
    values.flaws = [*blanks, *told, *(flaw for flaw in values.flaws if flaw not in told)]
    if values.data is None and not values.flaws:
        message = "Hier steht kein einziger Wert. Füllen Sie den Eintrag nach der Vorlage."
        values.flaws.append(Flaw(first_line, 1, "empty-file", message))
    return values


def _blanks(text: str, first_line: int) -> Iterator[Flaw]:
    """Blanks that are none to YAML, where it needs one."""
    position = positions(text)
    for match in MISPLACED_BLANK.finditer(text):
        line, column = position(match.start("blank"))
        message = (
            f"Hier steht ein anderes Leerzeichen (U+{ord(match['blank'][0]):04X}), das YAML nicht kennt, meist ein geschütztes. "
            "Ersetzen Sie es durch ein gewöhnliches."
        )
        yield Flaw(line + first_line - 1, column, "yaml-blank", message)


def _as_spaces(match: re.Match[str]) -> str:
    return match.group()[: match.start("blank") - match.start()] + " " * len(match["blank"])


def _read(lines: list[str], first_line: int, values: Values) -> Flaw | None:
    """Put what the lines hold into `values`, up to the first syntax error, and give that."""
    try:
        _build(lines, first_line, values)
    except _Refused:
        values.data = None
    except yaml.MarkedYAMLError as error:
        return _broken(error, lines, first_line)
    except yaml.YAMLError:
        return Flaw(first_line, 1, "yaml", UNREADABLE)
    return None


def _key_around(lines: list[str], at: int) -> range:
    """The lines of the topmost key that holds a line."""
    start = next((n for n in range(at, -1, -1) if TOPMOST_KEY.match(lines[n])), 0)
    end = next((n for n in range(at + 1, len(lines)) if TOPMOST_KEY.match(lines[n])), len(lines))
    return range(start, end)


def _build(lines: list[str], first_line: int, values: Values) -> None:
    """Put the data of a document, the positions and the flaws into `values`."""
    opened: list[_Open] = []
    documents = 0
    event: Any
    for event in yaml.parse("\n".join(lines), Loader=Loader):
        position = (event.start_mark.line + first_line, event.start_mark.column + 1)
        if isinstance(event, yaml.NodeEvent):
            _refuse(event, position, len(opened), values)
            inside = opened[-1] if opened else None
            if inside and inside.key is None and isinstance(inside.built, dict):
                inside.key = _key(event, inside.location, position, values)
                continue
            location = (*inside.location, _next(inside)) if inside else ()
            values.positions[location] = position
            if isinstance(event, yaml.ScalarEvent):
                if inside and event.style not in ("'", '"'):
                    values.flaws.extend(misread(event, lines, first_line, inside.column, inside.in_flow))
                _put(inside, _scalar(event, position, values), values)
            elif isinstance(event, yaml.CollectionStartEvent):
                built: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                opened.append(_Open(location, built, position[1] - 1, bool(event.flow_style)))
        elif isinstance(event, yaml.CollectionEndEvent):
            done = opened.pop()
            _put(opened[-1] if opened else None, done.built, values)
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                message = "Hier beginnt ein zweites Dokument. Löschen Sie die Zeile „---“ oder teilen Sie die Datei."
                values.flaws.append(Flaw(*position, "yaml-documents", message))
                raise _Refused


def _refuse(event: Any, position: Position, depth: int, values: Values) -> None:
    """End the reading at an anchor, an alias, a tag or too deep a nesting."""
    if event.anchor is not None:
        code = "yaml-alias"
        message = (
            "Anker (&) und Verweise (*) sind hier nicht erlaubt. Schreiben Sie den Wert aus; "
            "beginnt ein Text mit & oder *, setzen Sie ihn in Anführungszeichen."
        )
    elif event.tag is not None:
        code = "yaml-tag"
        message = (
            "Typangaben mit ! sind hier nicht erlaubt. Löschen Sie sie; "
            "beginnt ein Text mit !, setzen Sie ihn in Anführungszeichen."
        )
    elif depth >= DEEPEST and not isinstance(event, yaml.ScalarEvent):
        code = "too-deep"
        message = (
            f"Hier ist der Eintrag mehr als {DEEPEST} Ebenen tief verschachtelt. "
            "Prüfen Sie Einrückung und Klammern."
        )
    else:
        return
    values.flaws.append(Flaw(*position, code, message))
    raise _Refused


def _key(event: Any, location: Location, position: Position, values: Values) -> str:
    """The name of a key; of two keys with one name, the last one's value counts."""
    if not isinstance(event, yaml.ScalarEvent):
        message = "Ein Schlüssel muss ein einfaches Wort sein. Prüfen Sie Klammern und Fragezeichen."
        values.flaws.append(Flaw(*position, "yaml-key", message))
        raise _Refused
    key = _text(event, position, values)
    first = values.keys.setdefault((*location, key), position)
    if first != position:
        message = (
            f"Der Schlüssel „{on_one_line(key)}“ steht schon in Zeile {first[0]}. "
            "Behalten Sie einen von beiden."
        )
        values.flaws.append(Flaw(*position, "duplicate-key", message))
    return key


def _next(inside: _Open) -> int | str:
    return len(inside.built) if inside.key is None else inside.key


def _put(inside: _Open | None, value: Any, values: Values) -> None:
    """Put a finished value into the list or map around it."""
    if inside is None:
        values.data = value
    elif inside.key is None:
        inside.built.append(value)
    else:
        if value is not None:
            inside.built[inside.key] = value
        inside.key = None


def _scalar(event: Any, position: Position, values: Values) -> str | None:
    """The text of a scalar; nothing for one that is left empty."""
    if event.implicit[0] and event.value in ("", "~", "null"):
        return None
    return _text(event, position, values)


def _text(event: Any, position: Position, values: Values) -> str:
    """The text of a scalar. Only escapes between double quotes can still bring in what the file may not hold."""
    text = str(event.value)
    if event.style != '"':
        return text
    if unwanted := CONTROL.search(text):
        values.flaws.append(control_character(position, unwanted.group()))
    return unicodedata.normalize("NFC", text)


class _Cause(NamedTuple):
    """What a message of the parser means, and whether the fault lies where the construct began."""

    fragment: str
    message: str
    at_start: bool = False


TABULATOR = (
    "Hier steht ein Tabulator. YAML rückt nur mit Leerzeichen ein; ersetzen Sie ihn durch Leerzeichen."
)

CAUSES = (
    _Cause(
        "found character that cannot start any token",
        "Mit diesem Zeichen darf ein Wert nicht beginnen. Setzen Sie den Text in Anführungszeichen.",
    ),
    _Cause(
        "mapping values are not allowed",
        "Hier steht ein Doppelpunkt mitten im Text, oder die Zeile ist zu weit eingerückt. "
        "Setzen Sie einen Text mit Doppelpunkt in Anführungszeichen.",
    ),
    _Cause(
        "could not find expected ':'",
        "In dieser Zeile fehlt der Doppelpunkt nach dem Schlüssel, oder ein mehrzeiliger Text ist nicht eingerückt.",
        at_start=True,
    ),
    _Cause(
        "did not find expected key",
        "Hier passt die Einrückung nicht zu den Zeilen davor, oder es fehlt ein Anführungszeichen.",
    ),
    _Cause(
        "did not find expected '-' indicator",
        "Hier passt die Einrückung nicht zur Liste davor. Rücken Sie Gleiches gleich weit ein.",
    ),
    _Cause(
        "did not find expected ',' or",
        "Diese Klammer ist nicht geschlossen, oder zwischen zwei Werten fehlt ein Komma.",
        at_start=True,
    ),
    _Cause(
        "escape",
        "Die Zeichen nach diesem Rückstrich bedeuten nichts. Setzen Sie den Text in einfache Anführungszeichen.",
    ),
    _Cause(
        "while scanning a quoted scalar",
        "Dieses Anführungszeichen ist nicht geschlossen. Setzen Sie ans Ende des Textes das gleiche Zeichen.",
        at_start=True,
    ),
)
"""Fragments of the parser's messages, and what they mean for an editor."""


UNREADABLE = (
    "YAML lässt sich hier nicht lesen. Prüfen Sie Einrückung, Doppelpunkte, Klammern und Anführungszeichen."
)

TOPMOST_KEY = re.compile(r"[^\s#\-\]}]")


def _broken(error: yaml.MarkedYAMLError, lines: list[str], first_line: int) -> Flaw:
    """The flaw for a syntax error, at a position inside the text."""
    told = f"{error.context or ''} {error.problem or ''}"
    cause = next((c for c in CAUSES if c.fragment in told), None)
    mark = error.context_mark if cause and cause.at_start else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = min(mark.column, len(lines[line])) if mark else 0
    if tabulator := re.match(r" *\t", lines[line]):
        return Flaw(line + first_line, tabulator.end(), "yaml-tab", TABULATOR)
    return Flaw(line + first_line, column + 1, "yaml", cause.message if cause else UNREADABLE)
