"""A process of its own builds again and again, says what is wrong, and ends with whoever started it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from catalogue.edition import build, open_edition
from catalogue.edition.build_process import RUN, BuildProcess
from tests.catalogue.edition.test_incremental import differing_files
from tests.small_content import MEASURE


def test_each_build_is_the_edition_that_any_other_process_makes(
    content: Path, output: Path, tmp_path: Path
) -> None:
    builder = BuildProcess(content, output)
    file = content / MEASURE
    good = file.read_text("utf-8")
    for word in ("Nachtbus", "Tagbus", "Nachtbus"):
        file.write_text(good.replace("title: Rufbus", f"title: {word}"), "utf-8")
        report = builder.build()
        assert report.faults == ()
        made = open_edition(output)
        assert (
            differing_files(
                made.folder, build(content, tmp_path / word / str(time.monotonic_ns())).edition.folder
            )
            == []
        )


def test_errors_are_told_and_gone_when_mended(content: Path, output: Path) -> None:
    builder = BuildProcess(content, output)
    file = content / MEASURE
    good = file.read_text("utf-8")
    assert "gebaut" in builder.build().said
    assert builder.build().said == ""
    file.write_text(good.replace("status: betrieb", "status: betreib"), "utf-8")
    report = builder.build()
    (fault,) = report.faults
    assert (fault.path, fault.code) == (str(file), "unknown-term")
    assert "betreib" in report.said
    file.write_text(good, "utf-8")
    assert builder.build().faults == ()


def test_a_process_that_died_is_started_again(content: Path, output: Path) -> None:
    builder = BuildProcess(content, output)
    builder.build()
    assert builder._process
    builder._process.kill()
    builder._process.wait()
    (content / MEASURE).write_text((content / MEASURE).read_text("utf-8") + "\nNoch ein Satz.\n", "utf-8")
    assert "gebaut" in builder.build().said


def test_it_ends_when_nobody_is_there_to_ask(content: Path, output: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, str(content), str(output)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.communicate(timeout=60)
    assert process.returncode == 0
