"""The prose of an entry: Markdown to safe HTML, Markdown to plain text, and what it must not contain."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

import nh3
from markdown import Markdown

from catalogue.text_file import Flaw, place

TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "br", "hr"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}

HTML = re.compile(r"<(?!https?://[^\s<>]+>)[A-Za-z/!?][^\n]*")
LINK = re.compile(
    r"\]\(\s*<?\s*([A-Za-z][A-Za-z0-9+.-]*):|^\s{0,3}\[[^\]]+\]:\s*<?\s*([A-Za-z][A-Za-z0-9+.-]*):", re.M
)
IMAGE = re.compile(r"!\[")
SAFE_SCHEMES = ("http", "https", "mailto")


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=["tables", "sane_lists"], output_format="html")


def to_html(markdown: str) -> str:
    """Safe HTML: only tags of text, links that leave no trace, no script whatever the Markdown holds."""
    converted = _markdown().reset().convert(markdown)
    return nh3.clean(
        converted,
        tags=TAGS,
        attributes={"a": {"href", "title"}, "th": {"align"}, "td": {"align"}},
        url_schemes=set(SAFE_SCHEMES),
        link_rel="noopener external",
    )


def to_text(markdown: str) -> str:
    """Plain text for the search: paragraphs and headings apart, no marks."""
    text = re.sub(r"^#{1,6}\s+.*$", "", markdown, flags=re.M)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^\s*(?:[-*+>]|\d+\.)\s+", "", text, flags=re.M)
    text = re.sub(r"[*_`]{1,3}(\S(?:[^*_`\n]*\S)?)[*_`]{1,3}", r"\1", text)
    return re.sub(r"[ \t]*\n[ \t]*", "\n", html.unescape(text)).strip()


def flaws(markdown: str, first_line: int) -> Iterator[Flaw]:
    """Raw HTML, images and links that are no web addresses. `first_line` is the line where the prose starts."""
    if "<" in markdown:
        for match in HTML.finditer(markdown):
            yield _flaw(
                markdown,
                match.start(),
                first_line,
                "raw-html",
                "HTML ist im Text nicht erlaubt. Schreiben Sie Markdown, und ein einzelnes Kleiner-Zeichen als &lt;.",
            )
    if "](" in markdown or "]:" in markdown:
        for match in LINK.finditer(markdown):
            if (match[1] or match[2]).lower() not in SAFE_SCHEMES:
                yield _flaw(
                    markdown,
                    match.start(),
                    first_line,
                    "unsafe-link",
                    "Verweise müssen mit https://, http:// oder mailto: beginnen.",
                )
    for match in IMAGE.finditer(markdown):
        yield _flaw(
            markdown,
            match.start(),
            first_line,
            "image",
            "Bilder sind im Text nicht erlaubt. Nennen Sie die Seite, auf der das Bild steht, als Quelle.",
        )


def _flaw(markdown: str, offset: int, first_line: int, code: str, message: str) -> Flaw:
    line, column = place(markdown, offset)
    return Flaw(line + first_line - 1, column, code, message)
