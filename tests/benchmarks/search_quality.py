"""Search quality: this search against other engines, and what each part of it adds.

Run it with files of judged queries: `python -m tests.benchmarks.search_quality dev.yaml …`
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest import mock

import search
from search import Document, Evaluation, Judgment, Language
from search.evaluation import Search
from search.german.split import Splitter
from search.weights import FIELDS, WEIGHTS, Weights
from tests.benchmarks.search_peers import PEERS
from tests.benchmarks.search_world import judgments, measures_of, table, world

PARTS: dict[str, Weights] = {
    "thesaurus": replace(WEIGHTS, off=frozenset({"thesaurus"})),
    "names of concepts loosely": replace(WEIGHTS, off=frozenset({"loose"})),
    "fuzzy words": replace(WEIGHTS, off=frozenset({"fuzzy"})),
    "families of words": replace(WEIGHTS, off=frozenset({"families"})),
    "two words as one": replace(WEIGHTS, off=frozenset({"joined"})),
    "places": replace(WEIGHTS, off=frozenset({"places"})),
    "topics weigh more": replace(WEIGHTS, topic=1.0),
    "evidence beside the best": replace(WEIGHTS, beside=0.0),
    "broader and related concepts": replace(WEIGHTS, broader=0.0, related=0.0),
    "rarity": replace(WEIGHTS, rarity=0.0),
    "a phrase as a whole": replace(WEIGHTS, whole_phrase=0.0),
}
"""What can be switched off when searching."""


@contextmanager
def without_compounds() -> Iterator[None]:
    """No word is cut into parts, neither in documents nor in queries."""
    with mock.patch.object(Splitter, "cuts", return_value=()):
        yield


@contextmanager
def without_field_weights() -> Iterator[None]:
    """All fields count alike."""
    with mock.patch.dict(FIELDS, {name: replace(field, weight=1.5) for name, field in FIELDS.items()}):
        yield


@contextmanager
def without_fields(*names: str) -> Iterator[None]:
    """As if no document had these fields."""
    with mock.patch.dict(FIELDS, clear=False):
        for name in names:
            del FIELDS[name]
        yield


INDEXED = {
    "compounds": without_compounds,
    "field weights": without_field_weights,
    "words of the people": partial(without_fields, "asked_as"),
    "English lines": partial(without_fields, "title_en", "one_liner_en"),
}
"""What needs an index of its own to switch off."""


def searching(folder: Path, weights: Weights = WEIGHTS) -> Search:
    """This search as it is judged: the first twenty measures."""
    engine = search.open_index(folder, weights)

    def found(query: str) -> list[str]:
        return [hit.id for hit in engine.search(query, {"typ": ["measure"]}).hits]

    return found


def main() -> None:
    """Print the tables for every file of judged queries."""
    documents, language = world()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        search.write_index(documents, language, folder / "index")
        engines = {"this search": searching(folder / "index")}
        measures = measures_of(documents)
        engines |= {name: make(measures, folder / name[:6]) for name, make in PEERS.items()}
        for name, judged in judgments():
            print(f"### {name}: {len(judged)} queries\n")
            print(comparison(engines, judged), "\n", flush=True)
            print(ablation(folder, documents, language, judged), "\n", flush=True)


def comparison(engines: dict[str, Search], judged: Sequence[Judgment]) -> str:
    """All engines by class of query."""
    evaluations = {name: search.evaluate(engine, judged) for name, engine in engines.items()}
    kinds = list(next(iter(evaluations.values())).by_kind)
    head = ["engine", "nDCG@10", "MRR@10", "recall@20", "no hit", *kinds, "p50 ms", "p95 ms"]
    return table(head, (_row(name, evaluation) for name, evaluation in evaluations.items()))


def _row(name: str, evaluation: Evaluation) -> list[object]:
    total = evaluation.total
    by_kind = [quality.ndcg_at_10 for quality in evaluation.by_kind.values()]
    share = f"{total.without_hit:.0%}"
    times = [f"{evaluation.p50_ms:.1f}", f"{evaluation.p95_ms:.1f}"]
    return [name, total.ndcg_at_10, total.mrr_at_10, total.recall_at_20, share, *by_kind, *times]


def ablation(
    folder: Path, documents: Sequence[Document], language: Language, judged: Sequence[Judgment]
) -> str:
    """What is lost without each part, in total and by class of query."""
    whole = search.evaluate(searching(folder / "index"), judged)
    rows = [_ablated("everything", whole, whole)]
    for name in (*INDEXED, *PARTS):
        with INDEXED.get(name, nullcontext)():
            index = folder / "index"
            if name in INDEXED:
                index = folder / f"without-{name}"
                if not index.exists():
                    search.write_index(documents, language, index)
            less = search.evaluate(searching(index, PARTS.get(name, WEIGHTS)), judged)
        rows.append(_ablated(f"without {name}", less, whole))
    return table(["", "nDCG@10", "change", "recall@20", *whole.by_kind, "p50 ms, change"], rows)


def _ablated(name: str, less: Evaluation, whole: Evaluation) -> list[object]:
    return [
        name,
        less.total.ndcg_at_10,
        f"{less.total.ndcg_at_10 - whole.total.ndcg_at_10:+.3f}",
        less.total.recall_at_20,
        *(quality.ndcg_at_10 for quality in less.by_kind.values()),
        f"{less.p50_ms - whole.p50_ms:+.1f}",
    ]


if __name__ == "__main__":
    main()
