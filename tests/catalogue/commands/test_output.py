"""What any command prints may go anywhere; where it cannot be written, one sentence says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.cli import COMMANDS
from catalogue.edition import build
from tests.repository import git
from tests.small_content import MEASURE, write_small_content

CALL = [sys.executable, "-c", "from catalogue.cli import main; main()"]

HELP_ALONE = {"format", "guide", "import", "links", "postcodes", "serve"}
"""Commands that print nothing if all is well, go on, or need more than the small content; their help is asked for."""

JUDGED = "- {query: Rufbus, kind: keyword, relevant: {musterstadt-rufbus: 3}}\n"


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """A call of each command that prints something to its output and succeeds, however often it is repeated."""
    folder = tmp_path_factory.mktemp("output")
    content, output = write_small_content(folder / "content"), folder / "build"
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "content")
    git(folder, "commit", "-q", "-m", "All entries")
    build(content, output)
    with (content / MEASURE).open("a") as measure:
        measure.write("\nNachtrag.\n")
    current = build(content, output).edition.folder
    (folder / "judged.yaml").write_text(JUDGED, "utf-8")
    of_content, of_output, edition = (
        ["--content", str(content)],
        ["--output", str(output)],
        ["--edition", str(output)],
    )
    rufbus, pegel = "musterstadt-rufbus", "musterstadt-pegel"
    return {
        "build": [*of_content, *of_output],
        "check": [*of_content, "--format", "json"],
        "diff": ["main", *of_content],
        "digest": ["--since", "2020-01-01", *edition],
        "evaluate": [str(folder / "judged.yaml"), *edition],
        "export": ["json", "--output", str(folder / "all.json"), *edition],
        "freeze": [str(folder / "copy"), "--jobs", "1", *edition],
        "list": of_output,
        "merge": [pegel, rufbus, "--dry-run", *of_content],
        "new": ["measure", "--template", *of_content],
        "prune": of_output,
        "publish": [str(current), *of_output],
        "rename": [rufbus, "musterstadt-bus", "--dry-run", *of_content],
        "retire": [pegel, "--reason", "Nie begonnen", "--dry-run", *of_content],
        "rollback": of_output,
        "schema": ["measure", *of_content],
        "search": ["Bus", *edition],
        "stale": ["--format", "json", *of_content],
        "stats": edition,
        "verify": edition,
        **{name: ["--help"] for name in HELP_ALONE},
    }


EACH = pytest.mark.parametrize("name", sorted(COMMANDS))


def test_there_is_a_call_of_every_command(calls: dict[str, list[str]]) -> None:
    assert calls.keys() == COMMANDS.keys()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@EACH
def test_a_full_disk_is_told_in_one_sentence(calls: dict[str, list[str]], name: str) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*CALL, name, *calls[name]], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        "Fehler: Die Ausgabe des Befehls lässt sich nicht schreiben: "
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@EACH
def test_a_reader_that_goes_away_ends_it_quietly(calls: dict[str, list[str]], name: str) -> None:
    read, written = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*CALL, name, *calls[name]], stdout=written, stderr=subprocess.PIPE, text=True, check=False
        )
    finally:
        os.close(written)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("closed", ["<&- >&-", "<&- >&- 2>&-"], ids=["output", "errors too"])
@EACH
def test_whoever_closes_the_output_hears_nothing(calls: dict[str, list[str]], name: str, closed: str) -> None:
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", *CALL, name, *calls[name]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    ],
    ids=["C locale", "latin-1"],
)
@EACH
def test_letters_that_the_output_does_not_have_are_replaced(
    calls: dict[str, list[str]], name: str, settings: dict[str, str]
) -> None:
    done = subprocess.run(
        [*CALL, name, *calls[name]], env=os.environ | settings, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode("latin-1")
    assert done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_the_help_of_all_commands_can_be_told_in_any_encoding(encoding: str) -> None:
    named = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run([*CALL, "--help"], env=named, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(encoding)
    assert done.stdout
    assert b"Traceback" not in done.stderr
