"""That technologies, standards and interfaces are spelt alike in all entries, and that a word for one means no other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from catalogue.model.entries import Measure, Solution, Vocabulary
from catalogue.model.values import TECHNOLOGIES
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown
from catalogue.reading.yaml_values import Location

FIELDS = ("technologies", "standards", "interfaces")
PLURALS = ("nen", "en", "es", "e", "n", "s")
SHORTEST = 5
"""Letters that a word must have before an ending makes a plural of it: `GIS` is none."""


def other_spellings(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Words that most entries write otherwise: in another case, with a hyphen, in the singular."""
    stated = [*_stated(content)]
    used = Counter(word for _, _, word in stated)
    spellings: dict[str, list[str]] = {}
    for word in used:
        spellings.setdefault(_letters(word), []).append(word)
    for file, location, word in stated:
        letters = _singular(_letters(word), spellings)
        alike = [
            one
            for ending in ("", *PLURALS)
            for one in spellings.get(letters + ending, ())
            if _singular(letters + ending, spellings) == letters
        ]
        usual = max(alike, key=lambda one: (used[one], one))
        if usual != word:
            message = f"Andere Einträge schreiben {shown(usual)}. Schreiben Sie es ebenso."
            yield file, Flaw(*file.position(location), "technology-spelling", message, "warning")


def words_of_two_terms(content: Content) -> Iterator[tuple[EntryFile, Flaw]]:
    """Words that the vocabulary of technologies gives to a second term: they could not be counted for either."""
    for file in content.files:
        if not isinstance(file.entry, Vocabulary) or file.entry.id != TECHNOLOGIES:
            continue
        owners: dict[str, str] = {}
        for n, term in enumerate(file.entry.terms):
            words: list[tuple[str, Location]] = [
                (term.label.de, ("terms", n, "label", "de")),
                (term.label.en, ("terms", n, "label", "en")),
                *((word, ("terms", n, "words", m)) for m, word in enumerate(term.words)),
            ]
            for word, location in words:
                if owners.setdefault(word.casefold(), term.id) != term.id:
                    other = shown(owners[word.casefold()])
                    message = f"Das Wort {shown(word)} gehört schon zum Begriff {other}. Streichen Sie es bei einem von beiden."
                    yield file, Flaw(*file.position(location), "word-of-two-terms", message)


def _letters(word: str) -> str:
    return re.sub(r"\W", "", word.casefold())


def _singular(letters: str, known: dict[str, list[str]]) -> str:
    """The letters without the ending of a plural, if some entry writes them so."""
    for ending in PLURALS:
        stem = letters.removesuffix(ending)
        if stem != letters and len(stem) >= SHORTEST and stem in known:
            return stem
    return letters


def _stated(content: Content) -> Iterator[tuple[EntryFile, Location, str]]:
    for file in content.files:
        if isinstance(file.entry, Measure | Solution):
            for field in FIELDS:
                for n, word in enumerate(getattr(file.entry, field)):
                    yield file, (field, n), word
