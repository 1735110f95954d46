"""A small content and the output folder of its edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.edition import build
from tests.small_content import write_small_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_small_content(tmp_path / "content")


@pytest.fixture
def output(content: Path, tmp_path: Path) -> Path:
    """An output folder with an edition."""
    build(content, tmp_path / "build")
    return tmp_path / "build"
