"""A large hostile file is read to its end: work that grew with the square of its size would never come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.model.entries import Measure, Project
from catalogue.reading.entry_file import read_entry_file
from catalogue.reading.prose import to_text

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
