"""From the values of an entry to the text of its file, written as the files in `content/` are.

Keys stand in the order of the model, those on where the facts come from last. Ids stand in brackets, texts one a line,
long ones are folded. The values need not be right: what is wrong is found by reading the text, like that of any file.
"""

from __future__ import annotations

import io
import re
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from catalogue.model.entries import BODY, DocumentedEntry, Entry, Part
from catalogue.model.shapes import Shape, shapes
from catalogue.model.values import LIKE_THOUSANDS
from catalogue.reading.characters import BLANK
from catalogue.reading.entry_file import FENCE
from catalogue.reading.file_places import ending
from catalogue.reading.plain_scalars import TYPOGRAPHIC

WIDTH = 120
"""Characters of a line, unless a single word is longer."""

LONGEST_PLAIN, LONGEST_LIST = 110, 90
"""Characters of a text that stands beside its key, and of the ids that stand in brackets."""

PLAIN = re.compile(r"[0-9][0-9.-]*|true|false")
"""Numbers, dates and truth values: without quotation marks, where the model does not ask for a text."""

ID = re.compile(r"[A-Za-z0-9]+(?:[.+-][A-Za-z0-9]+)*")
"""What may stand in brackets; between commas anything else is easily misread."""

ODD_BLANK = re.compile(f"[\\t{BLANK}]|  ")
"""Blanks that a folded text loses, or that YAML takes for something else at the start of a line."""


def entry_text(model: type[Entry], values: Mapping[str, Any]) -> str:
    """The text of the file of an entry: YAML, and where the kind has prose, that as front matter above it.

    `values` are named as the fields of the model, the prose as `body`; what is empty is left out.
    """
    head = yaml_text(model, values)
    if BODY not in model.model_fields:
        return head
    body = with_line_feeds(str(values.get(BODY) or "")).strip()
    return f"{FENCE}\n{head}{FENCE}\n" + (f"\n{body}\n" if body else "")


def entry_path(model: type[Entry], values: Mapping[str, Any], project: str = "") -> Path:
    """Where the file of an entry belongs below the content folder. `project` is that of a measure.

    What is not known yet is left out of the path, and the check tells it.
    """
    group = project if model.placed_in else str(values.get(model.grouped_by or "") or "")
    return Path(model.folder, group, f"{values.get('id') or ''}{ending(model)}")


def values_of(entry: Entry) -> dict[str, Any]:
    """The values of an entry as its file tells them: without those that it leaves to be as ever."""
    values: dict[str, Any] = entry.model_dump(exclude_defaults=True)
    return values


def yaml_text(model: type[Part], values: Mapping[str, Any]) -> str:
    """The YAML of values without the prose; empty if there is none to write."""
    written = _part(model, values)
    return _dumped(written) if written else ""


def fields_in_order(model: type[Part]) -> list[str]:
    """The keys of a part in the order in which files have them: the id, what it is, where that is from."""
    last: list[str] = []
    if issubclass(model, DocumentedEntry):
        last = [name for name in DocumentedEntry.model_fields if name not in Entry.model_fields]
    return [name for name in model.model_fields if name not in last and name != BODY] + last


def is_empty(value: Any) -> bool:
    """Whether a value says nothing and so is left out."""
    return value is None or (isinstance(value, str | Sequence | Mapping) and not value)


def _part(model: type[Part], values: Mapping[str, Any]) -> CommentedMap:
    """The keys of a part that have a value; those that the model does not know stand last."""
    names = dict.fromkeys([*fields_in_order(model), *values])
    known = shapes(model)
    found = ((name, _value(known.get(name), values[name])) for name in names if name in values)
    return CommentedMap((name, value) for name, value in found if name != BODY and not is_empty(value))


def _value(shape: Shape | None, value: Any) -> Any:
    if isinstance(value, Mapping):
        return _part(shape.part, value) if shape and shape.part else _part(Part, value)
    if isinstance(value, list | tuple):
        return _list(shape, value)
    return _scalar(value, is_text=shape is None or (shape.value_type in (str, tuple) and not shape.is_date))


