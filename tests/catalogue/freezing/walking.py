"""Walking a folder of pages as a person would: from the start page along every link, with a note of what leads nowhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

Attributes = list[tuple[str, str | None]]


class PageLinks(HTMLParser):
    """What a page links to, loads and sends to, and the ids that one can jump to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "poster", "data"):
                self.links.append(value or "")
            elif name == "srcset":
                self.links += [part.split()[0] for part in (value or "").split(",")]
            elif name == "id":
                self.ids.add(value or "")


def links_of(file: Path) -> PageLinks:
    """The links of a page, or of a style sheet."""
    text = file.read_text("utf-8")
    if file.suffix == ".css":
        sheet = PageLinks("")
        sheet.links = re.findall(r"url\(['\"]?([^'\")]+)", text)
        return sheet
    return PageLinks(text)


def is_elsewhere(link: str) -> bool:
    """Whether a link leads out of the folder."""
    return bool(urlsplit(link).scheme) or link.startswith("//")


def walk(folder: Path, limit: int = 1_000_000) -> tuple[set[Path], list[str]]:
    """The files that one comes to from the start page, and the links that lead nowhere, out or to a missing place of a page."""
    start = folder / "index.html"
    known: dict[Path, PageLinks] = {}
    seen, waiting, dead = {start}, [start], []
    while waiting and len(known) < limit:
        file = waiting.pop(0)
        known[file] = links_of(file)
        for link in known[file].links:
            if is_elsewhere(link):
                continue
            parts = urlsplit(link)
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if link.startswith("/") or not target.is_file() or not target.is_relative_to(folder.resolve()):
                dead.append(f"{file.relative_to(folder)}: {link}")
                continue
            if target.suffix == ".html" and parts.fragment:
                jumped_to = known.get(target) or links_of(target)
                if unquote(parts.fragment) not in jumped_to.ids:
                    dead.append(f"{file.relative_to(folder)}: {link} (no such place)")
            if target not in seen and target.suffix in (".html", ".css"):
                waiting.append(target)
            seen.add(target)
    return seen, dead
