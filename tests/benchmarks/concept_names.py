"""Doubtful names of concepts: words of the thesaurus whose entries tell of nothing else that is near the concept.

A word means its concept if the entries that have it also have other names of the concept, or of those near it. Where
they hardly ever do, the word probably means several things, and should not open the concept alone. Each row is for
an editor to judge: a label that needs no other word is no mistake.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from search import Concept, Document
from search.document_terms import fields_of
from search.german import German
from tests.benchmarks.search_world import table, world

FEWEST = 5  # entries that have a word; of fewer nothing can be said
DOUBTFUL = 0.25


class Doubt(NamedTuple):
    """A stem, as a whole word or a part of compounds, of whose entries only a share is near its concept."""

    share: float
    entries: int
    stem: str
    as_part_of: str
    concept: str


@dataclass(slots=True)
class Seen:
    """The ids of entries: by concept and the stems that meant it, and by stem as a part of words."""

    by_concept: dict[str, dict[str, set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )
    words_with: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> None:
    """Print the table, the most doubtful first."""
    documents, language = world()
    german = German(language)
    seen = read(documents, german)
    rows = sorted(doubts(language.concepts, german, seen))
    head = ["near it", "entries", "stem", "in", "concept"]
    print(table(head, ([f"{d.share:.2f}", d.entries, d.stem, d.as_part_of, d.concept] for d in rows)))


def read(documents: Iterable[Document], german: German) -> Seen:
    """Which entries mean each concept by which stems; labels of vocabularies and names of places are left out."""
    seen = Seen()
    for document in documents:
        for name, text in fields_of(document):
            if name in ("terms", "places"):
                continue
            tokens = german.tokens(text)
            for token in tokens:
                for part in (*token.parts, *token.chunks):
                    seen.words_with[part][text[token.start : token.end]] += 1
            for first, last, concept, _ in german.thesaurus.spans(tokens):
                stems = (token.stem for token in tokens[first : last + 1])
                seen.by_concept[concept][" ".join(stems)].add(document.id)
    return seen


def doubts(concepts: Iterable[Concept], german: German, seen: Seen) -> Iterator[Doubt]:
    """The names of one word, whole or as a part, that are hardly ever near what they should mean."""
    entries_of = {id_: set().union(*by_stems.values()) for id_, by_stems in seen.by_concept.items()}
    for concept in concepts:
        near = {*concept.broader, *concept.related, *german.thesaurus.narrower(concept.id)}
        beside = set().union(*(entries_of.get(id_, set()) for id_ in near))
        by_stems = seen.by_concept[concept.id]
        for stem in sorted(
            {name.stems[0] for name in german.thesaurus.names_of(concept.id) if len(name.stems) == 1}
        ):
            compounds = {stems for stems in by_stems if stem != stems and stem in stems}
            for stems_of_it, shown in (
                ({stem}, ""),
                (compounds, ", ".join(w for w, _ in seen.words_with[stem].most_common(3))),
            ):
                having = set().union(*(by_stems.get(stems, set()) for stems in stems_of_it))
                otherwise = set().union(
                    *(ids for stems, ids in by_stems.items() if stems not in {stem, *compounds})
                )
                share = len(having & (otherwise | beside)) / len(having) if having else 1.0
                if len(having) >= FEWEST and share <= DOUBTFUL:
                    yield Doubt(share, len(having), stem, shown, concept.id)


if __name__ == "__main__":
    main()
