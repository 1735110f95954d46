"""What a test reads off a parsed page."""

from __future__ import annotations

from typing import Any

import html5lib


def parsed(html: str) -> Any:
    """A page as an ElementTree without namespaces. Raises a ParseError if it is no well-formed HTML."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def text(element: Any) -> str:
    """The visible text of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


def links(element: Any) -> list[str]:
    """The addresses of all links in an element."""
    return [str(link.get("href")) for link in element.iterfind(".//a[@href]")]


def by_id(element: Any, identity: str) -> Any:
    """The element with an id."""
    return element.find(f".//*[@id='{identity}']")
