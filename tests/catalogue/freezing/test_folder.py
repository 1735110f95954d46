"""The folder of a copy: whole or not there, and nothing else is ever replaced."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from catalogue.freezing.folder import MARK, NotACopy, _locked, new_copy


def write(place: Path, text: str) -> None:
    with new_copy(place) as folder:
        (folder / "index.html").write_text(text, "utf-8")
        (folder / MARK).write_text(json.dumps({"edition": "a"}), "utf-8")


def write_half(place: Path) -> None:
    with new_copy(place) as folder:
        (folder / "index.html").write_text("zwei", "utf-8")
        raise KeyboardInterrupt


def write_late(place: Path) -> None:
    with new_copy(place) as folder:
        (folder / "index.html").touch()
        place.mkdir()
        (place / "meins.txt").touch()


def test_a_new_copy_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    place = tmp_path / "neu hier" / "Kopie für später"
    write(place, "eins")
    (place / "alt.html").touch()
    write(place, "zwei")
    assert (place / "index.html").read_text("utf-8") == "zwei"
    assert not (place / "alt.html").exists()
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_until_it_is_whole_the_old_one_stays_and_nothing_lies_about(tmp_path: Path) -> None:
    place = tmp_path / "kopie"
    write(place, "eins")
    with pytest.raises(KeyboardInterrupt):
        write_half(place)
    assert (place / "index.html").read_text("utf-8") == "eins"
    assert [path.name for path in tmp_path.iterdir()] == ["kopie"]


def test_a_folder_that_is_no_copy_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "meins.txt").write_text("wichtig", "utf-8")
    with pytest.raises(NotACopy):
        write(tmp_path, "eins")
    assert [path.name for path in tmp_path.iterdir()] == ["meins.txt"]


def test_nor_is_a_file_or_one_that_only_seems_a_copy(tmp_path: Path) -> None:
    file = tmp_path / "datei"
    file.touch()
    seeming = tmp_path / "scheinbar"
    seeming.mkdir()
    (seeming / MARK).write_text("[]", "utf-8")
    for place in (file, seeming):
        with pytest.raises(NotACopy):
            write(place, "eins")


def test_what_comes_there_meanwhile_stays_too(tmp_path: Path) -> None:
    place = tmp_path / "kopie"
    with pytest.raises(NotACopy):
        write_late(place)
    assert (place / "meins.txt").exists()


@pytest.mark.parametrize("renames", [1, 2], ids=["before the new one has its place", "after it"])
def test_killed_while_copies_change_places_the_next_one_finds_a_copy_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    place = tmp_path / "kopie"
    write(place, "eins")
    if (child := os.fork()) == 0:
        rename, done = Path.rename, 0

        def and_be_killed(path: Path, target: Path) -> Path:
            nonlocal done
            rename(path, target)
            done += 1
            if done == renames:
                os.kill(os.getpid(), signal.SIGKILL)
            return target

        monkeypatch.setattr(Path, "rename", and_be_killed)
        write(place, "zwei")
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    assert len([*tmp_path.glob(".kopie-*.old")]) == 1
    with pytest.raises(KeyboardInterrupt):
        write_half(place)
    assert (place / "index.html").read_text("utf-8") == ("eins" if renames == 1 else "zwei")
    assert [path.name for path in tmp_path.iterdir()] == ["kopie"]


def test_what_is_being_put_in_its_place_by_another_is_left_alone(tmp_path: Path) -> None:
    place, part, old = (tmp_path / name for name in ("kopie", ".kopie-x.part", ".kopie-x.old"))
    for folder in (part, old):
        folder.mkdir()
    with _locked(part):
        write(place, "zwei")
        assert part.exists()
        assert old.exists()
