"""`.ci/changed_pages.py`: a merge request shows the pages that it changes as files that open from disk."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.edition import build
from tests.catalogue.freezing.walking import is_elsewhere, links_of
from tests.repository import git
from tests.small_content import KNOWLEDGE, MEASURE, REUSE, write_small_content

SCRIPT = Path(__file__).parent.parent / ".ci/changed_pages.py"

Show = Callable[[], list[str]]


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A repository on a branch beside `main`."""
    root = tmp_path / "Käthes Katalog"
    write_small_content(root / "content")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "first")
    git(root, "checkout", "-q", "-b", "branch")
    return root


@pytest.fixture
def show(branch: Path) -> Show:
    """Commit, build and run the script; gives what it printed, line by line."""

    def call() -> list[str]:
        git(branch, "commit", "-q", "-a", "-m", "change")
        build(branch / "content", branch / "build")
        command = [sys.executable, str(SCRIPT), "main", "preview"]
        return subprocess.run(command, cwd=branch, capture_output=True, text=True, check=True).stdout.split()

    return call


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_page_of_a_changed_entry_opens_from_disk_with_its_style(branch: Path, show: Show) -> None:
    change(branch / "content" / MEASURE, "title: Rufbus\n", "title: Rufbus für alle\n")
    change(branch / "content" / KNOWLEDGE, "recorded: 2026-11-23", "recorded: 2026-11-24")
    change(branch / "content" / REUSE, "recorded: 2026-11-23", "recorded: 2026-11-24")  # it has no page
    measure, study = "massnahmen/musterstadt-rufbus.html", "wissen/studien/nahverkehr-auf-dem-land.html"
    assert {*show()} == {f"preview/{measure}", f"preview/{study}"}
    preview = branch / "preview"
    assert {file.relative_to(preview).as_posix() for file in preview.rglob("*.html")} == {measure, study}
    text = (preview / measure).read_text("utf-8")
    assert "<h1" in text
    assert "Rufbus für alle" in text
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    assert styles
    for file in styles:
        assert (preview / measure).parent.joinpath(file).stat().st_size
    for link in links_of(preview / measure).links:
        assert is_elsewhere(link) or (preview / measure).parent.joinpath(link.partition("#")[0]).exists(), (
            link
        )


def test_a_branch_without_changed_pages_has_none(branch: Path, show: Show) -> None:
    change(branch / "content" / REUSE, "recorded: 2026-11-23", "recorded: 2026-11-24")
    assert show() == []
    assert not (branch / "preview").exists()
