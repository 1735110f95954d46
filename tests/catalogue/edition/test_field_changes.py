"""Which field of an entry changed when, and from what to what."""

from __future__ import annotations

import sqlite3
import subprocess

import pytest

from catalogue.edition import build
from catalogue.edition import field_changes as changes
from catalogue.edition.field_changes import field_changes
from catalogue.reading.content import read_content
from tests.repository import git
from tests.small_content import MEASURE, PROJECT, SOLUTION


@pytest.fixture
def commit(content):
    git(content.parent, "init", "-q")

    def on(day: str, **edits: tuple[str, str]) -> None:
        """Replace texts in a file, each named by a word for its path, and commit everything on a day."""
        for name, (old, new) in edits.items():
            path = (
                content / {"measure": MEASURE, "project": PROJECT, "solution": SOLUTION}[name.split("_")[0]]
            )
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), "utf-8")
        git(content.parent, "add", "content")
        git(content.parent, "commit", "-q", "-m", day, day=day)

    on("2026-01-01")
    return on


def told(content):
    return [
        (one.entry, one.date, one.field, one.old, one.new) for one in field_changes(read_content(content))
    ]


def test_a_value_a_list_and_the_prose_are_told_each_with_old_and_new(content, commit):
    commit(
        "2026-02-01",
        measure_status=("status_date: 2023-01", "status_date: 2024-06"),
        measure_result=("  - Rund 40 Fahrgäste am Tag\n", "  - Rund 60 Fahrgäste am Tag\n"),
        measure_text=("fährt abends kein Bus mehr", "fährt nachts kein Bus mehr"),
    )
    assert told(content) == [
        (
            "musterstadt-rufbus",
            "2026-02-01",
            "body",
            "In den Ortsteilen fährt abends kein Bus mehr.",
            "In den Ortsteilen fährt nachts kein Bus mehr.",
        ),
        (
            "musterstadt-rufbus",
            "2026-02-01",
            "results",
            "- Rund 40 Fahrgäste am Tag",
            "- Rund 60 Fahrgäste am Tag",
        ),
        ("musterstadt-rufbus", "2026-02-01", "status_date", "2023-01", "2024-06"),
    ]


def test_a_field_that_comes_or_goes_has_one_side(content, commit):
    commit(
        "2026-02-01",
        measure=("spaces: [ortsteile]\n", ""),
        project=("phase: umsetzung\n", "phase: umsetzung\nwebsite: https://example.org/neu\n"),
    )
    assert told(content) == [
        ("musterstadt-rufbus", "2026-02-01", "spaces", "[ortsteile]", None),
        ("musterstadt", "2026-02-01", "website", None, "https://example.org/neu"),
    ]


def test_a_line_that_is_only_broken_elsewhere_is_no_change(content, commit):
    commit(
        "2026-02-01",
        measure=(
            "audiences:\n  - buergerschaft\n  - senioren\n",
            "audiences:\n  - buergerschaft\n\n  - senioren\n",
        ),
    )
    assert told(content) == []


def test_long_texts_are_cut(content, commit):
    commit("2026-02-01", measure=("  - Rund 40 Fahrgäste am Tag\n", f"  - {'sehr ' * 60}viele\n"))
    [(*_, old, new)] = told(content)
    assert old == "- Rund 40 Fahrgäste am Tag"
    assert new.endswith(" …")
    assert len(new) <= changes.LONGEST


def test_what_very_many_entries_say_otherwise_at_once_is_no_change(content, commit, monkeypatch):
    monkeypatch.setattr(changes, "MASS", 1)
    commit(
        "2026-02-01",
        measure=("status_date: 2023-01", "status_date: 2023"),
        project=("phase: umsetzung", "phase:  umsetzung"),
    )
    assert told(content) == []


def test_a_shallow_clone_and_a_folder_without_git_have_none_and_are_built(content, commit, tmp_path):
    commit("2026-02-01", measure=("status_date: 2023-01", "status_date: 2024-06"))
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{content.parent}", str(clone)], check=True)
    assert told(clone / "content") == []
    built = build(clone / "content", tmp_path / "build")
    assert not built.history


def test_a_build_bakes_them(content, commit, tmp_path):
    commit("2026-02-01", measure=("status_date: 2023-01", "status_date: 2024-06"))
    built = build(content, tmp_path / "build")
    assert built.history
    rows = sqlite3.connect(built.edition.database).execute(
        "SELECT kind, entry, field, old, new FROM field_changes"
    )
    assert rows.fetchall() == [("measure", "musterstadt-rufbus", "status_date", "2023-01", "2024-06")]
