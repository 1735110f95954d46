"""The small content folder, how a test changes one thing in it, and the database of the real content with its words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from catalogue.checking import check
from catalogue.edition import Edition, build, open_edition
from catalogue.facts.wording import Wording, wording
from catalogue.queries.connection import connect
from catalogue.reading.content import Content, read_content
from catalogue.reading.problems import Problem
from tests.small_content import write_small_content


@dataclass(frozen=True)
class Folder:
    """A content folder that a test may spoil."""

    root: Path

    def replace(self, path: str, old: str, new: str) -> None:
        """Change one piece of a file's text."""
        text = (self.root / path).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def spoil(self, path: str, old: str, new: str) -> tuple[str, int, int]:
        """Change one piece of a file's text as `replace` does; gives path, line and column of the mark `▸` in it."""
        assert new.count("▸") == 1
        text = (self.root / path).read_text("utf-8").replace(old, new, 1)
        before = text.split("▸")[0].split("\n")
        self.replace(path, old, new.replace("▸", ""))
        return str(self.root / path), len(before), len(before[-1]) + 1

    def write(self, path: str, data: str | bytes) -> None:
        """Write a file, byte by byte as given."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)

    def read(self) -> Content:
        """Read the folder."""
        return read_content(self.root)

    def problems(self) -> list[Problem]:
        """Everything that a check finds."""
        return check(self.read())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A content folder without any problem."""
    return Folder(write_small_content(tmp_path / "content"))


@pytest.fixture(scope="session")
def small_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The edition of the small content."""
    folder = tmp_path_factory.mktemp("small")
    build(write_small_content(folder / "content"), folder / "build")
    return open_edition(folder / "build")


@pytest.fixture(scope="module")
def db(real_edition: Edition) -> Iterator[sqlite3.Connection]:
    """A connection to the real database."""
    connection = connect(real_edition.database)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def words(db: sqlite3.Connection) -> Wording:
    """German, with the terms of the real content."""
    return wording(db, "de")
