"""`catalogue check`: what it prints in each format, for which paths, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalogue.cli import main
from tests.catalogue.conftest import Folder
from tests.small_content import FILES, MEASURE, PROJECT

LINE = re.compile(
    r"^(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<message>.+) \[(?P<code>[a-z0-9-]+)\]$"
)


@pytest.fixture
def faulty(folder: Folder) -> Folder:
    """A folder with an error in a measure and a warning in a project."""
    folder.replace(MEASURE, "status: betrieb", "status: bertieb")
    folder.write(PROJECT, b"\xef\xbb\xbf" + (folder.root / PROJECT).read_bytes())
    return folder


def run(folder: Folder, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--content", str(folder.root), *arguments])


def test_without_problems_it_prints_only_how_much_was_checked(folder: Folder) -> None:
    result = run(folder)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert re.fullmatch(r"\d+ Dateien geprüft: 0 Fehler, 0 Warnungen\.\n", result.stderr)


def test_errors_are_lines_that_tools_can_read(faulty: Folder) -> None:
    result = run(faulty)
    found = [LINE.match(line) for line in result.stdout.splitlines()]
    assert [match and match["code"] for match in found] == ["unknown-term", "byte-order-mark"]
    assert found[0]
    assert found[0]["path"] == str(faulty.root / MEASURE)
    assert (found[0]["line"], found[0]["column"]) == ("11", "9")
    assert result.exit_code == 1


def test_errors_and_warnings_are_told_apart(faulty: Folder) -> None:
    error, warning = run(faulty).stdout.splitlines()
    assert "Warnung: " not in error
    assert "Warnung: " in warning
    assert "1 Fehler, 1 Warnung" in run(faulty).stderr


def test_warnings_alone_are_no_failure(folder: Folder) -> None:
    folder.write(MEASURE, FILES[MEASURE].replace("\n", "\r\n"))
    result = run(folder)
    assert "[line-ends]" in result.stdout
    assert result.exit_code == 0


def test_json_has_the_facts_of_each_problem(faulty: Folder) -> None:
    error, warning = json.loads(run(faulty, "--format", "json").stdout)
    assert error["path"] == str(faulty.root / MEASURE)
    assert (error["line"], error["column"], error["code"]) == (11, 9, "unknown-term")
    assert (error["severity"], warning["severity"]) == ("error", "warning")
    assert "Meinten Sie „betrieb“?" in error["message"]


def test_github_shows_problems_beside_the_line(faulty: Folder) -> None:
    error, warning = run(faulty, "--format", "github").stdout.splitlines()
    assert error.startswith(
        f"::error file={faulty.root / MEASURE},line=11,col=9,title=unknown-term::Den Begriff"
    )
    assert warning.startswith(f"::warning file={faulty.root / PROJECT},line=1,col=1,title=byte-order-mark::")


def test_gitlab_gets_a_code_quality_report(faulty: Folder) -> None:
    error, warning = json.loads(run(faulty, "--format", "gitlab").stdout)
    assert error["location"] == {
        "path": str(faulty.root / MEASURE),
        "positions": {"begin": {"line": 11, "column": 9}},
    }
    assert (error["severity"], warning["severity"]) == ("major", "minor")
    assert error["check_name"] == "unknown-term"
    assert error["fingerprint"] != warning["fingerprint"]


@pytest.mark.parametrize("form", ["json", "gitlab"])
def test_reports_without_problems_are_empty_lists(folder: Folder, form: str) -> None:
    result = run(folder, "--format", form)
    assert json.loads(result.stdout) == []
    assert result.exit_code == 0


def test_only_the_named_files_are_reported_but_all_are_checked(faulty: Folder) -> None:
    result = run(faulty, str(faulty.root / MEASURE))
    assert [line.split(" ")[-1] for line in result.stdout.splitlines()] == ["[unknown-term]"]
    assert result.exit_code == 1


def test_an_error_elsewhere_does_not_fail_the_named_files(faulty: Folder) -> None:
    result = run(faulty, str(faulty.root / "projects"))
    assert [line.split(" ")[-1] for line in result.stdout.splitlines()] == ["[byte-order-mark]"]
    assert result.exit_code == 0


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab"])
def test_errors_outside_the_named_paths_are_counted_and_placed(folder: Folder, form: str) -> None:
    new = MEASURE.replace("rufbus", "anrufbus")
    (folder.root / MEASURE).rename(folder.root / new)
    folder.replace(new, "id: musterstadt-rufbus", "id: musterstadt-anrufbus")
    result = run(folder, str(folder.root / new), "--format", form)
    assert "Außerhalb der genannten Pfade: 1 Fehler in " in result.stderr
    assert str(folder.root / "solutions/rufbus-baukasten.md") in result.stderr
    assert result.exit_code == 0


def test_of_many_files_outside_the_named_paths_the_first_are_named(folder: Folder) -> None:
    for n in range(15):
        folder.write(f"projects/p{n:02}.yaml", "")
    told = run(folder, str(folder.root / MEASURE)).stderr
    assert "15 Fehler in " in told
    assert "p09.yaml und 5 weiteren Dateien" in told


def test_nothing_is_told_of_other_paths_that_have_no_errors(folder: Folder) -> None:
    assert "Außerhalb" not in run(folder, str(folder.root / MEASURE)).stderr


def test_a_reference_is_checked_against_files_that_are_not_named(folder: Folder) -> None:
    folder.replace(MEASURE, "[musterstadt-pegel]", "[musterstadt-pegl]")
    result = run(folder, str(folder.root / MEASURE))
    assert "Meinten Sie „musterstadt-pegel“?" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gibt-es-nicht.md"], "Den Pfad „gibt-es-nicht.md“ gibt es nicht."),
        (["/"], "liegt nicht im Ordner"),
        (["--format", "xml"], "xml"),
        (["--content", "gibt-es-nicht"], "Den Ordner „gibt-es-nicht“ gibt es nicht."),
        (["--unbekannt"], "--unbekannt"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(folder: Folder, arguments: list[str], told: str) -> None:
    result = run(folder, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(("spoil", "status"), [("", 0), ("[", 1)])
def test_the_exit_status_of_the_real_command(folder: Folder, spoil: str, status: int) -> None:
    if spoil:
        folder.write(PROJECT, spoil)
    done = check_process(folder, {})
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith(f"{Path('content') / PROJECT}:1:1: " if spoil else "")


def test_a_terminal_without_umlauts_is_no_reason_to_fail(folder: Folder) -> None:
    folder.write(PROJECT, "")
    done = check_process(folder, {"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "[empty-file]" in done.stdout


def check_process(folder: Folder, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the command as an editor does, beside the content folder."""
    return subprocess.run(
        [sys.executable, "-c", "from catalogue.cli import main; main()", "check"],
        cwd=folder.root.parent,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
