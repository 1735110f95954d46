"""What the benchmarks measure is content that passes the check."""

from __future__ import annotations

from pathlib import Path

from catalogue.checking import check
from catalogue.reading.content import read_content
from tests.benchmarks.many_entries import COPIED, copy_content
from tests.small_content import write_small_content


def test_copied_content_holds_every_entry_again_and_passes_the_check(tmp_path: Path) -> None:
    write_small_content(tmp_path / "content")
    entries = copy_content(tmp_path / "content", tmp_path / "thrice", 3)
    once, thrice = read_content(tmp_path / "content"), read_content(tmp_path / "thrice")
    assert [problem for problem in check(thrice) if problem.severity == "error"] == []
    assert len(thrice.files) == entries
    for kind, number in once.counts().items():
        assert thrice.counts()[kind] == (3 * number if kind in COPIED else number)
