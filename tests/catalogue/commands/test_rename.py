"""The commands that rename, retire and merge entries say what they change, line by line, or why they do not."""

from __future__ import annotations

from pathlib import Path

from tests.catalogue.commands.conftest import Run
from tests.small_content import MEASURE, OTHER_MEASURE

HERE = "--content"


def bytes_of(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_every_changed_line_is_printed_and_a_dry_run_changes_none(run: Run, content: Path) -> None:
    before = bytes_of(content)
    shown = run("rename", "musterstadt-rufbus", "musterstadt-bus", "--dry-run", HERE, content)
    assert shown.exit_code == 0
    assert bytes_of(content) == before
    done = run("rename", "musterstadt-rufbus", "musterstadt-bus", HERE, content)
    assert done.stdout == shown.stdout
    assert f"{content}/{MEASURE} → {MEASURE.replace('rufbus', 'bus')}" in done.stdout
    assert f"{content}/{MEASURE}:2: musterstadt-rufbus → musterstadt-bus" in done.stdout
    assert run("check", HERE, content).exit_code == 0


def test_a_refusal_says_why_and_ends_with_1(run: Run, content: Path) -> None:
    refused = run("rename", "musterstadt-rufbus", "musterstadt-pegel", HERE, content)
    assert refused.exit_code == 1
    assert f"Nichts geändert: Die Kennung „musterstadt-pegel“ hat schon {OTHER_MEASURE}" in refused.stderr


def test_retiring_needs_a_reason(run: Run, content: Path) -> None:
    assert run("retire", "musterstadt-pegel", HERE, content).exit_code == 2
    done = run(
        "retire",
        "musterstadt-pegel",
        "--reason",
        "Nie begonnen",
        "--instead",
        "musterstadt-rufbus",
        HERE,
        content,
    )
    assert done.exit_code == 0
    assert f"{OTHER_MEASURE} gelöscht" in done.stdout
    assert run("check", HERE, content).exit_code == 0


def test_merging_shows_both_where_they_differ(run: Run, content: Path) -> None:
    done = run("merge", "musterstadt-pegel", "musterstadt-rufbus", HERE, content)
    assert done.exit_code == 0
    assert "Nicht entschieden: „title“" in done.stdout
    assert "Pegelmessung" in done.stdout
