"""What takes long to make is made once for a user, and again only where the cache cannot give it."""

from pathlib import Path

import pytest

from search.user_cache import from_user_cache


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a cache"))
    return tmp_path / "a cache" / "smart-city-katalog"


def make() -> bytes:
    return b"made"


def test_what_was_made_is_read_from_then_on(cache: Path) -> None:
    assert from_user_cache("words", b"code", make) == b"made"
    assert [file.name.partition("-")[0] for file in cache.iterdir()] == ["words"]
    assert from_user_cache("words", b"code", lambda: pytest.fail("made again")) == b"made"


def test_what_is_made_from_something_else_is_made_for_itself(cache: Path) -> None:
    from_user_cache("words", b"code", make)
    assert from_user_cache("words", b"other code", lambda: b"other") == b"other"
    assert from_user_cache("fonts", b"code", lambda: b"font") == b"font"


@pytest.mark.parametrize("damage", [b"", b"cut", bytes(32) + b"made", b"x" * 100])
def test_what_is_damaged_is_made_anew(cache: Path, damage: bytes) -> None:
    from_user_cache("words", b"code", make)
    (file,) = cache.iterdir()
    file.write_bytes(damage)
    assert from_user_cache("words", b"code", make) == b"made"
    assert from_user_cache("words", b"code", lambda: pytest.fail("made again")) == b"made"


def test_without_a_cache_that_can_be_written_it_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert from_user_cache("words", b"code", make) == b"made"
