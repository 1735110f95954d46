"""A build may be killed at any moment, or meet another build: the current edition is always whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from catalogue.edition import build, open_edition
from tests.catalogue.edition.conftest import assert_whole
from tests.small_content import MEASURE

KILLS = 50

BUILD = "import sys; from pathlib import Path; from catalogue.edition import build; build(Path(sys.argv[1]), Path(sys.argv[2]), jobs=2)"


def start_build(content: Path, output: Path) -> subprocess.Popen[bytes]:
    """Start a build in a process group of its own."""
    return subprocess.Popen([sys.executable, "-c", BUILD, str(content), str(output)], start_new_session=True)


def change(content: Path, number: int) -> None:
    """Make the content another, so that there is something to build."""
    file = content / MEASURE
    lines = file.read_text("utf-8").split("\n")
    lines = [f"title: Rufbus {number}" if line.startswith("title:") else line for line in lines]
    file.write_text("\n".join(lines), "utf-8")


def test_a_build_killed_at_any_moment_leaves_a_whole_edition(content, output):
    first = build(content, output).edition
    change(content, 0)
    started = time.perf_counter()
    start_build(content, output).wait()
    seconds = time.perf_counter() - started
    moments = random.Random(20261123)
    switched = set()
    for number in range(1, KILLS + 1):
        change(content, number)
        process = start_build(content, output)
        time.sleep(moments.uniform(0.3, 1.1) * seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        current = open_edition(output)
        assert_whole(current)
        switched.add(current.id)
    assert first.id not in switched or len(switched) > 1, "no build was allowed to finish"
    last = build(content, output)
    assert_whole(last.edition)
    assert not list((output / "editions").glob("*.part"))


def test_builds_at_the_same_time_do_not_harm_each_other(content, output):
    processes = [start_build(content, output) for _ in range(4)]
    assert [process.wait() for process in processes] == [0, 0, 0, 0]
    assert_whole(open_edition(output))
    assert len(list((output / "editions").iterdir())) == 1


def test_builds_of_different_content_at_the_same_time_both_succeed(content, output, tmp_path):
    import shutil

    other = shutil.copytree(content, tmp_path / "other")
    change(other, 7)
    processes = [start_build(folder, output) for folder in (content, other, content, other)]
    assert [process.wait() for process in processes] == [0, 0, 0, 0]
    assert_whole(open_edition(output))
    assert len(list((output / "editions").iterdir())) == 2
