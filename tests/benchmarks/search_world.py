"""The documents and judged queries that the benchmarks of the search run on: those of the catalogue."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from search import Document, Judgment, Language

ROOT = Path(__file__).parents[2]
JUDGMENTS = ROOT / "tests" / "search" / "judgments.yaml"


def world() -> tuple[list[Document], Language]:
    """All documents of the content folder, and the language of its vocabularies."""
    from catalogue.edition.search_documents import documents, language
    from catalogue.reading.content import read_content

    content = read_content(ROOT / "content")
    return list(documents(content)), language(content)


def measures_of(documents: Iterable[Document]) -> list[Document]:
    """Only measures were judged."""
    return [document for document in documents if document.kind == "measure"]


def judgments() -> list[tuple[str, list[Judgment]]]:
    """The judged queries of every file named on the command line, else our own."""
    from catalogue.judgments import read_judgments

    paths = [Path(argument) for argument in sys.argv[1:]] or [JUDGMENTS]
    return [(path.stem, read_judgments(path)) for path in paths]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
