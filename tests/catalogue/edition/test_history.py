"""The history of content: what git saw first, and what changed since."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.edition import build
from catalogue.edition import history as histories
from catalogue.edition.history import history
from catalogue.reading.content import read_content
from tests.repository import git
from tests.small_content import MEASURE, SOLUTION

Commit = Callable[[str], None]


@pytest.fixture
def commit(content: Path) -> Commit:
    """Commit all of the content folder on a day; the folder lies within a new repository."""
    root = content.parent

    git(root, "init", "-q")

    def on(day: str) -> None:
        git(root, "add", "content")
        git(root, "commit", "-q", "-m", day, day=day)

    return on


def edit(content: Path, path: str) -> None:
    with (content / path).open("a", encoding="utf-8") as file:
        file.write("\nNoch ein Satz.\n")


def told(content: Path) -> set[tuple[str, str, str, str]]:
    return {tuple(change[:4]) for change in history(read_content(content))}  # type: ignore[misc]


def test_an_entry_is_added_once_and_changed_on_its_newest_day(content, commit):
    commit("2026-01-01")
    for day in ("2026-02-01", "2026-03-01"):
        edit(content, MEASURE)
        commit(day)
    found = told(content)
    assert ("measure", "musterstadt-rufbus", "added", "2026-01-01") in found
    assert ("measure", "musterstadt-rufbus", "changed", "2026-03-01") in found
    assert sum(change == "changed" for _, _, change, _ in found) == 1


def test_an_edit_on_the_day_of_its_appearance_is_no_change(content, commit):
    commit("2026-01-01")
    edit(content, MEASURE)
    commit("2026-01-01")
    assert {change for _, _, change, _ in told(content)} == {"added"}


def test_a_commit_that_touches_very_many_entries_changes_none(content, commit, monkeypatch):
    monkeypatch.setattr(histories, "MASS", 1)
    commit("2026-01-01")
    edit(content, MEASURE)
    edit(content, SOLUTION)
    commit("2026-02-01")
    assert {change for _, _, change, _ in told(content)} == {"added"}


def test_what_is_no_longer_there_has_no_history(content, commit):
    commit("2026-01-01")
    (content / SOLUTION).unlink()
    assert "solution" not in {kind for kind, *_ in told(content)}


def test_without_a_repository_there_is_no_history(content):
    assert told(content) == set()


def test_a_shallow_clone_has_no_history(content, commit, tmp_path):
    commit("2026-01-01")
    edit(content, MEASURE)
    commit("2026-02-01")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{content.parent}", str(clone)], check=True)
    assert told(clone / "content") == set()


def test_a_build_bakes_it_and_another_history_gives_another_edition(content, commit, output):
    commit("2026-01-01")
    first = build(content, output).edition
    before = (content / MEASURE).read_text("utf-8")
    edit(content, MEASURE)
    commit("2026-02-01")
    (content / MEASURE).write_text(before, "utf-8")
    second = build(content, output).edition
    assert first.id != second.id
    assert first.manifest["content_sha256"] == second.manifest["content_sha256"]
    rows = sqlite3.connect(second.database).execute(
        "SELECT change, date FROM changes WHERE entry = 'musterstadt-rufbus' ORDER BY 1"
    )
    assert rows.fetchall() == [("added", "2026-01-01"), ("changed", "2026-02-01")]


def test_what_happened_under_a_former_id_is_told_of_todays(content, commit):
    commit("2026-01-01")
    text = (content / MEASURE).read_text("utf-8")
    (content / MEASURE).unlink()
    for path in (content / MEASURE).parent.parent.parent.rglob("*.*"):
        path.write_text(path.read_text("utf-8").replace("musterstadt-rufbus", "musterstadt-bus"), "utf-8")
    new = text.replace("id: musterstadt-rufbus", "id: musterstadt-bus\nformer_ids: [musterstadt-rufbus]")
    (content / MEASURE.replace("rufbus", "bus")).write_text(new, "utf-8")
    commit("2026-02-01")
    found = told(content)
    assert ("measure", "musterstadt-bus", "added", "2026-01-01") in found
    assert ("measure", "musterstadt-bus", "changed", "2026-02-01") in found
