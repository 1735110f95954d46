"""The prose of an entry: Markdown to safe HTML, Markdown to plain text, and what it must not contain."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import nh3
from markdown import Markdown

from catalogue.reading.markdown_pitfalls import pitfalls
from catalogue.reading.text_file import CONTROL, Flaw, positions

TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "br", "hr"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}

SAFE_SCHEMES = ("http", "https", "mailto")

HTML = re.compile(r"<(?!https?://[^\s<>]+>)[A-Za-z/!?][^\n]*")
LINK = re.compile(r"\]\((?=\s*+<?\s*+([^)>]{0,200}))|^[ ]{0,3}\[[^\]\n]+\]:\s*+<?\s*+([^\s>]*)", re.MULTILINE)
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
IMAGE = re.compile(r"!\[")
TITLE = re.compile(r"^[ ]{0,3}#(?!#)|^(?=.)[^\n]*\n=+[ \t]*$", re.MULTILINE)

QUOTE = re.compile(r"^[ \t]*+(?:(?:[-*+]|\d{1,9}\.)[ \t]++)*+>(?:[ \t]*+>){2,}", re.MULTILINE)


NESTED_LIST = re.compile(
    r"^(?:[ ]{12,}|[ ]*\t[ \t]{2,}|(?:[-*+][ \t]+){3,})(?:[-*+]|\d{1,9}[.)])[ \t]", re.MULTILINE
)
"""An item of a list in a list in a list in a list."""

MARK = re.compile(r"[\[<`#=!(*_|>\n]")
BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
MOST_WORK = 1_000_000
"""Characters times marks, summed over all blocks of a text, of which the longest of the content makes some 30,000. The
converter looks from each mark to the end of its block, from HTML to the end of the text: minutes for 20,000 brackets."""


def to_html(markdown: str) -> str:
    """Safe HTML: only tags of text, links that leave no trace, no script whatever the Markdown holds.

    Text that is nested deeper than the converter goes or makes it too much work (the check refuses both) is shown as it
    is written.
    """
    if _is_too_much_work(markdown):
        return f"<p>{html.escape(markdown)}</p>"
    try:
        converted = Markdown(extensions=["tables", "sane_lists"], output_format="html").convert(markdown)
    except RecursionError:
        converted = f"<p>{html.escape(markdown)}</p>"
    return nh3.clean(
        converted,
        tags=TAGS,
        attributes={"a": {"href", "title"}, "th": {"align"}, "td": {"align"}},
        url_schemes=set(SAFE_SCHEMES),
        link_rel="noopener external",
    )


def to_text(markdown: str) -> str:
    """Plain text for the search: headings left out, since they are the same everywhere, and no marks."""
    text = re.sub(r"^#{1,6}[ \t].*$", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()\n]*\)", r"\1", text)
    text = re.sub(r"^[ \t]*(?:[-*+>]|\d{1,9}\.)[ \t]+", "", text, flags=re.MULTILINE)
    text = re.sub(r"(?<!\w)([*_`]{1,3})(?=\S)([^*_`\n]+)(?<=\S)\1(?!\w)", r"\2", text)
    return "\n".join(line.strip() for line in html.unescape(text).strip().split("\n"))


def flaws(markdown: str, first_line: int) -> Iterator[Flaw]:
    """What the page would not show as written. `first_line` is the line of the file where the prose starts."""
    position = positions(markdown)
    if _is_too_much_work(markdown):
        message = "In diesem Text stehen zu viele Sonderzeichen wie [ oder * an einem Stück. Teilen Sie ihn in Absätze."
        yield Flaw(first_line, 1, "too-many-marks", message)
    for code, message, offset in [*_findings(markdown), *pitfalls(markdown)]:
        line, column = position(offset)
        yield Flaw(line + first_line - 1, column, code, message)


def _findings(markdown: str) -> Iterator[tuple[str, str, int]]:
    """Code, message and offset of each finding."""
    if "<" in markdown:
        message = "HTML ist im Text nicht erlaubt. Schreiben Sie Markdown; ein einzelnes Kleiner-Zeichen schreiben Sie als &lt;."
        for match in HTML.finditer(markdown):
            yield "raw-html", message, match.start()
    if "](" in markdown or "]:" in markdown:
        message = "Verweise müssen mit https://, http:// oder mailto: beginnen. Prüfen Sie die Adresse."
        for match in LINK.finditer(markdown):
            target = 1 if match[2] is None else 2
            if not _is_safe(match[target]):
                yield "unsafe-link", message, match.start(target)
    if "![" in markdown:
        message = (
            "Bilder sind im Text nicht erlaubt. Nennen Sie die Seite, auf der das Bild steht, als Quelle."
        )
        for match in IMAGE.finditer(markdown):
            yield "image", message, match.start()
    if "#" in markdown or "\n=" in markdown:
        message = (
            "Die Überschrift der Seite ist der Titel. Schreiben Sie Zwischenüberschriften mit „## “ davor."
        )
        for match in TITLE.finditer(markdown):
            yield "heading", message, match.start()
    if ">" in markdown:
        message = "Drei und mehr „>“ sind ein Zitat im Zitat im Zitat. Lassen Sie höchstens eines stehen."
        for match in QUOTE.finditer(markdown):
            yield "quote-depth", message, match.start()
    message = "Diese Liste ist zu tief verschachtelt. Erlaubt sind drei Ebenen; rücken Sie weniger ein."
    for match in NESTED_LIST.finditer(markdown):
        yield "list-depth", message, match.start()


def _is_too_much_work(markdown: str) -> bool:
    """Whether converting a text would take unduly long."""
    if len(MARK.findall(markdown)) * len(markdown) <= MOST_WORK:
        return False
    blocks = (block.group() for block in BLOCK.finditer(markdown))
    work = len(markdown) * len(HTML.findall(markdown))
    return work + sum(len(block) * len(MARK.findall(block)) for block in blocks) > MOST_WORK


def _is_safe(target: str) -> bool:
    """Whether a link's target, read as a browser reads it, names a safe scheme, or none and no other host."""
    address = CONTROL.sub("", re.sub(r"\s+", "", html.unescape(target)))
    if address.replace("\\", "/").startswith("//"):  # the scheme of the page, and any host
        return False
    scheme = SCHEME.match(address)
    return scheme is None or scheme.group().lower() in SAFE_SCHEMES
