"""A paper as PDF: tagged for screen readers (PDF/UA-1), with title, language and bookmarks, set by typst."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import typst

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
from catalogue.exports.pdf_fonts import fonts


def pdf(paper: Paper) -> bytes:
    """The PDF of a paper; the same paper gives the same bytes."""
    data = {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "kind": paper.kind,
        "as_of": [paper.as_of.year, paper.as_of.month, paper.as_of.day],
        "cover": [_data(block) for block in paper.cover],
        "runs": _runs(paper.blocks),
        "footer": paper.footer,
    }
    template = files("catalogue.exports").joinpath("paper.typ").read_bytes()
    return typst.compile(
        template,
        format="pdf",
        font_paths=fonts(),
        sys_inputs={"paper": json.dumps(data)},
        pdf_standards="ua-1",
    )


def _runs(blocks: list[Block]) -> list[dict[str, Any]]:
    """Blocks in runs of one page format: a wide table stands with its heading on a page of its own."""
    runs: list[dict[str, Any]] = [{"wide": False, "blocks": []}]
    for block in blocks:
        if isinstance(block, Table) and block.wide:
            headings = runs[-1]["blocks"][-1:] if isinstance(blocks[blocks.index(block) - 1], Heading) else []
            del runs[-1]["blocks"][len(runs[-1]["blocks"]) - len(headings) :]
            runs.append({"wide": True, "blocks": [*headings, _data(block)]})
            runs.append({"wide": False, "blocks": []})
        else:
            runs[-1]["blocks"].append(_data(block))
    return [run for run in runs if run["blocks"]]


def _data(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": text, "level": level}
        case Paragraph(text):
            return {"kind": "paragraph", "text": text}
        case Items(texts):
            return {"kind": "items", "texts": texts}
        case References(pages):
            return {"kind": "references", "pages": pages}
        case ToFillIn(fields):
            return {"kind": "form", "fields": fields, "fill_in": FILL_IN}
        case Highlights(answers):
            return {"kind": "highlights", "answers": answers}
        case Map(svg, told):
            return {"kind": "map", "svg": svg, "told": told}
        case Table(head, rows):
            return {"kind": "table", "head": head, "rows": rows}
