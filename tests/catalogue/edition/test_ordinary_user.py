"""Published files are read-only for a user who is not root (run as such a user; root may write everywhere)."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from catalogue.edition import build
from catalogue.edition.publishing import remove_leftovers, unfinished_folder
from tests.catalogue.edition.conftest import assert_whole
from tests.small_content import MEASURE


def test_a_build_takes_over_what_an_earlier_one_published_and_protects_it_again(
    content: Path, output: Path
) -> None:
    build(content, output)
    with (content / MEASURE).open("a") as file:
        file.write("\nNachtrag.\n")
    again = build(content, output)
    assert again.fresh
    assert_whole(again.edition)
    files = [path for path in again.edition.folder.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o444}


@pytest.mark.parametrize("mode", [0o644, 0o444, 0o000])
def test_a_build_at_work_is_no_leftover_whatever_its_lock_allows(output: Path, mode: int) -> None:
    (output / "editions").mkdir(parents=True)
    with unfinished_folder(output) as part:
        (part / ".lock").chmod(mode)
        remove_leftovers(output)
        assert part.exists()
