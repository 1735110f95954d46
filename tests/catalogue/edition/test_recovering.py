"""What earlier builds, other versions, a full disk or a careless hand have left does not reach the reader."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalogue.edition import EditionMissing, build, open_edition, pipeline
from catalogue.edition.publishing import KEPT_EDITIONS, remove_leftovers, unfinished_folder
from catalogue.edition.reader import FORMAT
from tests.catalogue.edition.conftest import assert_whole
from tests.small_content import MEASURE, OTHER_MEASURE


def change(content: Path, number: int) -> None:
    file = content / OTHER_MEASURE
    file.write_text(file.read_text("utf-8") + f"\nNachtrag {number}.\n", "utf-8")


@pytest.mark.parametrize("lost", ["catalogue.db", "index", "manifest.json"])
def test_an_edition_that_has_lost_a_part_is_built_again(content, output, lost):
    first = build(content, output).edition
    path = first.folder / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    again = build(content, output)
    assert again.fresh
    assert_whole(again.edition)
    assert [folder.name for folder in (output / "editions").iterdir()] == [first.id]


def test_an_edition_of_another_format_counts_as_none(content, output):
    edition = build(content, output).edition
    path = edition.folder / "manifest.json"
    path.chmod(0o644)
    path.write_text(json.dumps({**edition.manifest, "format": FORMAT + 1}), "utf-8")
    with pytest.raises(EditionMissing):
        open_edition(output)
    assert build(content, output).fresh


@pytest.mark.parametrize("manifest", ["", "[]", "null", "{", '{"id": 1}'])
def test_a_damaged_manifest_counts_as_no_edition(tmp_path, manifest):
    (tmp_path / "manifest.json").write_text(manifest, "utf-8")
    with pytest.raises(EditionMissing):
        open_edition(tmp_path)


def test_a_link_to_nothing_counts_as_no_edition(content, output):
    shutil.rmtree(build(content, output).edition.folder)
    with pytest.raises(EditionMissing):
        open_edition(output)
    assert_whole(build(content, output).edition)


def test_a_copy_whose_link_became_a_folder_can_be_read(content, output, tmp_path):
    edition = build(content, output).edition
    copy = tmp_path / "copy"
    shutil.copytree(edition.folder, copy / "current")
    assert open_edition(copy).id == edition.id


def test_the_current_edition_is_kept_though_the_clock_was_turned_back(content, output):
    future = time.time() + 10_000
    for number in range(KEPT_EDITIONS + 2):
        folder = build(content, output).edition.folder
        os.utime(folder, (future, future))
        change(content, number)
    assert_whole(build(content, output).edition)
    assert_whole(open_edition(output))


def test_a_build_at_work_is_no_leftover(output):
    (output / "editions").mkdir(parents=True)
    with unfinished_folder(output) as part:
        remove_leftovers(output)
        assert part.exists()
    assert not part.exists()


def test_all_kinds_of_leftovers_are_removed(content, output):
    build(content, output)
    half = [output / "editions" / "tmpabc.part", output / "editions" / "0123456789ab-1.part"]
    for folder in half:
        folder.mkdir()
    (half[0] / "catalogue.db").write_bytes(b"half")
    link = output / ".current-1234"
    link.symlink_to("editions/none")
    cache = output / "cache" / "reading-0123456789ab.1234"
    cache.write_bytes(b"half")
    build(content, output)
    assert [path for path in (*half, cache) if path.exists()] == []
    assert not link.is_symlink()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_is_an_error_of_the_system_and_changes_nothing(content, output, monkeypatch, jobs):
    first = build(content, output).edition
    change(content, 1)

    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("catalogue.edition.database.write_database", full)
    with pytest.raises(OSError, match="disk is full"):
        build(content, output, jobs=jobs)
    assert open_edition(output) == first
    assert [folder.name for folder in (output / "editions").iterdir()] == [first.id]


def test_a_limit_on_the_size_of_files_is_met_in_the_same_way(content, output):
    first = build(content, output).edition
    change(content, 1)
    command = [sys.executable, "-c", "from catalogue.cli import main; main()", "build"]
    done = subprocess.run(
        [*command, "--content", str(content), "--output", str(output)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Die Ausgabe lässt sich nicht schreiben" in done.stderr
    assert "Traceback" not in done.stderr
    assert open_edition(output) == first


def test_a_failure_of_the_second_process_is_raised_as_it_was(content, output, monkeypatch):
    monkeypatch.setattr(pipeline, "write_tables", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(content, output, jobs=2)


def test_the_death_of_the_second_process_is_noticed(content, output, monkeypatch):
    monkeypatch.setattr(pipeline, "write_tables", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(ChildProcessError):
        build(content, output, jobs=2)
    assert list((output / "editions").iterdir()) == []


def test_an_interrupt_ends_both_processes_and_leaves_nothing(content, output, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "write_search", interrupted)
    monkeypatch.setattr(pipeline, "write_tables", lambda *_: time.sleep(600))
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        build(content, output, jobs=2)
    assert time.monotonic() - started < 60
    assert list((output / "editions").iterdir()) == []


def test_hidden_files_do_not_make_another_edition(content, output):
    first = build(content, output).edition
    (content / "measures" / ".rufbus.md.swp").write_bytes(b"x")
    (content / ".git").mkdir()
    (content / ".git" / "index").write_bytes(b"x")
    assert build(content, output).edition.id == first.id


def test_an_edition_is_of_the_content_that_was_checked(content, output):
    """The manifest, the table `edition` and the folder tell the same id and checksum."""
    edition = build(content, output).edition
    rows = dict(sqlite3.connect(edition.database).execute("SELECT key, value FROM edition"))
    assert rows["id"] == edition.id == edition.folder.name
    assert rows["content_sha256"] == edition.manifest["content_sha256"]
    file = content / MEASURE
    file.write_bytes(file.read_bytes() + b"\n")
    assert build(content, output).edition.manifest["content_sha256"] != rows["content_sha256"]
