"""One form of the files of entries: indentation, brackets and blanks by one rule, prose as mdformat writes it.

Comments, quotation marks, the order of keys and the breaks of lines stay as an editor made them. What was read before is
read afterwards: a text for which this cannot be told for certain stays as it is. What is wrong is not mended here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import mdformat
import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from catalogue.model.entries import BODY, Entry
from catalogue.reading.entry_file import FENCE
from catalogue.reading.prose import to_html
from catalogue.reading.yaml_values import Loader, read_yaml

NEVER = 1_000_000_000
"""Characters after which ruamel may break a line."""

MARKDOWN = {"wrap": "keep", "number": True, "compact_tables": True}

COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


def formatted(model: type[Entry], text: str) -> str:
    """The text of a file of the kind in its one form. The text is to be one that the reader reads without an error."""
    if BODY not in model.model_fields:
        return _yaml(text)
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if lines[0].rstrip() != FENCE or end is None:
        return text
    head = _yaml("\n".join(lines[1:end]) + "\n")
    body = _prose("\n".join(lines[end + 1 :]))
    return f"{FENCE}\n{head}{FENCE}\n" + (f"\n{body}" if body else "")


def _yaml(text: str) -> str:
    """YAML in its one form, if that holds the same values and comments; else without blanks at line ends only."""
    written = "\n".join(line.rstrip() for line in text.strip("\n").split("\n")) + "\n"
    for candidate in (_round_trip(text), written):
        if candidate is not None and _says_the_same(candidate, text):
            return candidate
    return text


def _says_the_same(new: str, old: str) -> bool:
    before, after = read_yaml(old), read_yaml(new)
    return before.data == after.data and not after.flaws and _comments(new) == _comments(old)


def _comments(text: str) -> list[str]:
    """What looks like comments, in its order; texts are set aside first, so that a `#` in one does not count."""
    return [match.group().rstrip() for match in COMMENT.finditer(_set_aside(text, all_texts=True)[0])]


def _round_trip(text: str) -> str | None:
    """YAML as ruamel writes it; nothing if it cannot read it. Texts of several lines are set aside, since it would join them."""
    bare, aside = _set_aside(text)
    out = io.StringIO()
    try:
        yaml_file = _ruamel()
        yaml_file.dump(yaml_file.load(bare), out)
    except (YAMLError, ValueError, TypeError, AttributeError, IndexError):
        return None
    lines: list[str] = []
    for line in out.getvalue().split("\n"):
        found = SET_ASIDE.search(line)
        if not found or found[0] not in aside:
            lines.append(line.rstrip())
            continue
        start = re.match(r" *(?:- +)*", line)
        in_map = not line[start.end() :].startswith(found[0]) if start else False
        indent = " " * ((start.end() if start else 0) + (2 if in_map else 0))
        first, *others = aside[found[0]].split("\n")
        lines.append(line[: found.start()] + first)
        lines += [(indent + one.strip()).rstrip() for one in others]
        lines[-1] += line[found.end() :].rstrip()
    return "\n".join(lines).strip("\n") + "\n"


SET_ASIDE = re.compile(r"set-aside-\d+-text")


def _set_aside(text: str, all_texts: bool = False) -> tuple[str, dict[str, str]]:
    """The text with a word in place of what takes several lines, or of each scalar, and what the words stand for."""
    aside: dict[str, str] = {}
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    parts, done = [], 0
    for start_mark, end_mark in _pieces(text, all_texts):
        start = starts[start_mark.line] + start_mark.column
        end = starts[min(end_mark.line, len(starts) - 1)] + end_mark.column
        if done <= start < end:
            word = f"set-aside-{len(aside)}-text"
            aside[word] = text[start:end]
            parts += [text[done:start], word]
            done = end
    return "".join(parts) + text[done:], aside


def _pieces(text: str, all_texts: bool) -> Iterator[tuple[Any, Any]]:
    """Start and end of every scalar; or of every scalar and list in brackets that takes several lines, but for folded
    and literal blocks, whose lines ruamel keeps."""
    opened: list[Any] = []
    event: Any
    try:
        events = list(yaml.parse(text, Loader=Loader))
    except yaml.YAMLError:
        return
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append(event)
            continue
        start = event.start_mark
        if isinstance(event, yaml.CollectionEndEvent):
            begun = opened.pop()
            start, is_piece = begun.start_mark, begun.flow_style and not all_texts
        else:
            is_piece = isinstance(event, yaml.ScalarEvent) and (all_texts or event.style not in ("|", ">"))
        in_flow = bool(opened and opened[-1].flow_style)
        if is_piece and (all_texts or (event.end_mark.line > start.line and not in_flow)):
            yield start, event.end_mark


@cache
def _ruamel() -> YAML:
    writer = YAML()
    writer.Resolver = _TextResolver
    writer.preserve_quotes = True
    writer.width = NEVER
    writer.indent(mapping=2, sequence=4, offset=2)
    return writer


class _TextResolver(VersionedResolver):
    """Takes every value for a text, as our reader does, so that none is written in another way."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The type of a node."""
        return super().resolve(kind, "text" if kind is ScalarNode and value else value, implicit)


def _prose(markdown: str) -> str:
    """Markdown in its one form, if our pages show it alike; else without needless blank lines and blanks only."""
    prose = markdown.strip()
    if not prose:
        return ""
    lines = (line if line.endswith("  ") else line.rstrip() for line in prose.split("\n"))
    plain = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    written = mdformat.text(prose, options=MARKDOWN, extensions={"gfm"})
    for candidate in (ESCAPED_DATE.sub(r"\1.", written), written, plain):
        if _shown(candidate) == _shown(prose):
            return candidate.strip() + "\n"
    return prose + "\n"


ESCAPED_DATE = re.compile(r"^(\d+)\\\.", re.MULTILINE)
"""A number with a full stop at the start of a line, such as a day, which mdformat takes for the first of a list."""


def _shown(markdown: str) -> str:
    """What the page shows, whatever blanks stand between the tags."""
    return re.sub(r"\s+", " ", to_html(markdown.strip())).strip()
