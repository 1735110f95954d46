"""A build may be killed at any moment, or meet another build: the current edition is always whole."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from catalogue.edition import build, open_edition
from catalogue.edition.publishing import UNFINISHED, remove_leftovers
from tests.catalogue.edition.conftest import assert_whole
from tests.small_content import MEASURE

KILLS = 50

PATIENCE_SECONDS = 30

PROCESSES = multiprocessing.get_context("forkserver")
"""New processes come from one that has imported everything, so that what is killed is building."""

PROCESSES.set_forkserver_preload(
    ["catalogue.edition", "catalogue.edition.database", "catalogue.edition.search_documents", __name__]
)


def build_in_a_group(content: Path, output: Path) -> None:
    """Build, so that this process and its child can be killed at once."""
    os.setsid()
    build(content, output, jobs=2)


def start_build(content: Path, output: Path) -> Any:
    """Start a build in a process of its own."""
    process = PROCESSES.Process(target=build_in_a_group, args=(content, output))
    process.start()
    return process


def statuses(processes: list[Any]) -> list[int]:
    """How processes ended."""
    for process in processes:
        process.join(PATIENCE_SECONDS)
    return [process.exitcode for process in processes]


def kill(pid: int, with_child: bool) -> None:
    """Kill a build; alone, or together with the process that writes the database."""
    with suppress(ProcessLookupError):
        (os.killpg if with_child else os.kill)(pid, signal.SIGKILL)
        return
    with suppress(ProcessLookupError):  # so young that it has no group yet
        os.kill(pid, signal.SIGKILL)


def change(content: Path, number: int) -> None:
    """Make the content another, so that there is something to build."""
    file = content / MEASURE
    lines = file.read_text("utf-8").split("\n")
    lines = [f"title: Rufbus {number}" if line.startswith("title:") else line for line in lines]
    file.write_text("\n".join(lines), "utf-8")


def leftovers(output: Path) -> list[Path]:
    """What a finished build leaves behind, and should not."""
    return [*output.glob(f"editions/*{UNFINISHED}"), *output.glob(".current*"), *output.glob("cache/*.*")]


def test_a_build_killed_at_any_moment_leaves_a_whole_edition(content, output):
    build(content, output)
    start_build(content, output).join()
    change(content, 0)
    started = time.perf_counter()
    assert statuses([start_build(content, output)]) == [0]
    seconds = time.perf_counter() - started
    moments = random.Random(20261123)
    seen, unfinished = set(), 0
    for number in range(1, KILLS + 1):
        if number % 10 == 0:
            assert statuses([start_build(content, output)]) == [0]
        change(content, number)
        process = start_build(content, output)
        time.sleep(moments.uniform(0, 1.1) * seconds)
        kill(process.pid, with_child=number % 2 == 0)
        process.join()
        unfinished += bool(leftovers(output))
        current = open_edition(output)
        assert_whole(current)
        seen.add(current.id)
    assert len(seen) >= KILLS // 10
    assert unfinished, "no build was killed half-way"
    assert_whole(build(content, output).edition)
    waited_until = time.monotonic() + PATIENCE_SECONDS
    while leftovers(output) and time.monotonic() < waited_until:  # an orphan may still be writing
        time.sleep(0.1)
        remove_leftovers(output)
    assert leftovers(output) == []


def test_builds_at_the_same_time_do_not_harm_each_other(content, output):
    assert statuses([start_build(content, output) for _ in range(4)]) == [0, 0, 0, 0]
    assert_whole(open_edition(output))
    assert len(list((output / "editions").iterdir())) == 1


def test_builds_of_different_content_at_the_same_time_both_succeed(content, output, tmp_path):
    other = shutil.copytree(content, tmp_path / "other")
    change(other, 7)
    processes = [start_build(folder, output) for folder in (content, other, content, other)]
    assert statuses(processes) == [0, 0, 0, 0]
    assert_whole(open_edition(output))
    assert len(list((output / "editions").iterdir())) == 2


def test_builds_that_push_each_other_out_of_the_kept_ones_all_succeed(content, output, tmp_path):
    folders = [shutil.copytree(content, tmp_path / f"content-{number}") for number in range(8)]
    for number, folder in enumerate(folders):
        change(folder, number)
    for _ in range(2):
        assert statuses([start_build(folder, output) for folder in folders]) == [0] * len(folders)
        assert_whole(open_edition(output))
        assert leftovers(output) == []
