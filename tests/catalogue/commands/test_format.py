"""`catalogue format`: one form for files that are right; those that are wrong are told and stay."""

from __future__ import annotations

from pathlib import Path

from tests.catalogue.commands.conftest import Run
from tests.small_content import MEASURE, MUNICIPALITY


def spoil(content: Path) -> None:
    """Leave a file as a person in a hurry does."""
    path = content / MUNICIPALITY
    path.write_bytes(
        path.read_bytes().replace(b"  - url", b"   -   url").replace(b"    title", b"       title") + b"\n\n"
    )


def all_files(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_it_changes_what_is_not_in_form_and_nothing_the_second_time(content: Path, run: Run) -> None:
    run("format", "--content", content)
    before = all_files(content)
    spoil(content)
    result = run("format", "--content", content)
    assert (result.exit_code, result.stdout) == (0, f"Geändert: {content / MUNICIPALITY}\n")
    assert all_files(content) == before
    again = run("format", "--content", content)
    assert (again.exit_code, again.stdout) == (0, "")


def test_check_only_tells(content: Path, run: Run) -> None:
    run("format", "--content", content)
    assert run("format", "--check", "--content", content).exit_code == 0
    spoil(content)
    before = all_files(content)
    result = run("format", "--check", "--content", content)
    assert (result.exit_code, result.stdout) == (1, f"Nicht in Form: {content / MUNICIPALITY}\n")
    assert all_files(content) == before


def test_only_the_paths_asked_for_are_changed(content: Path, run: Run) -> None:
    spoil(content)
    before = (content / MUNICIPALITY).read_bytes()
    run("format", content / "measures", "--content", content)
    assert (content / MUNICIPALITY).read_bytes() == before
    run("format", content / MUNICIPALITY, "--content", content)
    assert (content / MUNICIPALITY).read_bytes() != before


def test_a_faulty_file_is_told_and_stays(content: Path, run: Run) -> None:
    path = content / MEASURE
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Platz #1 ", 1) + "\n\n\n", "utf-8")
    before = path.read_bytes()
    result = run("format", path, "--content", content)
    assert result.exit_code == 1
    assert f"{path}:3:14: " in result.stdout
    assert "[hash-cuts]" in result.stdout
    assert path.read_bytes() == before


def test_a_path_elsewhere_is_wrong_use(content: Path, run: Run, tmp_path: Path) -> None:
    assert run("format", tmp_path, "--content", content).exit_code == 2
    assert run("format", content / "gibt-es-nicht", "--content", content).exit_code == 2