def _list(shape: Shape | None, values: Sequence[Any]) -> Any:
    """A list: a single key of a source stands alone, few ids stand in brackets, all else one a line."""
    told = [written for one in values if not is_empty(written := _value(shape, one))]
    if shape and shape.value_type is tuple and len(told) == 1:
        return told[0]
    written = CommentedSeq(told)
    are_ids = shape is not None and shape.target is not None and all(ID.fullmatch(str(one)) for one in told)
    if are_ids and len(", ".join(map(str, told))) <= LONGEST_LIST:
        written.fa.set_flow_style()
    return written


def _scalar(value: Any, is_text: bool) -> Any:
    if isinstance(value, bool):
        return _Plain("true" if value else "false")
    if isinstance(value, int | float):
        number = str(value).removesuffix(".0")
        return _Plain(f"{number}0" if LIKE_THOUSANDS.fullmatch(number) else number)
    text = unicodedata.normalize("NFC", with_line_feeds(str(value or ""))).strip()
    return _Plain(text) if not is_text and PLAIN.fullmatch(text) else _text(text)


def with_line_feeds(text: str) -> str:
    """A text whose lines end as in our files; browsers send both signs."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(text: str) -> Any:
    """A text in the lightest form that keeps it whole."""
    if "\n" in text:
        stripped = all(line == line.strip() for line in text.split("\n"))
        return LiteralScalarString(text) if stripped and not _is_odd(text) else DoubleQuotedScalarString(text)
    if _is_odd(text) or (text and _is_no_text(text)):
        return DoubleQuotedScalarString(text)
    if len(text) > LONGEST_PLAIN and " " in text:
        return _folded(text)
    quotes = text[:1] in TYPOGRAPHIC or ('"' in text and "'" in text)
    return SingleQuotedScalarString(text) if quotes else text


def _is_odd(text: str) -> bool:
    return ODD_BLANK.search(text) is not None or not text.replace("\n", "").isprintable()


def _is_no_text(text: str) -> bool:
    """Whether a tool, or a person, takes a text for a number, a day, a truth value or nothing, by YAML 1.1 or 1.2."""
    if text.casefold() in ("ja", "nein"):
        return True
    guesses = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
    return guess(text) != TEXT_TAG or any(pattern.match(text) for _, pattern in guesses)


TEXT_TAG = "tag:yaml.org,2002:str"


def guess(text: str) -> str:
    """The type that YAML 1.2 guesses of a text without quotation marks."""
    return str(_resolver().resolve(ScalarNode, text, (True, False)))


@cache
def _resolver() -> VersionedResolver:
    return VersionedResolver(loadumper=YAML())


def _folded(text: str) -> Any:
    """A long text, broken at blanks."""
    lines = textwrap.wrap(text, WIDTH - 10, break_long_words=False, break_on_hyphens=False)
    folded: Any = FoldedScalarString(text)
    at = -1
    folded.fold_pos = []
    for line in lines[:-1]:
        at += len(line) + 1
        folded.fold_pos.append(at)
    return folded


class _Plain(str):
    """What stands as it is: a number, a date, a truth value."""


class _Representer(RoundTripRepresenter):
    """Gives what stands as it is the type that YAML guesses, so that it is not put into quotation marks."""

    def represent_plain(self, value: _Plain) -> ScalarNode:
        """A scalar without quotation marks."""
        return self.represent_scalar(guess(value), str(value))


_Representer.add_representer(_Plain, _Representer.represent_plain)


def _dumped(values: CommentedMap) -> str:
    writer = YAML()
    writer.Representer = _Representer
    writer.width = 1_000_000_000  # lines are broken here, by `_folded` alone
    writer.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    writer.dump(values, out)
    return out.getvalue()
