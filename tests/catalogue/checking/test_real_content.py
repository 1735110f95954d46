"""The catalogue's own content."""

from __future__ import annotations

from pathlib import Path

from catalogue.checking import check
from catalogue.reading.content import read_content
from catalogue.reading.problems import as_text, errors

CONTENT = Path(__file__).parents[3] / "content"


def test_it_has_no_errors() -> None:
    assert as_text(errors(check(read_content(CONTENT)))) == ""
