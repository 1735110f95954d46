"""Search latency and memory at 1, 10 and 50 times the content.

Copies have changed words, so that frequencies stay natural: most words that are exchanged take another word
of the content, some become new ones, as in any text that grows. Each size runs in a process of its own.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import search
from search import Document, Engine, Judgment, Language
from search.evaluation import percentile
from tests.benchmarks.many_entries import OtherWords
from tests.benchmarks.search_world import judgments, table, world

SIZES = (1, 10, 50)


def main() -> None:
    """Print the table."""
    documents, language = world()
    queries = [judged for _, of_file in judgments() for judged in of_file]
    rows = []
    for times in SIZES:
        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool, tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary) / "index"
            number, ms = pool.apply(write, (documents, language, times, folder))
            pool.terminate()
            with context.Pool(1) as fresh:
                rows.append([f"{times}×", number, ms, *fresh.apply(measure, (folder, queries))])
    head = ["content", "entries", "index, ms an entry", "open, s", "first answers p50/p95 ms",
            "later answers p50/p95 ms", "slowest ms", "suggest p95 ms", "memory, MB"]  # fmt: skip
    print(table(head, rows))


def write(documents: Sequence[Document], language: Language, times: int, folder: Path) -> tuple[int, str]:
    """Write the index of so many times the content; tell the number of entries and the time for one."""
    many = list(copies(documents, times))
    started = time.perf_counter()
    search.write_index(many, language, folder)
    return len(many), f"{(time.perf_counter() - started) / len(many) * 1000:.2f}"


def measure(folder: Path, queries: Sequence[Judgment]) -> list[str]:
    """Open the index and ask every query twice: with postings unread, and again."""
    started = time.perf_counter()
    engine = search.open_index(folder)
    opened = time.perf_counter() - started
    engine.search("")
    first = [timed(engine, judged.query) for judged in queries]
    later = [min(timed(engine, judged.query) for _ in range(3)) for judged in queries]
    engine.suggest("a")
    suggested = []
    for judged in queries:
        started = time.perf_counter()
        engine.suggest(judged.query[:3])
        suggested.append((time.perf_counter() - started) * 1000)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        2**20 if sys.platform == "darwin" else 2**10
    )
    return [
        f"{opened:.2f}",
        f"{percentile(first, 50):.1f} / {percentile(first, 95):.1f}",
        f"{percentile(later, 50):.1f} / {percentile(later, 95):.1f}",
        f"{max(first):.1f}",
        f"{percentile(suggested, 95):.2f}",
        f"{memory:.0f}",
    ]


def timed(engine: Engine, query: str) -> float:
    """Milliseconds for a full answer: parsing, searching, counting facets, twenty snippets."""
    started = time.perf_counter()
    engine.search(query)
    return (time.perf_counter() - started) * 1000


def copies(documents: Sequence[Document], times: int) -> Iterator[Document]:
    """The documents, and `times - 1` copies of them with changed words."""
    yield from documents
    change = OtherWords.of([document.text for document in documents]).change
    for copy in range(1, times):
        for document in documents:
            yield replace(
                document,
                id=f"{document.id}--{copy}",
                title=change(document.title),
                one_liner=change(document.one_liner),
                text=change(document.text),
                results=tuple(map(change, document.results)),
                lessons=tuple(map(change, document.lessons)),
            )


if __name__ == "__main__":
    main()
