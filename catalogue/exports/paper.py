"""A paper before it has a form: title, sections, paragraphs, lists, tables. `pdf` and `word` write it.

Texts are plain: no mark-up is read from them, wherever they come from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

from catalogue.reading.prose import to_html

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The forms that a paper may have."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section of the paper."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets."""

    texts: list[str]


@dataclass(frozen=True, slots=True)
class References:
    """A numbered list of pages with their addresses."""

    pages: list[tuple[str, str]]


Row = tuple[str, list[list[str]]]
"""The heading of a row, and its other cells as lists of lines."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row and first column are headings; each other cell is a list of lines."""

    head: list[str]
    rows: list[Row]

    @property
    def wide(self) -> bool:
        """Whether it needs a page in landscape format."""
        return len(self.head) > WIDEST_UPRIGHT


WIDEST_UPRIGHT = 4
"""Columns that fit on an upright page."""


@dataclass(frozen=True, slots=True)
class ToFillIn:
    """What the administration fills in, by its name."""

    fields: list[str]


@dataclass(frozen=True, slots=True)
class Highlights:
    """What decides, in a few words: questions with their answers."""

    answers: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Map:
    """A map, and what it shows in words: both stand in a PDF, the words alone where there are no pictures."""

    svg: str
    told: list[str]


FILL_IN = "[bitte ergänzen]"
"""What stands where the administration fills in."""

Block = Heading | Paragraph | Items | References | Table | ToFillIn | Highlights | Map


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. What is on its cover stands with the title on a page of its own; without any there is no such page."""

    title: str
    subtitle: str
    kind: str
    as_of: date
    blocks: list[Block]
    cover: list[Block] = field(default_factory=list)
    footer: str = ""


def prose_blocks(markdown: str, level: int) -> list[Block]:
    """The blocks of an entry's prose; its headings (`##`) get `level`."""
    reader = _ProseReader(level)
    reader.feed(to_html(markdown))
    reader.close()
    return reader.blocks


class _ProseReader(HTMLParser):
    """Gathers headings, paragraphs and list items from safe HTML."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._level = level
        self._text: list[str] = []
        self._cells: list[str] = []
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h2", "h3", "h4", "li", "pre", "th", "td", "ul", "ol"):
            self._end_text("p")
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""
        elif tag == "br":
            self._text.append(" ")

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link and self._link not in "".join(self._text):
            self._text.append(f" ({self._link})")
        elif tag == "tr":
            self.blocks.append(Paragraph(" – ".join(self._cells)))
            self._cells = []
        elif tag in ("p", "h2", "h3", "h4", "li", "pre", "th", "td"):
            self._end_text(tag)

    def close(self) -> None:
        super().close()
        self._end_text("p")

    def _end_text(self, tag: str) -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if not text:
            return
        last = self.blocks[-1] if self.blocks else None
        if tag in ("th", "td"):
            self._cells.append(text)
        elif tag == "li" and isinstance(last, Items):
            last.texts.append(text)
        elif tag == "li":
            self.blocks.append(Items([text]))
        elif tag in ("h2", "h3", "h4"):
            self.blocks.append(Heading(text, self._level + int(tag[1]) - 2))
        else:
            self.blocks.append(Paragraph(text))
