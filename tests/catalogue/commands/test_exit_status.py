"""What an operator's script is told by the exit status: 0 if it was done, 1 if not, 2 if the command was not understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.edition import build
from tests.catalogue.commands.conftest import Run
from tests.small_content import MEASURE

OPERATING = {
    "freeze": ["{away}/copy", "--edition", "{output}"],
    "list": ["--output", "{output}"],
    "prune": ["--output", "{output}"],
    "publish": ["{output}", "--output", "{output}"],
    "rollback": ["--output", "{output}"],
    "verify": ["--edition", "{output}"],
}
"""A call of each command by which an operator works with editions."""

EACH = pytest.mark.parametrize("command", OPERATING)


@pytest.mark.parametrize("is_there", [True, False], ids=["empty folder", "no folder"])
@EACH
def test_without_an_edition_nothing_is_done_and_nothing_made(
    run: Run, tmp_path: Path, output: Path, command: str, is_there: bool
) -> None:
    if is_there:
        output.mkdir()
    done = run(command, *(word.format(output=output, away=tmp_path) for word in OPERATING[command]))
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"In „{output}“ ist keine " in done.stderr
    assert [*tmp_path.rglob("*")] == ([output] if is_there else [])


@EACH
def test_what_is_done_ends_with_0(
    run: Run, tmp_path: Path, content: Path, output: Path, command: str
) -> None:
    build(content, output)
    with (content / MEASURE).open("a") as measure:
        measure.write("\nNachtrag.\n")
    build(content, output)
    done = run(command, *(word.format(output=output, away=tmp_path) for word in OPERATING[command]))
    assert done.exit_code == 0, done.stderr
    assert "Fehler" not in done.stderr
    assert done.stdout


@EACH
def test_what_is_not_understood_ends_with_2(run: Run, command: str) -> None:
    assert run(command, "--gibt-es-nicht").exit_code == 2
