"""A build turns content into an edition and switches to it last."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

import search
from catalogue.edition import ContentFaulty, EditionMissing, build, open_edition, pipeline
from catalogue.edition.publishing import KEPT_EDITIONS
from tests.catalogue.edition.conftest import assert_whole
from tests.small_content import MEASURE


def change(content: Path, old: str, new: str) -> None:
    file = content / MEASURE
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_the_current_edition_is_whole_after_a_build(content, output):
    built = build(content, output)
    assert built.fresh
    assert open_edition(output) == built.edition
    assert_whole(built.edition)


def test_the_same_content_gives_the_same_edition_anywhere(content, output, tmp_path):
    moved = shutil.copytree(content, tmp_path / "elsewhere" / "content")
    one = build(content, output).edition
    other = build(moved, tmp_path / "other", jobs=2).edition
    assert one.id == other.id
    assert one.database.read_bytes() == other.database.read_bytes()
    assert one.metadata.read_bytes() == other.metadata.read_bytes()


def test_a_build_of_unchanged_content_does_nothing(content, output):
    first = build(content, output)
    again = build(content, output)
    assert not again.fresh
    assert again.edition == first.edition


def test_one_changed_byte_gives_another_edition_and_the_old_one_stays_readable(content, output):
    first = build(content, output).edition
    change(content, "Rufbus", "Rufbüs")
    second = build(content, output).edition
    assert second.id != first.id
    assert open_edition(output).id == second.id
    assert_whole(first)


def test_a_rebuild_that_reuses_equals_a_build_from_scratch(content, output, tmp_path):
    build(content, output)
    change(content, "title: ", "title: Neuer ")
    reused = build(content, output).edition
    scratch = build(content, tmp_path / "scratch").edition
    assert reused.database.read_bytes() == scratch.database.read_bytes()
    for query in ("Rufbus", "Neuer", "Hochwasser", ""):
        answers = [search.open_index(e.index).search(query, explain=True) for e in (reused, scratch)]
        assert answers[0] == answers[1]


def test_errors_in_the_content_change_nothing(content, output):
    first = build(content, output).edition
    change(content, "title:", "titel:")
    with pytest.raises(ContentFaulty) as fault:
        build(content, output)
    assert {p.code for p in fault.value.problems} == {"unknown-key"}
    assert open_edition(output) == first


def test_a_failure_in_the_middle_changes_nothing_and_leaves_nothing(content, output, monkeypatch):
    first = build(content, output).edition
    change(content, "Rufbus", "Rufbüs")
    monkeypatch.setattr(pipeline, "write_search", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(content, output)
    assert open_edition(output) == first
    assert [folder.name for folder in (output / "editions").iterdir()] == [first.id]


def test_what_a_killed_build_left_is_removed_by_the_next(content, output):
    build(content, output)
    left = output / "editions" / "abc.part"
    left.mkdir()
    (left / ".lock").touch()
    (left / "catalogue.db").write_bytes(b"half")
    build(content, output)
    assert not left.exists()


def test_only_the_newest_editions_are_kept_and_the_current_one_always(content, output):
    ids = []
    for number in range(KEPT_EDITIONS + 3):
        change(content, "title: ", f"title: {number} ")
        ids.append(build(content, output).edition.id)
    kept = {folder.name for folder in (output / "editions").iterdir()}
    assert len(kept) == 1 + KEPT_EDITIONS
    assert ids[-1] in kept
    assert ids[0] not in kept


def test_going_back_to_earlier_content_switches_back(content, output):
    first = build(content, output).edition
    change(content, "Rufbus", "Rufbüs")
    build(content, output)
    change(content, "Rufbüs", "Rufbus")
    back = build(content, output)
    assert back.edition == first
    assert not back.fresh
    assert open_edition(output) == first


def test_an_edition_cannot_be_written_by_accident(content, output):
    edition = build(content, output).edition
    for file in edition.folder.rglob("*"):
        if file.is_file():
            assert not stat.S_IMODE(file.stat().st_mode) & 0o222, file


def test_without_an_edition_opening_says_so(tmp_path):
    with pytest.raises(EditionMissing):
        open_edition(tmp_path)


def test_every_table_and_column_is_described(content, output):
    import json
    import sqlite3

    edition = build(content, output).edition
    described = json.loads(edition.metadata.read_text("utf-8"))["databases"]["catalogue"]["tables"]
    database = sqlite3.connect(edition.database)
    names = database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    for (name,) in names:
        if "_fts" in name or name.startswith("sqlite_"):
            continue
        assert described[name]["description"], name
        columns = [row[1] for row in database.execute(f"PRAGMA table_info([{name}])")]
        assert [c for c in columns if not described[name]["columns"].get(c)] == [], name
