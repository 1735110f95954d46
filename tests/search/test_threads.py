"""One engine serves any number of threads at once, from the first moment on."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

import search
from search import Engine

THREADS = 16
ROUNDS = 5
TASKS_OF_A_THREAD = 12

QUERIES = (
    "Bus auf dem Dorf", "Hochwaser Warnung", "Bäume gießen Sensor", "digital twin", "Mülltonnensensor", "Ulm",
    '"offene Daten"', "App -Bus", 'Plattform -"offene Daten"', "feld:mobilitaet Bus", "Rufbus OR Carsharing",
    "jahr:2021..2022 Sensor", "qqqqqqq", "Verkehrszälung", "Bürgerbeteiligungsplattfo", "Smart City Zwönitz", "",
)  # fmt: skip


def tasks(engine: Engine, ids: Sequence[str]) -> list[Callable[[], object]]:
    """All that can be asked of an engine, in short calls."""
    return [
        *(lambda q=query: engine.search(q, explain=True) for query in QUERIES),
        *(lambda q=query: engine.search(q, {"typ": ["measure"]}, sort="name") for query in QUERIES[:4]),
        *(lambda q=query: engine.suggest(q[:3]) for query in QUERIES),
        *(lambda i=id_: engine.similar(i) for id_ in ids),
        *(lambda i=number: engine.search(f"unbekannt{i:x}es wort{i:x}") for number in range(10)),
    ]


def test_threads_get_the_answers_that_one_alone_gets(real_edition) -> None:
    engine = search.open_index(real_edition.index)
    ids = [hit.id for hit in engine.search("", page_size=8).hits]
    alone = [task() for task in tasks(engine, ids)]
    for round_ in range(ROUNDS):
        engine = search.open_index(real_edition.index)
        work = list(enumerate(tasks(engine, ids)))
        start = Barrier(THREADS)

        def answer_some(seed: int, work=work, start=start) -> list[tuple[int, object]]:
            mixed = random.Random(seed).sample(work, TASKS_OF_A_THREAD)
            start.wait()
            return [(number, task()) for number, task in mixed]

        with ThreadPoolExecutor(THREADS) as pool:
            for answers in pool.map(answer_some, range(round_ * THREADS, (round_ + 1) * THREADS)):
                for number, answer in answers:
                    assert answer == alone[number]
        engine.close()


@pytest.fixture(autouse=True)
def _eager_switching():
    """Let threads take turns a hundred times as often as usual."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(5e-5)
    yield
    sys.setswitchinterval(before)
