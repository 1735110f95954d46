"""Narrowing: how much of what is useful stays among the hits that answer a query, and how many these are.

Run it with files of judged queries: `python -m tests.benchmarks.search_narrowing dev.yaml …`
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import search
from search import Engine, Judgment
from search.evaluation import percentile
from tests.benchmarks.search_world import judgments, table, world

USEFUL = 2  # the lowest grade that says so
ALL = 5000


def main() -> None:
    """Print the table for every file of judged queries."""
    documents, language = world()
    with tempfile.TemporaryDirectory() as temporary:
        search.write_index(documents, language, Path(temporary))
        engine = search.open_index(Path(temporary))
        rows = [[name, *narrowed(engine, judged)] for name, judged in judgments()]
    print(table(["queries", "useful ones kept", "median hits", "90 % at most", "hits before, median"], rows))


def narrowed(engine: Engine, judged: Sequence[Judgment]) -> list[object]:
    """The share of useful entries that stay, and the numbers of hits of all kinds."""
    answers = [(each, engine.search(each.query, page_size=ALL, facets=())) for each in judged]
    useful = [{id_ for id_, grade in each.relevant.items() if grade >= USEFUL} for each, _ in answers]
    kept = [
        ids & {hit.id for hit in answer.hits if not hit.is_distant}
        for ids, (_, answer) in zip(useful, answers, strict=True)
    ]
    best = [answer.best for _, answer in answers]
    share = sum(map(len, kept)) / sum(map(len, useful))
    totals = [answer.total for _, answer in answers]
    return [
        f"{share:.1%}",
        *(f"{percentile(values, at):.0f}" for values, at in ((best, 50), (best, 90), (totals, 50))),
    ]


if __name__ == "__main__":
    main()
