"""What is kept for later is bounded in bytes, and these are counted honestly."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.caching import ENTRY_BYTES, MEBIBYTE, BoundedCache
from search.german import German
from search.postings import Postings
from search.stored import StoredIndex
from tests.search.conftest import LANGUAGE


def cache(most: int) -> BoundedCache[str, str]:
    """A cache of texts that take as many bytes as they have letters."""
    return BoundedCache(most, lambda key, value: len(value) - ENTRY_BYTES)


def test_what_was_put_is_got() -> None:
    texts = cache(10)
    texts.put("a", "xxx")
    assert (texts.get("a"), texts.get("b"), texts.bytes, len(texts)) == ("xxx", None, 3, 1)


def test_the_oldest_goes_first() -> None:
    texts = cache(10)
    for key in "abc":
        texts.put(key, "xxx")
    texts.put("d", "xxxx")
    assert [key for key in "abcd" if texts.get(key)] == ["b", "c", "d"]
    assert texts.bytes == 10


def test_what_does_not_fit_at_all_is_not_kept() -> None:
    texts = cache(10)
    texts.put("a", "xxx")
    texts.put("b", "x" * 11)
    assert (texts.get("a"), texts.get("b")) == ("xxx", None)


def test_what_is_put_twice_counts_once() -> None:
    texts = cache(10)
    texts.put("a", "xxx")
    texts.put("a", "xxx")
    assert texts.bytes == 3


def random_words(number: int) -> list[str]:
    chance = random.Random(number)
    letters = "abcdefghijklmnopqrstuvwxyzäöü"
    return ["".join(chance.choices(letters, k=chance.randint(6, 20))) for _ in range(number)]


@contextmanager
def memory() -> Iterator[list[int]]:
    """How many bytes more are in use at the end than at the beginning."""
    grown: list[int] = []
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    yield grown
    grown.append(tracemalloc.get_traced_memory()[0] - before)
    tracemalloc.stop()


def test_unknown_words_take_no_more_memory_than_is_said() -> None:
    most = MEBIBYTE // 2
    analyser = German(LANGUAGE, most_bytes=most)
    words = random_words(3_000)
    with memory() as grown:
        for word in words:
            analyser.tokens_of(word)
    assert most / 2 < grown[0] < 1.1 * most


def test_words_that_nobody_wrote_leave_no_postings_behind(folder: Path) -> None:
    postings = Postings(StoredIndex(folder))
    words = random_words(3_000)
    with memory() as grown:
        for word in words:
            assert postings.frequency("words", word) == 0
    assert grown[0] < 20_000


def test_postings_take_no_more_memory_than_is_said(folder: Path) -> None:
    most = 5_000
    stored = StoredIndex(folder)
    stored.postings("words", "bus")  # the first reading loads modules
    postings = Postings(stored, most)
    with memory() as grown:
        for _ in range(3):
            for word in ("bus", "sensor", "stadt", "dorf", "daten", "rathaus", "fahrplan", "pegelsensor"):
                postings.of("words", word)
    assert grown[0] < 2 * most
