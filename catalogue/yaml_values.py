"""From YAML text to plain values, each with its place in the text.

Every scalar stays text: types come from the entry models, not from YAML's guesses, so a key `0123` keeps its zero
and `no` is no truth value. Anchors, tags and deep nesting are refused before anything is built from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from catalogue.text_file import Flaw

DEEPEST = 12
"""Levels of nesting; the models need four."""

Location = tuple[int | str, ...]
Place = tuple[int, int]

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Values:
    """The values of a YAML document, the place of every value and every key by its path, and its flaws."""

    data: Any = None
    places: dict[Location, Place] = field(default_factory=dict)
    keys: dict[Location, Place] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)


def read_yaml(text: str, first_line: int = 1) -> Values:
    """Read one YAML document. `first_line` is the line of the file at which `text` starts."""
    values = Values()
    try:
        refused = next(_refused(text, first_line), None)
        if refused:
            values.flaws.append(refused)
            return values
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        values.flaws.append(_broken(error, text, first_line))
        return values
    except (yaml.YAMLError, ValueError) as error:
        values.flaws.append(Flaw(first_line, 1, "yaml", f"Das ist kein gültiges YAML ({error})."))
        return values
    if node is None:
        values.flaws.append(
            Flaw(
                first_line,
                1,
                "empty-file",
                "Hier steht kein einziger Wert. Füllen Sie den Eintrag nach der Vorlage.",
            )
        )
        return values
    values.data = _build(node, (), values, first_line)
    return values


def _refused(text: str, first_line: int) -> Iterator[Flaw]:
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line, column = event.start_mark.line + first_line, event.start_mark.column + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield Flaw(
                line,
                column,
                "yaml-alias",
                "Anker (&) und Verweise (*) sind hier nicht erlaubt. Schreiben Sie den Wert aus; beginnt ein Text mit & oder *, setzen Sie ihn in Anführungszeichen.",
            )
        if (
            isinstance(event, yaml.NodeEvent)
            and getattr(event, "tag", None)
            and getattr(event, "tag", "") != "!"
        ):
            yield Flaw(
                line,
                column,
                "yaml-tag",
                "Typangaben mit ! sind hier nicht erlaubt. Löschen Sie sie; beginnt ein Text mit !, setzen Sie ihn in Anführungszeichen.",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield Flaw(
                    line,
                    column,
                    "too-deep",
                    f"Hier ist der Eintrag mehr als {DEEPEST} Ebenen tief verschachtelt. Prüfen Sie Einrückung und Klammern.",
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _build(node: yaml.Node, path: Location, values: Values, first_line: int) -> Any:
    values.places[path] = (node.start_mark.line + first_line, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode):
        plain = node.style is None
        return None if plain and node.value in ("", "~", "null") else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, i), values, first_line) for i, item in enumerate(node.value)]
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        place = (key_node.start_mark.line + first_line, key_node.start_mark.column + 1)
        if not isinstance(key_node, yaml.ScalarNode):
            values.flaws.append(Flaw(*place, "yaml-key", "Ein Schlüssel muss ein einfaches Wort sein."))
            continue
        key = str(key_node.value)
        if key in built:
            first = values.keys[(*path, key)][0]
            values.flaws.append(
                Flaw(
                    *place,
                    "duplicate-key",
                    f"Der Schlüssel „{key}“ steht schon in Zeile {first}. Behalten Sie einen von beiden.",
                )
            )
            continue
        values.keys[(*path, key)] = place
        built[key] = _build(value_node, (*path, key), values, first_line)
    return built


CAUSES: Mapping[str, str] = {
    "found character '\\t'": "Hier steht ein Tabulator. YAML rückt nur mit Leerzeichen ein; ersetzen Sie ihn durch Leerzeichen.",
    "found character that cannot start any token": "Dieses Zeichen darf hier nicht stehen. Setzen Sie den Text in Anführungszeichen.",
    "mapping values are not allowed": "Ein Doppelpunkt mit Leerzeichen mitten im Text. Setzen Sie den ganzen Text in Anführungszeichen.",
    "could not find expected ':'": "Hier fehlt der Doppelpunkt nach dem Schlüssel, oder ein mehrzeiliger Text ist nicht eingerückt.",
    "did not find expected key": "Hier passt die Einrückung nicht zu den Zeilen davor, oder es fehlt ein Anführungszeichen.",
    "did not find expected '-' indicator": "Hier endet die Liste unerwartet. Rücken Sie alle Striche gleich weit ein.",
    "did not find expected ',' or": "Hier fehlt ein Komma oder die schließende Klammer einer Liste.",
    "found unexpected end of stream": "Ein Anführungszeichen oder eine Klammer wurde nicht geschlossen.",
    "while scanning a quoted scalar": "Ein Anführungszeichen wurde nicht geschlossen.",
}
"""The beginnings of the parser's messages, and what they mean for an editor."""


def _broken(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Flaw:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    line = min(line, max(len(lines) - 1, 0))
    told = f"{error.context or ''} {error.problem or ''}".strip()
    if "\t" in lines[line][: column + 1]:
        told = "found character '\\t'"
    cause = next(
        (german for start, german in CAUSES.items() if start in told),
        f"YAML lässt sich hier nicht lesen ({told}). Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen.",
    )
    return Flaw(line + first_line, column + 1, "yaml", cause)
