"""`catalogue freeze`: what it says when it works, and when it does not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.catalogue.commands.conftest import Run
from tests.small_content import write_small_content


@pytest.fixture
def built(run: Run, tmp_path: Path) -> Path:
    """Where the edition of the small content is."""
    write_small_content(tmp_path / "content")
    assert run("build", "--content", tmp_path / "content", "--output", tmp_path / "build").exit_code == 0
    return tmp_path / "build"


def test_it_says_how_much_it_wrote_and_what_to_open(run: Run, built: Path, tmp_path: Path) -> None:
    result = run("freeze", tmp_path / "Kopie für später", "--edition", built, "--jobs", 1)
    assert result.exit_code == 0, result.output
    assert "Dateien" in result.output
    assert f"Öffnen Sie {tmp_path / 'Kopie für später' / 'index.html'}" in result.output


def test_a_folder_with_something_else_stays(run: Run, built: Path, tmp_path: Path) -> None:
    result = run("freeze", tmp_path / "content", "--edition", built)
    assert result.exit_code == 1
    assert "ist keine eingefrorene Kopie und bleibt, wie es ist" in result.output
    assert (tmp_path / "content" / "measures").is_dir()


def test_without_an_edition_it_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    result = run("freeze", tmp_path / "kopie", "--edition", tmp_path / "build")
    assert result.exit_code == 1
    assert "catalogue build" in result.output


def test_interrupted_it_leaves_nothing(built: Path, tmp_path: Path) -> None:
    place = tmp_path / "archiv" / "kopie"
    command = [sys.executable, "-c", "from catalogue.cli import main; main()", "freeze", place]
    process = subprocess.Popen(
        [*command, "--edition", built], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        while not list(place.parent.glob(".*.part/massnahmen")):
            assert process.poll() is None
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: all processes at once
        _out, error = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 1
    assert "Traceback" not in error
    assert list(place.parent.iterdir()) == []
