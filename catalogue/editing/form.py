"""The form of an entry, made from its model: its fields, what somebody typed as values of the entry, and values as typed.

Names of fields follow the path of the value: `title`, `contact-name`, `sources-0-url`. A list of plain texts is one field
with a text a line. Nothing is judged here: what is wrong is found by reading the text that the writer makes of the values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catalogue.editing.key_guide import Key, keys_of
from catalogue.editing.writer import fields_in_order, is_empty, with_line_feeds
from catalogue.model.entries import BODY, Entry, Part, Statement
from catalogue.model.shapes import Shape
from catalogue.model.values import EntryReference, SourceReference
from catalogue.reading.text_file import CONTROL
from catalogue.reading.yaml_values import Location

MOST_ROWS = 60
"""So many rows or values of one list are read; the longest of the content has a third of it."""

LONGEST_VALUE = 20_000
"""Characters of one field; the longest text of the content has a tenth of it."""

CONTROL_OR_NONE = re.compile(
    f"{CONTROL.pattern}|[\ufdd0-\ufdef{''.join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))}]"
)
"""Control characters, and those that Unicode keeps from ever having a meaning."""

Typed = Mapping[str, list[str]]
"""What a browser sends: the texts of each field."""

FIRST = ("municipality", "name", "date", "website", "results")
"""Fields that stand open, beside those that every entry needs; the others are folded."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form with what it holds."""

    name: str
    key: Key
    texts: tuple[str, ...] = ()
    """What it holds, a text a value; of a field with one text at the most one."""
    rows: tuple[tuple[Field, ...], ...] = ()
    """The fields of each part, if its value is made of parts."""

    @property
    def text(self) -> str:
        """What it holds as one text, several in lines of their own."""
        return "\n".join(self.texts)

    @property
    def is_ranked(self) -> bool:
        """Whether it holds several terms whose order means something."""
        return self.key.shape.many and "zuerst" in self.key.description

    @property
    def is_filled(self) -> bool:
        """Whether anything was typed."""
        return bool(self.texts) or any(inner.is_filled for row in self.rows for inner in row)


def form_keys(model: type[Entry]) -> list[Key]:
    """The keys that the form asks for; of a kind that lies in a folder of another, that one's id too."""
    folders = [
        Key(name, "Modellprojekt", told, True, Shape(str, target=EntryReference((name,))), "")
        for name, told in model.placed_in.items()
    ]
    order = [name for name in fields_in_order(model) if name not in LAST] + [BODY, *LAST]
    return [*folders, *sorted(keys_of(model), key=lambda key: order.index(key.name))]


LAST = ("recorded", "sources")
"""What is asked for at the end: where all of it is from."""


def matters_first(key: Key) -> bool:
    """Whether a field stands open rather than folded."""
    return key.required or key.name in FIRST


def fields(model: type[Entry], values: Mapping[str, Any], more: str = "") -> list[Field]:
    """The fields of the form, filled with values. The list named `more` gets an empty row."""
    return [_field(key, key.name, values.get(key.name), more) for key in form_keys(model)]


def _field(key: Key, name: str, value: Any, more: str = "") -> Field:
    if key.part is None:
        return Field(name, key, tuple(_texts(value)))
    held = value if isinstance(value, list) else [value] if value else []
    rows = [one if isinstance(one, Mapping) else {"text": one} for one in held]
    if not rows or (key.shape.many and more == name):
        rows.append({})
    return Field(name, key, rows=tuple(_row(key, name, n, row) for n, row in enumerate(rows)))


def _row(key: Key, name: str, number: int, values: Mapping[str, Any]) -> tuple[Field, ...]:
    within = f"{name}-{number}" if key.shape.many else name
    assert key.part
    return tuple(
        _field(inner, f"{within}-{inner.name}", values.get(inner.name)) for inner in keys_of(key.part)
    )


def _texts(value: Any) -> Iterable[str]:
    for one in value if isinstance(value, list | tuple) else [value]:
        if not is_empty(one):
            yield str(one).lower() if isinstance(one, bool) else str(one)


def values_of_form(model: type[Entry], typed: Typed) -> dict[str, Any]:
    """What somebody typed as values of the entry, named as the fields of the model, empty ones left out."""
    found = {key.name: _value(key, key.name, typed) for key in form_keys(model)}
    return {name: value for name, value in found.items() if not is_empty(value)}


def _value(key: Key, name: str, typed: Typed) -> Any:
    if key.part:
        return _rows(key, name, typed) if key.shape.many else _part(key.part, name, typed)
    texts = [_typable(text[:LONGEST_VALUE]) for text in typed.get(name, ())]
    if isinstance(key.shape.target, SourceReference):
        return [one for one in re.split(r"[,\s]+", texts[0] if texts else "") if one][:MOST_ROWS]
    if key.shape.many:
        lines = [line.strip() for text in texts for line in text.splitlines()]
        return [line for line in lines if line][:MOST_ROWS]
    return texts[0] if texts else ""


def _typable(text: str) -> str:
    """A text without the signs that nobody types and no page may show."""
    return CONTROL_OR_NONE.sub("", with_line_feeds(text)).strip()


def _part(part: type[Part], name: str, typed: Typed) -> dict[str, Any]:
    found = {key.name: _value(key, f"{name}-{key.name}", typed) for key in keys_of(part)}
    return {inner: value for inner, value in found.items() if not is_empty(value)}


def _rows(key: Key, name: str, typed: Typed) -> list[Any]:
    assert key.part
    pattern = re.compile(rf"{re.escape(name)}-([0-9]{{1,4}})-")
    numbers = sorted({int(match[1]) for one in typed if (match := pattern.match(one))})[:MOST_ROWS]
    rows = [row for n in numbers if (row := _part(key.part, f"{name}-{n}", typed))]
    bare = key.part is Statement
    return [row["text"] if bare and [*row] == ["text"] else row for row in rows]


def name_of(model: type[Entry], location: Location) -> str:
    """The name of the field that holds the value at a location; empty if none does."""
    keys: Iterable[Key] = form_keys(model)
    names: list[str] = []
    for step in location:
        if isinstance(step, int):
            names.append(str(step))
            continue
        key = next((one for one in keys if one.name == step), None)
        if key is None:
            return ""
        names.append(step)
        if key.part is None:
            return "-".join(names)
        keys = keys_of(key.part)
    if names and names[-1].isdigit():  # a whole row: its first field
        names.append(next(iter(keys)).name)
    return "-".join(names)
