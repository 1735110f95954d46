"""A small content folder that gives an edition in a moment."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import search
from catalogue.edition import Edition
from tests.small_content import write_small_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder without any problem."""
    return write_small_content(tmp_path / "content")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where editions go."""
    return tmp_path / "build"


def assert_whole(edition: Edition) -> None:
    """An edition opens and is complete: database, index and manifest say the same."""
    database = sqlite3.connect(f"{edition.database.as_uri()}?mode=ro&immutable=1", uri=True)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    measures = database.execute("SELECT count(*) FROM measures").fetchone()[0]
    assert measures == edition.manifest["counts"]["measure"]
    database.close()
    counts = edition.manifest["counts"]
    found = sum(counts[kind] for kind in ("measure", "project", "solution", "knowledge", "goal", "criterion"))
    assert len(search.open_index(edition.index)) == found
    assert edition.static.is_dir()
