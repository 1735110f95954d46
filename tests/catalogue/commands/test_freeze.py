"""`catalogue freeze`: what it says when it works, and when it does not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.edition import open_edition
from catalogue.edition.holding import is_read
from tests.catalogue.commands.conftest import Run
from tests.small_content import write_small_content

PLACE = Path("archiv/kopie")


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


@pytest.fixture
def freezing(built: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The command in the midst of writing pages to `archiv/kopie`, in a group of processes of its own."""
    command = [sys.executable, "-c", "from catalogue.cli import main; main()", "freeze", PLACE]
    process = subprocess.Popen(
        [*command, "--edition", built],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        while not list(tmp_path.glob("archiv/.*.part/massnahmen")):
            assert process.poll() is None
            time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.wait()


def test_interrupted_it_leaves_nothing(freezing: subprocess.Popen[str], tmp_path: Path) -> None:
    os.killpg(freezing.pid, signal.SIGINT)  # as a terminal does: all processes at once
    _out, error = freezing.communicate(timeout=60)
    assert freezing.returncode == 130
    assert error.splitlines()[-1] == f"Abgebrochen: „{PLACE}“ bleibt, wie es ist."
    assert "Traceback" not in error
    assert list((tmp_path / "archiv").iterdir()) == []


def test_stopped_it_leaves_nothing(freezing: subprocess.Popen[str], tmp_path: Path) -> None:
    freezing.terminate()
    assert freezing.wait(timeout=60) == 130
    assert list((tmp_path / "archiv").iterdir()) == []


def test_a_process_that_runs_out_of_memory_is_told_in_a_sentence(
    freezing: subprocess.Popen[str], tmp_path: Path
) -> None:
    """The system kills the largest process; here it is one of those that write pages."""
    told = subprocess.run(["pgrep", "-P", str(freezing.pid)], stdout=subprocess.PIPE, text=True)
    os.kill(int(told.stdout.split()[-1]), signal.SIGKILL)
    _out, error = freezing.communicate(timeout=60)
    assert freezing.returncode == 1
    assert error.splitlines()[-1].endswith("es wurde nichts geschrieben. Versuchen Sie es mit --jobs 1.")
    assert "Traceback" not in error
    assert list((tmp_path / "archiv").iterdir()) == []


def test_what_is_copied_is_held_so_that_no_build_removes_it(
    freezing: subprocess.Popen[str], built: Path
) -> None:
    assert is_read(open_edition(built).folder)
    freezing.kill()


def test_killed_it_goes_on_nowhere_and_the_next_copy_tidies_up(
    freezing: subprocess.Popen[str], run: Run, built: Path, tmp_path: Path
) -> None:
    freezing.kill()
    freezing.communicate(timeout=60)  # ends when the last process has closed it
    assert list((tmp_path / "archiv").glob(".*.part"))
    assert run("freeze", tmp_path / PLACE, "--edition", built, "--jobs", 1).exit_code == 0
    assert [path.name for path in (tmp_path / "archiv").iterdir()] == ["kopie"]
