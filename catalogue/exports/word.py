"""A paper as a Word file (DOCX), ready to be edited: heading styles, language, table headings, fields to fill in."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from catalogue.exports.archive import zip_file
from catalogue.exports.paper import (
    FILL_IN,
    Block,
    Heading,
    Highlights,
    Items,
    Map,
    Paper,
    Paragraph,
    References,
    Table,
    ToFillIn,
)

LANGUAGE = "de-DE"
FONT = "Arial"
AUTHOR = "Smart-City-Katalog"

LONGEST_PROPERTY = 255
"""Characters that the format allows in a property of the file."""

INK = RGBColor(0x17, 0x1A, 0x2B)

A4 = (Cm(21), Cm(29.7))
MARGIN = Cm(2.2)


def word(paper: Paper) -> bytes:
    """The Word file of a paper; the same paper gives the same bytes."""
    document = docx.Document()
    _set_up(document, paper)
    document.add_paragraph(paper.kind, style="Subtitle")
    document.add_paragraph(paper.title, style="Title")
    document.add_paragraph(paper.subtitle, style="Subtitle")
    for block in paper.cover:
        _write(document, block)
    if paper.cover:
        document.add_section(WD_SECTION.NEW_PAGE)
    for index, block in enumerate(paper.blocks):
        following = paper.blocks[index + 1] if index + 1 < len(paper.blocks) else None
        if isinstance(block, Heading) and isinstance(following, Table) and following.wide:
            _turn(document, landscape=True)
        _write(document, block)
        if isinstance(block, Table) and block.wide:
            _turn(document, landscape=False)
    return _without_times(document)


def _set_up(document: Any, paper: Paper) -> None:
    """Language, title, type, page and footer of the whole file."""
    stamp = datetime.combine(paper.as_of, time())
    core = document.core_properties
    core.title, core.subject = paper.title[:LONGEST_PROPERTY], paper.subtitle[:LONGEST_PROPERTY]
    core.author = core.last_modified_by = AUTHOR
    core.language, core.comments, core.revision = LANGUAGE, "", 1
    core.created = core.modified = stamp
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
        _set_type(document.styles[name], name)
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    footer = section.footer.paragraphs[0]
    footer.text = paper.footer
    footer.runs[0].font.size = Pt(8)


def _set_type(style: Any, name: str) -> None:
    sizes = {"Normal": 10.5, "Title": 20, "Subtitle": 12, "Heading 1": 14, "Heading 2": 12, "Heading 3": 11}
    style.font.name, style.font.size = FONT, Pt(sizes[name])
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[attribute]
    for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(attribute), FONT)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    language.set(qn("w:eastAsia"), LANGUAGE)
    properties.append(language)
    if name != "Normal":
        style.font.color.rgb = INK
        style.font.italic = False


def _rows(document: Any, rows: list[tuple[str, str]]) -> None:
    """A table without a heading row: a name and what belongs to it."""
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, text in rows:
        cells = table.add_row().cells
        _fill(cells[0], [name], Pt(10.5), bold=True)
        _fill(cells[1], [text], Pt(10.5))
    _set_widths(table, [Cm(6), Cm(10.6)])
    document.add_paragraph()


def _turn(document: Any, landscape: bool) -> None:
    """Go on with a new page, lying or upright."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = A4[::-1] if landscape else A4


def _write(document: Any, block: Block) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(_clean(text), level)
        case Paragraph(text):
            document.add_paragraph(_clean(text))
        case Items(texts) | Map(told=texts):
            for text in texts:
                document.add_paragraph(_clean(text), style="List Bullet")
        case References(pages):
            for number, (title, address) in enumerate(pages, start=1):
                paragraph = document.add_paragraph(f"[{number}] {_clean(title)}: ")
                _link(paragraph, address)
        case ToFillIn(fields):
            _rows(document, [(name, FILL_IN) for name in fields])
        case Highlights(answers):
            _rows(document, answers)
        case Table():
            _table(document, block)


def _table(document: Any, block: Table) -> None:
    """A table whose first row Word repeats on each page and tells screen readers as headings."""
    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    size = Pt(8.5 if block.wide else 9.5)
    for cell, name in zip(table.rows[0].cells, block.head, strict=True):
        _fill(cell, [name], size, bold=True)
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    for name, cells in block.rows:
        row = table.add_row().cells
        _fill(row[0], [name], size, bold=True)
        for cell, lines in zip(row[1:], cells, strict=True):
            _fill(cell, lines, size)
    whole = A4[1 if block.wide else 0] - 2 * MARGIN
    first = Cm(4.2) if len(block.head) == 2 else Cm(3)
    _set_widths(table, [first] + [(whole - first) // (len(block.head) - 1)] * (len(block.head) - 1))
    document.add_paragraph()


def _fill(cell: Any, lines: list[str], size: Any, bold: bool = False) -> None:
    for index, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(_clean(line))
        run.font.size, run.bold = size, bold or None


def _set_widths(table: Any, widths: list[Any]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _link(paragraph: Any, address: str) -> None:
    """A link that Word opens."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(_clean(address))
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _clean(text: str) -> str:
    """Text without the control characters that XML forbids."""
    return "".join(c for c in text if c >= " " or c in "\t\n")


def _without_times(document: Any) -> bytes:
    """The file's bytes without the times of the files in it."""
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as archive:
        return zip_file({name: archive.read(name) for name in archive.namelist()})
