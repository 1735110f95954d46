"""The lexicon is made once for a user, and again only where the cache cannot give it."""

from pathlib import Path

import pytest

from search.german import lexicon_cache
from search.german.lexicon import Lexicon, from_dictionary
from search.german.lexicon_cache import from_cache


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a cache"))
    return tmp_path / "a cache" / "smart-city-katalog"


def same(one: Lexicon, other: Lexicon) -> bool:
    words = ("zentren", "gesundheitszentren", "laubbläser", "essen", "dresden", "xqzt")
    return all(
        (one.stem(word), one.has(word), one.is_plain(word))
        == (other.stem(word), other.has(word), other.is_plain(word))
        for word in words
    )


def test_what_was_made_is_read_from_then_on(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = from_cache()
    assert [file.name.partition("-")[0] for file in cache.iterdir()] == ["lexicon"]
    monkeypatch.setattr(lexicon_cache, "from_dictionary", lambda: pytest.fail("made again"))
    assert same(from_cache(), made)
    assert same(made, from_dictionary())


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 cut", b"not an archive"])
def test_a_damaged_one_is_made_anew(cache: Path, damage: bytes) -> None:
    from_cache()
    (file,) = cache.iterdir()
    file.write_bytes(damage)
    assert same(from_cache(), from_dictionary())
    assert same(Lexicon.read(file), from_dictionary())


def test_without_a_cache_that_can_be_written_it_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert same(from_cache(), from_dictionary())
