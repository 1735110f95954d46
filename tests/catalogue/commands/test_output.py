"""What a command prints may go anywhere; where it cannot be written, one sentence says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.edition import build

CALL = [sys.executable, "-c", "from catalogue.cli import main; main()"]


@pytest.fixture
def commands(content: Path, output: Path) -> dict[str, list[str]]:
    """A call of each command that prints more than a line to its output."""
    build(content, output)
    edition = ["--edition", str(output)]
    return {
        "check": ["check", "--content", str(content), "--format", "json"],
        "build": ["build", "--content", str(content), "--output", str(output)],
        "search": ["search", "Bus", *edition],
        "schema": ["schema", "measure", "--content", str(content)],
        "digest": ["digest", "--since", "2020-01-01", *edition],
        "help": ["--help"],
    }


NAMES = ["check", "build", "search", "schema", "digest", "help"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_is_told_in_one_sentence(commands: dict[str, list[str]], name: str) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*CALL, *commands[name]], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        "Fehler: Die Ausgabe des Befehls lässt sich nicht schreiben: "
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_that_goes_away_ends_it_quietly(commands: dict[str, list[str]], name: str) -> None:
    read, written = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*CALL, *commands[name]], stdout=written, stderr=subprocess.PIPE, text=True, check=False
        )
    finally:
        os.close(written)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
@pytest.mark.parametrize("name", NAMES)
def test_letters_that_the_output_does_not_have_are_replaced(
    commands: dict[str, list[str]], name: str, encoding: str
) -> None:
    named = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run([*CALL, *commands[name]], env=named, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(encoding)
    assert b"Traceback" not in done.stderr
