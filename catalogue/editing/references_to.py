"""Where the content names an entry: values that are its id, and links in texts to its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from catalogue.editing.file_changes import NotChanged, Splice
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.values import EntryReference
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile, Mention
from catalogue.reading.markdown_spans import LINK
from catalogue.reading.system_reasons import reason
from catalogue.reading.text_file import positions

MARKDOWN = ".md"
QUOTED = re.compile(r"[\"']")


def mentions_of(content: Content, kind: str, entry_id: str) -> Iterator[tuple[EntryFile, Mention]]:
    """Every value of an entry that names the given one."""
    for file in content.files:
        for mention in file.mentions:
            if (
                mention.value == entry_id
                and isinstance(mention.target, EntryReference)
                and kind in mention.target.kinds
            ):
                yield file, mention


def text_of(root: Path, path: str) -> str:
    """The text of a file of content, its line ends as they are. Raises NotChanged if it cannot be read."""
    try:
        return (root / path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotChanged(f"{path} lässt sich nicht lesen: {reason(error)}") from None


def value_splice(root: Path, file: EntryFile, mention: Mention, new: str) -> Splice:
    """The splice that puts another id where a value names one, within quotation marks if it has them."""
    line, column = mention.position
    lines = text_of(root, file.path).split("\n")
    quoted = QUOTED.match(lines[line - 1][column - 1 :]) is not None
    return Splice(file.path, line, column + quoted, mention.value, new)


def links_to(content: Content, kind: str, entry_id: str) -> Iterator[tuple[str, int, int, str]]:
    """Every link in a text to the page of an entry: path of the file, line, column, and what leads to the page."""
    declared = KINDS_BY_NAME[kind]
    if not declared.folder:
        return
    group = "[a-z0-9-]+/" if declared.model.grouped_by else ""
    page = re.compile(rf"(?:/en)?{declared.folder}{group}{re.escape(entry_id)}(?=$|[/?#])")
    for file in content.files:
        text = text_of(content.root, file.path) if file.path.endswith(MARKDOWN) else ""
        if entry_id not in text:
            continue
        position = positions(text)
        for link in LINK.finditer(text):
            group_number = 1 if link[1] is not None else 2
            if found := page.match(link[group_number]):
                line, column = position(link.start(group_number))
                yield file.path, line, column, found[0]


def dropped(root: Path, file: EntryFile, mention: Mention) -> Splice:
    """The splice that takes a value out of its list, and the list with it if it was the only one.

    Raises NotChanged if the list is written in a way that is not understood.
    """
    line, column = mention.position
    lines = text_of(root, file.path).split("\n")
    here = lines[line - 1]
    alone = sum(one.location[:-1] == mention.location[:-1] for one in file.mentions) == 1
    if here[: column - 1].strip() == "-":
        first = line - 1 if alone and lines[line - 2].rstrip().endswith(":") else line
        return Splice(file.path, first, 1, "\n".join(lines[first - 1 : line]) + "\n", "")
    if alone and re.fullmatch(r"\s*[a-z_]+:\s*\[[^\[\],]*\]\s*", here):
        return Splice(file.path, line, 1, f"{here}\n", "")
    value = re.compile(rf"[\"']?{re.escape(mention.value)}[\"']?")
    found = value.match(here, column - 1)
    assert found
    before, after = re.search(r"\s*,\s*$", here[: column - 1]), re.match(r"\s*,\s*", here[found.end() :])
    if after:
        return Splice(file.path, line, column, found[0] + after[0], "")
    if before:
        return Splice(file.path, line, column - len(before[0]), before[0] + found[0], "")
    raise NotChanged(f"{file.path}:{line}: Löschen Sie „{mention.value}“ hier zuerst von Hand.")


def unlinked(root: Path, path: str, line: int, column: int) -> Splice:
    """The splice that leaves the text of a link, whose target begins at a place, without the link. Raises NotChanged if it is none in one line."""
    here = text_of(root, path).split("\n")[line - 1]
    for link in re.finditer(r"\[([^\[\]]*)\]\(([^()]*)\)", here):
        if link.start(2) < column <= link.end(2):
            return Splice(path, line, link.start() + 1, link[0], link[1])
    raise NotChanged(f"{path}:{line}: Löschen Sie den Verweis hier zuerst von Hand.")
