"""`catalogue build`: what it prints, and how it ends."""

from __future__ import annotations

import os
import pty
import re
import sys
from pathlib import Path

import pytest

from catalogue.edition import open_edition
from tests.catalogue.commands.conftest import Run
from tests.small_content import MEASURE, PROJECT

PATIENCE_SECONDS = 60


def spoil(content: Path) -> None:
    file = content / MEASURE
    file.write_text(file.read_text("utf-8").replace("status: betrieb", "status: bertieb"), "utf-8")


def test_it_prints_counts_time_and_the_edition(run: Run, content: Path, output: Path) -> None:
    result = run("build", "--content", content, "--output", output)
    assert result.exit_code == 0
    counts, without_git, edition = result.stdout.splitlines()
    assert without_git.startswith("Ohne Versionsgeschichte")
    assert counts == (
        "1 Modellprojekt, 2 Maßnahmen, 1 Lösung, 1 Wissenseintrag, 2 Kommunen; 0 Fehler, 0 Warnungen"
    )
    found = re.fullmatch(r"Ausgabe ([0-9a-f]{12}) gebaut in \d+\.\d s: .+", edition)
    assert found
    assert open_edition(output).id == found[1]


def test_in_a_pipe_it_tells_each_stage_in_a_line(run: Run, content: Path, output: Path) -> None:
    result = run("build", "--content", content, "--output", output)
    assert re.fullmatch(r"Lesen: \d+\nSuchindex: 7\n", result.stderr)


def test_a_second_build_says_that_nothing_was_to_do(run: Run, content: Path, output: Path) -> None:
    first = run("build", "--content", content, "--output", output)
    again = run("build", "--content", content, "--output", output)
    assert " gebaut in " in first.stdout
    assert " war schon gebaut in " in again.stdout


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_processes_gives_the_same(run: Run, content: Path, output: Path, jobs: int) -> None:
    assert run("build", "--content", content, "--output", output, "--jobs", jobs).exit_code == 0
    other = output.parent / "other"
    assert run("build", "--content", content, "--output", other, "--jobs", 3 - jobs).exit_code == 0
    assert open_edition(output).database.read_bytes() == open_edition(other).database.read_bytes()


def test_errors_are_printed_and_the_edition_stays(run: Run, content: Path, output: Path) -> None:
    run("build", "--content", content, "--output", output)
    before = open_edition(output)
    spoil(content)
    result = run("build", "--content", content, "--output", output)
    assert result.exit_code == 1
    assert f"{content / MEASURE}:11:9: " in result.stderr
    assert "1 Fehler: nichts gebaut, die bisherige Ausgabe bleibt unverändert." in result.stderr
    assert open_edition(output) == before


def test_warnings_are_printed_and_do_not_stop_it(run: Run, content: Path, output: Path) -> None:
    file = content / PROJECT
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    result = run("build", "--content", content, "--output", output)
    assert result.exit_code == 0
    assert "[byte-order-mark]" in result.stderr
    assert "0 Fehler, 1 Warnung" in result.stdout


def test_without_content_it_is_wrong_use(run: Run, tmp_path: Path) -> None:
    result = run("build", "--content", tmp_path / "none", "--output", tmp_path / "build")
    assert result.exit_code == 2
    assert "--content" in result.stderr
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("inside", ["", "build", "measures/../build"])
def test_editions_do_not_go_among_the_entries(run: Run, content: Path, inside: str) -> None:
    files = sorted(content.rglob("*"))
    result = run("build", "--content", content, "--output", content / inside)
    assert result.exit_code == 2
    assert "--output" in result.stderr
    assert sorted(content.rglob("*")) == files


def test_an_output_that_is_a_file_is_told_in_german(run: Run, content: Path, output: Path) -> None:
    output.write_text("x")
    result = run("build", "--content", content, "--output", output)
    assert result.exit_code == 1
    assert result.stderr.startswith("Fehler: Die Ausgabe lässt sich nicht schreiben: ")


def in_a_terminal(content: Path, output: Path, press: bytes = b"", when: bytes = b"") -> tuple[int, str]:
    """Build in a terminal, pressing a key as soon as `when` is seen: exit status, and what was shown."""
    try:
        pid, terminal = pty.fork()
    except OSError:
        pytest.skip("this machine gives no pseudo-terminals")
    if pid == 0:
        call = f"from catalogue.cli import main; main(['build', '--content', {str(content)!r}, '--output', {str(output)!r}])"
        os.execv(sys.executable, [sys.executable, "-c", call])
    shown = b""
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:
            break
        if not more:
            break
        shown += more
        if press and when in shown:
            os.write(terminal, press)
            press = b""
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def test_in_a_terminal_it_shows_bars_and_comes_to_an_end(content: Path, output: Path) -> None:
    status, shown = in_a_terminal(content, output)
    assert status == 0
    assert "Suchindex" in shown
    assert "━" in shown
    assert "2 Maßnahmen" in shown


def test_ctrl_c_ends_it_in_one_sentence(content: Path, output: Path) -> None:
    status, shown = in_a_terminal(content, output, press=b"\x03", when=b"Lesen")
    assert status in (0, 130), "0 if the key came too late"
    assert "Traceback" not in shown
    if status:
        assert "Abgebrochen: Die bisherige Ausgabe bleibt unverändert." in shown
    assert not list(output.glob("editions/*.part"))
