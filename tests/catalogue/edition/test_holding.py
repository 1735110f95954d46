"""Who reads an edition holds it, though its files are read-only and may belong to somebody else."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from catalogue.edition import EditionMissing, build, open_edition
from catalogue.edition.holding import Hold, kept_from_readers
from catalogue.edition.publishing import KEPT_EDITIONS
from tests.small_content import MEASURE

ANOTHER_USER = 65534
"""The number of the user `nobody`."""


def build_many(content: Path, output: Path) -> None:
    """Build so many editions that the first is one too many."""
    for number in range(KEPT_EDITIONS + 1):
        with (content / MEASURE).open("a") as file:
            file.write(f"\nNachtrag {number}.\n")
        build(content, output)


def test_an_edition_stays_until_the_last_reader_lets_go(content, output):
    first = build(content, output).edition
    one, other = Hold(first), Hold(first)
    build_many(content, output)
    one.close()
    build_many(content, output)
    assert first.folder.is_dir()
    other.close()
    build_many(content, output)
    assert not first.folder.exists()


def test_an_edition_that_is_gone_cannot_be_held(content, output):
    first = build(content, output).edition
    build_many(content, output)
    with pytest.raises(EditionMissing):
        Hold(first)


def test_who_comes_while_an_edition_is_removed_does_not_get_it(content, output):
    edition = build(content, output).edition
    with ThreadPoolExecutor(1) as reader:
        with kept_from_readers(edition.folder) as free:
            assert free
            coming = reader.submit(Hold, edition)
            time.sleep(0.3)
            assert not coming.done()
            edition.folder.rename(edition.folder.with_name("gone"))
        with pytest.raises(EditionMissing):
            coming.result()


def test_a_hold_knows_whether_its_edition_was_made_anew(content, output):
    edition = build(content, output).edition
    hold = Hold(edition)
    assert hold.is_there()
    edition.folder.rename(edition.folder.with_name("gone"))
    assert not hold.is_there()
    build(content, output)
    assert not hold.is_there()


def test_an_edition_in_parts_is_held_by_nobody(tmp_path):
    with kept_from_readers(tmp_path) as free:
        assert free


@pytest.mark.skipif(os.getuid() != 0, reason="only root may become another user")
def test_who_may_only_read_holds_an_edition_too(content, output):
    first = build(content, output).edition
    for folder in (first.folder, *first.folder.parents):
        if folder.stat().st_mode & 0o5 != 0o5:
            folder.chmod(folder.stat().st_mode | 0o55)
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(ANOTHER_USER)
            hold = Hold(open_edition(output))
            os.write(told, b"held" if hold.is_there() else b"gone")
            signal.pause()
        finally:
            os._exit(1)
    os.close(told)
    assert os.read(heard, 4) == b"held"
    build_many(content, output)
    assert first.folder.is_dir()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    build_many(content, output)
    assert not first.folder.exists()
