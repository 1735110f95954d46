"""Files that did not change are not read again, and the result is the same as if they had been."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import check
from catalogue.reading import content as reading
from catalogue.reading.cache import ReadingCache
from catalogue.reading.content import Content, read_content
from tests.catalogue.conftest import Folder
from tests.small_content import FILES, MEASURE, OTHER_MEASURE, PROJECT


def read_with(path: Path, folder: Folder) -> Content:
    cache = ReadingCache(path)
    content = read_content(folder.root, cache=cache)
    cache.save()
    return content


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "reading-1"


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are really read while the test runs."""
    names: list[str] = []
    original = reading.read_entry_file

    def spy(relative, model, data):  # type: ignore[no-untyped-def]
        names.append(relative.as_posix())
        return original(relative, model, data)

    monkeypatch.setattr(reading, "read_entry_file", spy)
    return names


def test_a_second_reading_reads_nothing_and_gives_the_same(
    path: Path, folder: Folder, read_files: list[str]
) -> None:
    folder.replace(MEASURE, "status: betrieb", "status: bertieb")
    folder.replace(PROJECT, "cohort:", "kohort:")
    first = read_with(path, folder)
    read_files.clear()
    second = read_with(path, folder)
    assert read_files == []
    assert second.files == first.files
    assert second.sha256 == first.sha256
    assert check(second) == check(first)
    assert len(check(second)) == 2


def test_only_a_changed_file_is_read_again(path: Path, folder: Folder, read_files: list[str]) -> None:
    read_with(path, folder)
    read_files.clear()
    folder.replace(MEASURE, "title: Rufbus", "title: Bürgerbus")
    content = read_with(path, folder)
    assert read_files == [MEASURE]
    assert content.measures["musterstadt-rufbus"].title == "Bürgerbus"


def test_one_text_in_two_places_is_two_files(path: Path, folder: Folder) -> None:
    folder.write("measures/musterstadt/musterstadt-kopie.md", FILES[OTHER_MEASURE])
    read_with(path, folder)
    codes = [problem.code for problem in check(read_with(path, folder))]
    assert "id-differs" in codes


def test_a_damaged_cache_is_as_good_as_none(path: Path, folder: Folder) -> None:
    expected = read_with(path, folder).files
    for damaged in (b"", b"\x80", b"nonsense", path.read_bytes()[:-100], b"\x80\x05N."):
        path.write_bytes(damaged)
        assert read_with(path, folder).files == expected


def test_caches_of_other_code_are_removed(path: Path, folder: Folder) -> None:
    read_with(path.with_name("reading-0"), folder)
    read_with(path, folder)
    assert [file.name for file in path.parent.iterdir()] == ["reading-1"]
