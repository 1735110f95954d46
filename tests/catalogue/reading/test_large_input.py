"""A large hostile file is read to its end: work that grew with the square of its size would never come back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from catalogue.model.entries import Measure, Project
from catalogue.reading.entry_file import read_entry_file
from catalogue.reading.prose import flaws, to_html, to_text

HEAD = "---\nid: x\n---\n"
SIZE_BYTES = 200_000

PROSE = [
    "<a>\n",
    "](",
    "](\n",
    "[a]: x:\n",
    "![",
    "#\n",
    " ",
    "\n",
    "*a",
    "](   ",
    "\u202e\n",
    "<https://",
    "# a\n=\n",
]
VALUES = [
    "[",
    "{a: ",
    "- ",
    "a: b\n",
    "? ",
    "'",
    "- x: [\n",
    "\\",
    "k\n",
    "- &a x\n",
    "a:\n",
    "\t",
    "\u00ad\n",
]


@pytest.mark.parametrize("piece", PROSE)
def test_prose(piece: str) -> None:
    text = HEAD + piece * (SIZE_BYTES // len(piece.encode()))
    file = read_entry_file(Path("measures/p/x.md"), Measure, text.encode())
    assert file.entry is None


@pytest.mark.parametrize("piece", VALUES)
def test_values(piece: str) -> None:
    text = piece * (SIZE_BYTES // len(piece.encode()))
    file = read_entry_file(Path("projects/x.yaml"), Project, text.encode())
    assert file.entry is None


def test_plain_text_for_the_search() -> None:
    for piece in PROSE:
        assert isinstance(to_text(piece * (SIZE_BYTES // len(piece.encode()))), str)


LONGEST_OF_FORM = 20_000
SECONDS = 5
"""Of the processor; each took half a minute and more without the bound, or never came back."""


@pytest.mark.parametrize(
    "piece", ["[", "![", "[a](b", "[ ", "a[b](", "[a](<", "(a)[", "<a ", "<a\n\n", "\n-", "\n=", "# x\n"]
)
def test_pages_of_prose_that_is_too_much_work_show_it_as_it_is_written(piece: str) -> None:
    text = piece * (LONGEST_OF_FORM // len(piece))
    begun = time.process_time()
    page = to_html(text)
    found = {flaw.code for flaw in flaws(text, 1)}
    assert time.process_time() - begun < SECONDS
    assert "<a" not in page
    assert "too-many-marks" in found


def test_a_long_text_with_many_links_in_paragraphs_is_none_of_those() -> None:
    text = (
        "Der Bus fährt *oft*, siehe [Fahrplan](https://example.org/plan) und [Karte](https://example.org/karte).\n\n"
        * 300
    )
    assert [flaw.code for flaw in flaws(text, 1)] == []
    assert to_html(text).count("<a ") == 600
