"""A small content folder, its edition, and how a command is called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalogue.cli import main
from tests.small_content import write_small_content

Run = Callable[..., Result]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder without any problem."""
    return write_small_content(tmp_path / "content")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where editions go."""
    return tmp_path / "build"


@pytest.fixture
def run() -> Run:
    """Call the command line and give what it said."""

    def call(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return call
