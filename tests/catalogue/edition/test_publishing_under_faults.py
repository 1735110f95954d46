"""Publishing may be killed, run out of space or meet a folder that it may only read: the current edition is always whole."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.edition import Edition, build, open_edition
from catalogue.edition.proving import prove
from catalogue.edition.publishing import EDITIONS, UNFINISHED, remove_leftovers, switch, take_in
from catalogue.reading.system_reasons import named_reason
from tests.catalogue.edition.conftest import assert_whole
from tests.small_content import MEASURE, write_small_content

KILLS = 30

COMMAND = [sys.executable, "-c", "from catalogue.cli import main; main()"]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """Two editions that were built elsewhere."""
    folder = tmp_path_factory.mktemp("elsewhere")
    content = write_small_content(folder / "content")
    made = [build(content, folder / "build").edition]
    with (content / MEASURE).open("a") as file:
        file.write("\nNachtrag.\n")
    return [*made, build(content, folder / "build").edition]


def publish(output: Path, edition: Edition) -> None:
    """What `catalogue publish` does."""
    assert switch(output, take_in(output, edition, prove).folder)


def start_publishing(output: Path, edition: Edition) -> int:
    """Publish in a process of its own; gives its number."""
    child = os.fork()
    if child == 0:
        try:
            publish(output, edition)
        finally:
            os._exit(0)
    return child


def test_publishing_killed_at_any_moment_leaves_a_whole_edition(
    editions: list[Edition], output: Path
) -> None:
    first, second = editions
    publish(output, first)
    started = time.perf_counter()
    os.waitpid(start_publishing(output, second), 0)
    seconds = time.perf_counter() - started
    moments, ends = random.Random(20261130), set()
    for _ in range(KILLS):
        publish(output, first)
        shutil.rmtree(output / EDITIONS / second.id, ignore_errors=True)
        child = start_publishing(output, second)
        time.sleep(moments.uniform(0, 1.1) * seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        ends.add((open_edition(output).id, bool([*output.glob(f"{EDITIONS}/*{UNFINISHED}")])))
        assert_whole(open_edition(output))
    assert (first.id, True) in ends, "nothing was killed half-way"
    remove_leftovers(output)
    assert {folder.name for folder in (output / EDITIONS).iterdir()} <= {first.id, second.id}


def test_on_a_full_disk_nothing_is_published_and_nothing_stays(editions: list[Edition], output: Path) -> None:
    """A limit on the size of files fails a copy in its middle, as a full disk does."""
    publish(output, editions[0])
    done = subprocess.run(
        [*COMMAND, "publish", str(editions[1].folder), "--output", str(output)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Fehler: Die Ausgabe lässt sich nicht lesen oder schreiben: ")
    assert len(done.stderr) < 400, "one sentence, however many files did not fit"
    assert [folder.name for folder in (output / EDITIONS).iterdir()] == [editions[0].id]
    assert open_edition(output).id == editions[0].id


LIKE_ANYBODY = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.getuid() == 0 else []
"""What root's own commands begin with so that the rights of files hold for them too."""

NEEDS_RIGHTS = pytest.mark.skipif(
    os.getuid() == 0 and shutil.which("setpriv") is None,
    reason="root may write everywhere (setpriv is missing)",
)


@pytest.fixture
def read_only(editions: list[Edition], output: Path) -> Iterator[Path]:
    """An output folder with two editions that nobody may write to, as on a disk mounted for reading."""
    for edition in editions:
        publish(output, edition)
    for folder in (output, output / EDITIONS):
        folder.chmod(0o555)
    yield output
    for folder in (output, output / EDITIONS):
        folder.chmod(0o755)


@NEEDS_RIGHTS
@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["list"], "aktuell"),
        (["verify", "--edition", "."], "in Ordnung"),
        (["search", "rufbus", "--edition", "."], "Rufbus"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_who_may_only_read_can_list_verify_and_search(read_only: Path, command: list[str], told: str) -> None:
    where = [str(read_only) if word == "." else word for word in command]
    where += ["--output", str(read_only)] if command == ["list"] else []
    done = run_like_anybody(where)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert told in done.stdout


@NEEDS_RIGHTS
@pytest.mark.parametrize("command", [["rollback"], ["publish"]], ids=lambda c: c[0])
def test_who_may_only_read_is_told_so_in_a_sentence_and_changes_nothing(
    read_only: Path, editions: list[Edition], command: list[str]
) -> None:
    what = [*command, str(read_only)] if command == ["publish"] else command
    done = run_like_anybody([*what, "--output", str(read_only)])
    assert done.returncode == 1
    assert done.stderr.startswith("Fehler: ")
    assert "Traceback" not in done.stderr
    assert open_edition(read_only).id == editions[1].id
    assert len([*(read_only / EDITIONS).iterdir()]) == 2


@NEEDS_RIGHTS
def test_who_may_only_read_prunes_nothing_and_is_told(read_only: Path) -> None:
    done = run_like_anybody(["prune", "--keep", "0", "--output", str(read_only)])
    assert done.returncode == 1
    assert "Rufen Sie den Befehl als der Benutzer auf, dem die Ausgaben gehören." in done.stderr
    assert len([*(read_only / EDITIONS).iterdir()]) == 2


def test_who_does_not_own_an_edition_is_told_which_and_changes_nothing(
    editions: list[Edition], output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder of a group everybody may write, but only its owner may date the folder of an edition."""
    for edition in editions:
        publish(output, edition)
    earlier = output / EDITIONS / editions[0].id

    def of_another(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")  # as the system does, without a name

    monkeypatch.setattr(os, "utime", of_another)
    with pytest.raises(PermissionError) as refused:
        switch(output, earlier)
    assert named_reason(refused.value) == f"{earlier}: das darf nur, wem es gehört"
    assert open_edition(output).id == editions[1].id


def run_like_anybody(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command for which the rights of files hold."""
    return subprocess.run([*LIKE_ANYBODY, *COMMAND, *arguments], capture_output=True, text=True, check=False)
