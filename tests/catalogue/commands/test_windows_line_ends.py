"""Files whose lines end as under Windows, and paths with backslashes, come to no harm in any command."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.reading.content import read_content
from tests.catalogue.commands.conftest import Run
from tests.repository import git
from tests.small_content import KNOWLEDGE, MEASURE, OTHER_MEASURE

CRLF = b"\r\n"


@pytest.fixture
def windows(content: Path) -> Path:
    """A content folder all of whose lines end with CRLF."""
    for file in content.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes().replace(b"\n", CRLF))
    return content


def has_one_end(file: Path) -> bool:
    data = file.read_bytes()
    return CRLF not in data or b"\n" not in data.replace(CRLF, b"")


def entries_of(content: Path) -> dict[str, object]:
    return {file.path: file.entry for file in read_content(content).files}


def test_check_warns_and_finds_no_error(run: Run, windows: Path) -> None:
    told = run("check", windows / MEASURE, "--content", windows)
    assert told.exit_code == 0
    assert "[line-ends]" in told.stdout


def test_format_writes_line_feeds_and_changes_no_value(run: Run, windows: Path) -> None:
    before = entries_of(windows)
    assert run("format", "--content", windows).exit_code == 0
    assert entries_of(windows) == before
    assert not [file for file in windows.rglob("*.md") if CRLF in file.read_bytes()]
    assert run("format", "--check", "--content", windows).exit_code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("rename", "musterstadt-rufbus", "musterstadt-bus"),
        ("retire", "musterstadt-pegel", "--reason", "Nie begonnen"),
        ("merge", "musterstadt-pegel", "musterstadt-rufbus"),
    ],
)
def test_what_is_spliced_in_ends_like_the_rest(run: Run, windows: Path, command: tuple[str, ...]) -> None:
    result = run(*command, "--content", windows)
    assert result.exit_code == 0, result.output
    assert [file for file in windows.rglob("*") if file.is_file() and not has_one_end(file)] == []
    assert run("check", "--content", windows).exit_code == 0


def test_rename_keeps_the_line_ends(run: Run, windows: Path) -> None:
    run("rename", "musterstadt-rufbus", "musterstadt-bus", "--content", windows)
    assert CRLF in (windows / MEASURE.replace("rufbus", "bus")).read_bytes()


def test_import_changes_what_the_table_says_and_nothing_else(run: Run, windows: Path, tmp_path: Path) -> None:
    before = entries_of(windows)
    table = tmp_path / "measures.csv"
    table.write_bytes(b'id;subtitle;lessons\r\nmusterstadt-pegel;Neu;"Eins\r\nZwei"\r\n')
    assert run("import", table, "--update", "--content", windows).exit_code == 0
    after = entries_of(windows)
    assert {path for path in after if after[path] != before[path]} == {OTHER_MEASURE}
    changed = read_content(windows).measures["musterstadt-pegel"]
    assert (changed.subtitle, [one.text for one in changed.lessons]) == ("Neu", ["Eins", "Zwei"])
    assert has_one_end(windows / OTHER_MEASURE)


def test_diff_tells_no_change_where_only_line_ends_differ(run: Run, content: Path) -> None:
    git(content, "init", "-q")
    git(content, "add", ".")
    git(content, "commit", "-q", "-m", "first")
    file = content / MEASURE
    file.write_bytes(file.read_bytes().replace(b"\n", CRLF))
    told = run("diff", "HEAD", "--content", content)
    assert told.exit_code == 0, told.output
    assert "Geändert: " not in told.stdout


def test_a_path_may_be_written_with_backslashes(run: Run, content: Path) -> None:
    windows_path = str(content / KNOWLEDGE).replace("/", "\\")
    for command in ("check", "format"):
        assert run(command, windows_path, "--content", content).exit_code == 0
    assert run("check", "gibt\\es\\nicht.md", "--content", content).exit_code == 2
