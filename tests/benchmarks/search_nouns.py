"""Rare words: how often an entry that has a rare noun comes first when one asks for it.

A noun is a word that is written with a capital within sentences of measures and nowhere with a small letter, and
that names no place. It is rare if at most three measures have it in this form. An entry has it as it was typed, or
in another inflection (by the stems of the search).
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import search
from search import Document, Language
from search.document_terms import fields_of
from search.german import fold, stem
from tests.benchmarks.search_world import table, world

NOUNS = 400
SEED = 13
RARE = 3  # measures

_WORD = re.compile(r"[^\W\d_]+")
_WITHIN_SENTENCE = re.compile(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}\b(?!-)")

Having = Mapping[str, set[str]]
"""The ids of the entries that have a word."""


def main() -> None:
    """Print the table, and the nouns that were missed."""
    documents, language = world()
    forms = entries_by_word(documents)
    stems: dict[str, set[str]] = defaultdict(set)
    for form, ids in forms.items():
        stems[stem(form)] |= ids
    nouns = rare_nouns(documents, language, forms)
    with tempfile.TemporaryDirectory() as temporary:
        search.write_index(documents, language, Path(temporary))
        engine = search.open_index(Path(temporary))
        found = {
            noun: [hit.id for hit in engine.search(noun, page_size=10, facets=()).hits] for noun in nouns
        }
    in_any_form = {noun: stems[stem(fold(noun))] for noun in nouns}
    rows = [
        ["as it was typed", *shares(found, {noun: forms[fold(noun)] for noun in nouns})],
        ["in any inflection", *shares(found, in_any_form)],
    ]
    print(table([f"an entry that has the noun ({len(nouns)})", "comes first", "is in the first ten"], rows))
    missed = [noun for noun in nouns if in_any_form[noun].isdisjoint(found[noun][:1])]
    print(f"\nNot first in any inflection: {', '.join(missed)}")


def entries_by_word(documents: Iterable[Document]) -> dict[str, set[str]]:
    """Which entries have a word, by the folded word."""
    having: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for _, text in fields_of(document):
            for word in _WORD.findall(text):
                having[fold(word)].add(document.id)
    return having


def rare_nouns(documents: Sequence[Document], language: Language, having: Having) -> list[str]:
    """Nouns that few measures have, drawn with a fixed seed."""
    texts = [text for document in documents for _, text in fields_of(document)]
    small = {fold(word) for text in texts for word in _WORD.findall(text) if word[0].islower()}
    names = {fold(word) for place in language.names_of_places for word in _WORD.findall(place)}
    measures = {document.id: document for document in documents if document.kind == "measure"}
    nouns = {noun for one in measures.values() for noun in _WITHIN_SENTENCE.findall(one.text)}
    rare = [
        noun
        for noun in sorted(nouns)
        if fold(noun) not in small | names and len(having[fold(noun)] & measures.keys()) <= RARE
    ]
    return random.Random(SEED).sample(rare, NOUNS)


def shares(found: Mapping[str, Sequence[str]], having: Having) -> list[str]:
    """For how many nouns an entry that has it comes first, and is among the first ten."""
    ranks = [
        next((rank for rank, id_ in enumerate(ids) if id_ in having[noun]), len(ids))
        for noun, ids in found.items()
    ]
    first = sum(rank == 0 < len(found[noun]) for rank, noun in zip(ranks, found, strict=True))
    among = sum(rank < len(found[noun]) for rank, noun in zip(ranks, found, strict=True))
    return [f"{count / len(found):.1%}" for count in (first, among)]


if __name__ == "__main__":
    main()
