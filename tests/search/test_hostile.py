"""Whatever is typed, there is an answer, and soon."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import Engine
from tests.search.conftest import DOCUMENTS

HOSTILE = [
    "C++", "AND AND", "OR OR OR", '"', '""', "'", "-", "--", "- -", "(", ")))", "[", "*", "?*", "~", "^2", "\\", "/",
    "🚌🌳", "👩‍👩‍👧", "x" * 10_000, "ä" * 10_000, "a b " * 5_000, "-a " * 3_000, '"a" ' * 3_000, "a OR " * 2_000,
    "https://example.org/?q=1&x=[2]#frag", "'; DROP TABLE measures; --", "1 OR 1=1", "<script>alert(1)</script>",
    "ort:", "ort:ort:ort", "feld:\"", "jahr:9999-0001", "jahr:..", "2021-", "NOT", "a NOT b", "TO", "[a TO b]",
    "\x00", "\ud800", "\n\t\r", "\u202e", "ﬁ ﬂ", "ＢＵＳ", "İ", "ß", "ẞ", "ª", "²", "١٢٣", "日本語", "а", "%s %d {}", "${x}",
    "donau" * 50, "bürgerbeteiligungs" * 15, "e" * 299 + "-", "-" * 300, ":" * 300, '"' * 300, "ort:" * 70,
]  # fmt: skip
PIECES = [
    *HOSTILE[:24], "Bus", "Bäume", "Hochwaser", "Rufbus", "Dorf", "ort:Waldkirchen", "feld:mobilitaet", "OR", "-Bus",
    "2021-2023", "jahr:2020", '"nach Fahrplan"', "Bürger:innen", "Sensor", "wie", "der", "Kleinstadt", "Sachsen", " ",
    "-ort:Waldkirchen", "-feld:", '-feld:"Klima und Umwelt"', '-"nach Fahrplan"', "-jahr:2020", "-2021-2023", "-projekt:x",
    'raum:"', "größe:", "typ:measure", "-typ:-", "-und", '"-"', 'feld:"-"', "OR -OR", "a:b:c",
]  # fmt: skip


def ask(engine: Engine, query: str) -> None:
    started = time.thread_time()
    answer = engine.search(query, {"feld": ["mobilitaet"]} if len(query) % 3 == 0 else None, explain=True)
    engine.suggest(query)
    assert time.thread_time() - started < 1
    assert 0 <= answer.total <= len(DOCUMENTS)
    assert len(answer.hits) == min(answer.total, 20)


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_answered(engine: Engine, query: str) -> None:
    ask(engine, query)


def test_ten_thousand_random_queries_are_answered(engine: Engine) -> None:
    chance = random.Random(20261123)
    for _ in range(10_000):
        if chance.random() < 0.6:
            words = [chance.choice(PIECES)[:400] for _ in range(chance.randint(1, 6))]
            ask(engine, chance.choice((" ", "", "-")).join(words))
        else:
            ask(engine, "".join(chr(chance.randrange(1, 0x2FFF)) for _ in range(chance.randint(1, 30))))


@settings(max_examples=200, deadline=None)
@given(query=st.text(max_size=400))
def test_any_text_is_answered(query: str) -> None:
    ask(_engine(), query)


@settings(max_examples=200, deadline=None)
@given(words=st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_mixture_is_answered(words: list[str]) -> None:
    ask(_engine(), " ".join(words))


def _engine() -> Engine:
    assert _ENGINE
    return _ENGINE[0]


_ENGINE: list[Engine] = []


@pytest.fixture(autouse=True)
def _remember(engine: Engine) -> None:
    _ENGINE[:] = [engine]
