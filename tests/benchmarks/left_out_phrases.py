"""Phrases that the index does not know: how often an entry is found by one of its `asked_as` that was left out.

Every entry is indexed without one of its phrases, drawn by chance, and asked for with it. That gives far more queries
than anyone could judge, and none of those that are judged, so weights may be tuned on them: on the entries of the one half,
to be looked at on the other. Only the entry that has the phrase counts as right, though others may answer it as well:
the figures tell one ranking from another, not how good it is. A phrase is a question if it asks one; it has other words
if the entry has none of its words outside the other phrases.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import search
from search import Document, Evaluation, Judgment
from search.document_terms import fields_of
from search.german import STOP_WORDS, fold, stem, written_in
from search.weights import WEIGHTS, Weights
from tests.benchmarks.search_world import table, world

SEED = 13
FEWEST = 4  # phrases that an entry must have, so that one more or less is no other entry
HALVES = ("tuning", "holding out")
KINDS = ("question", "other words", "words")
"""The classes of phrases, of which the table gives the MRR@10."""

_ASKING = frozenset(
    ("wann", "warum", "was", "wer", "wie", "wieso", "wo", "woher", "wohin", "womit", "wozu", "welche")
)


def main() -> None:
    """Print the table."""
    documents, language = world()
    less, judged = without_one_phrase(documents)
    with tempfile.TemporaryDirectory() as temporary:
        search.write_index(less, language, Path(temporary))
        print(table(["entries", "phrases", "first ten", "MRR@10", *KINDS], rows(Path(temporary), judged)))


def rows(
    folder: Path, judged: Sequence[tuple[str, Judgment]], weights: Weights = WEIGHTS
) -> Iterator[list[object]]:
    """The figures of both halves of the entries, with the index in the folder."""
    engine = search.open_index(folder, weights)

    def found(query: str) -> list[str]:
        return [hit.id for hit in engine.search(query, page_size=10, facets=()).hits]

    for half in HALVES:
        result: Evaluation = search.evaluate(found, [judgment for of, judgment in judged if of == half])
        by_kind = [result.by_kind[kind].mrr_at_10 for kind in KINDS]
        yield [half, result.total.queries, result.total.recall_at_20, result.total.mrr_at_10, *by_kind]


def without_one_phrase(
    documents: Sequence[Document], seed: int = SEED
) -> tuple[list[Document], list[tuple[str, Judgment]]]:
    """The documents, each without one of its phrases, and the phrases with the half that their entry belongs to."""
    chance = random.Random(seed)
    less: list[Document] = []
    judged: list[tuple[str, Judgment]] = []
    for document in documents:
        if len(document.asked_as) >= FEWEST:
            phrase = chance.choice(document.asked_as)
            document = replace(document, asked_as=tuple(p for p in document.asked_as if p != phrase))
            judged.append(
                (half_of(document.id), Judgment(phrase, kind_of(phrase, document), {document.id: 3}))
            )
        less.append(document)
    return less, judged


def half_of(id_: str) -> str:
    """The half that an entry belongs to, whatever other entries there are."""
    return HALVES[sha256(id_.encode()).digest()[0] % 2]


def kind_of(phrase: str, document: Document) -> str:
    """Whether a phrase is a question, else whether the entry has any of its words beside its other phrases."""
    words = {fold(word) for word in written_in(phrase)}
    if phrase.endswith("?") or words & _ASKING:
        return "question"
    texts = " ".join(text for name, text in fields_of(document) if name != "asked_as")
    has_any = _stems(phrase) & _stems(texts)
    return "words" if has_any else "other words"


def _stems(text: str) -> set[str]:
    return {stem(word) for word in map(fold, written_in(text)) if word not in STOP_WORDS}


if __name__ == "__main__":
    main()
