"""What took a while is made once for all builds that make it from the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.reading.kept_results import KeptResults


def make_nothing() -> str:
    raise AssertionError("it is known already")


@pytest.mark.parametrize("is_another_process", [False, True])
def test_a_result_is_made_once(tmp_path: Path, is_another_process: bool) -> None:
    kept = KeptResults(tmp_path, "1")
    assert kept.get_or_make("commits", "head", lambda: "long history") == "long history"
    if is_another_process:
        kept = KeptResults(tmp_path, "1")
    assert kept.get_or_make("commits", "head", make_nothing) == "long history"


def test_it_is_made_again_from_something_else_and_takes_the_place_of_the_first(tmp_path: Path) -> None:
    for head in ("one", "other"):
        assert KeptResults(tmp_path, "1").get_or_make("commits", head, lambda head=head: head) == head
    assert KeptResults(tmp_path, "1").get("commits", "one") is None
    assert [file.name for file in tmp_path.iterdir()] == ["commits-1"]


def test_results_of_other_code_are_not_read_and_go(tmp_path: Path) -> None:
    KeptResults(tmp_path, "1").put("commits", "head", "old")
    assert KeptResults(tmp_path, "2").get_or_make("commits", "head", lambda: "new") == "new"
    assert [file.name for file in tmp_path.iterdir()] == ["commits-2"]


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    KeptResults(tmp_path, "1").put("commits", "head", "history")
    whole = (tmp_path / "commits-1").read_bytes()
    for damaged in (b"", whole[:-1], whole[:-1] + b"?"):
        (tmp_path / "commits-1").write_bytes(damaged)
        assert KeptResults(tmp_path, "1").get("commits", "head") is None


def test_without_a_folder_it_stays_in_memory() -> None:
    kept = KeptResults()
    kept.put("commits", "head", "history")
    assert kept.get_or_make("commits", "head", make_nothing) == "history"
    assert KeptResults().get("commits", "head") is None
