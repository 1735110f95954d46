"""Every web address that the content names, with the places where it stands. Nothing here opens one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalogue.model.entries import BODY
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.markdown_spans import LINK
from catalogue.reading.text_file import positions
from catalogue.reading.yaml_values import Location

ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Where an address stands: the path of the file below the content folder, the line, and the id of the entry."""

    path: str
    line: int
    entry: str


def web_links(content: Content) -> dict[str, list[LinkPlace]]:
    """The places of each address, without its fragment, in the order of files and lines."""
    found: dict[str, list[LinkPlace]] = {}
    for file in content.files:
        for address, line in _of_file(file):
            place = LinkPlace(file.path, line, file.id)
            places = found.setdefault(address.partition("#")[0], [])
            if place not in places:
                places.append(place)
    return found


def _of_file(file: EntryFile) -> Iterator[tuple[str, int]]:
    if file.entry is None:
        return
    for location, text in _texts(file.entry.model_dump()):
        line = file.position(location)[0]
        if location == (BODY,):
            position = positions(text)
            for link in LINK.finditer(text):
                target = link[1] or link[2] or ""
                if ADDRESS.match(target):
                    yield target, line + position(link.start())[0] - 1
        elif ADDRESS.fullmatch(text):
            yield text, line


def _texts(value: Any, location: Location = ()) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*location, key))
    elif isinstance(value, list | tuple):
        for n, inner in enumerate(value):
            yield from _texts(inner, (*location, n))
