"""New values for some keys of an entry's file: their lines are written anew, all others stay as an editor wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalogue.editing.writer import fields_in_order, with_line_feeds, yaml_text
from catalogue.model.entries import BODY, Entry
from catalogue.reading.entry_file import FENCE, read_front_matter
from catalogue.reading.yaml_values import read_yaml


def with_values(model: type[Entry], text: str, values: Mapping[str, Any]) -> str:
    """The text of a file with other values for some keys; keys that it lacks are put where the writer puts them.

    The text is to be one that is read without an error; comments above a key stay.
    """
    for name, value in values.items():
        text = _with_body(text, str(value)) if name == BODY else _with_key(model, text, name, value)
    return text


def _with_body(text: str, body: str) -> str:
    lines = text.split("\n")
    end = next(n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE)
    return "\n".join(lines[: end + 1]) + f"\n\n{with_line_feeds(body).strip()}\n"


def _with_key(model: type[Entry], text: str, name: str, value: Any) -> str:
    lines = text.split("\n")
    prose = BODY in model.model_fields
    end = (
        next(n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE)
        if prose
        else len(lines)
    )
    keys = (read_front_matter(text) if prose else read_yaml(text)).keys
    starts = {str(at[0]): line - 1 for at, (line, _) in keys.items() if len(at) == 1}
    written = yaml_text(model, {name: value}).splitlines()
    if name in starts:
        return "\n".join([*lines[: starts[name]], *written, *lines[_stop(lines, starts, name, end) :]])
    order = fields_in_order(model)
    before = [one for one in order[: order.index(name)] if one in starts]
    place = _stop(lines, starts, max(before, key=starts.__getitem__), end) if before else int(prose)
    return "\n".join([*lines[:place], *written, *lines[place:]])


def _stop(lines: list[str], starts: Mapping[str, int], name: str, end: int) -> int:
    """The line behind the last one of a key; blank lines and comments before the next key are that one's."""
    stop = min((one for one in starts.values() if one > starts[name]), default=end)
    while stop > starts[name] + 1 and (not lines[stop - 1].strip() or lines[stop - 1].startswith("#")):
        stop -= 1
    return stop
