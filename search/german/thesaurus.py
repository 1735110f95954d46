"""Which words of a text mean a concept of the thesaurus, and which concepts are near it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from search.german.tokens import Span, Token
from search.language import Concept

KIND_OF_PLACE = "art-des-ortes"
"""The concept above all that ask for a place rather than a content."""

EVERYDAY = 0.9
"""What an everyday word for a concept counts, which may mean something else now and then."""

LOOSE = 0.9
"""What a name counts whose words are there but do not stand together."""

PART_OF_COMPOUND = 0.7
"""What a concept counts that is only a part of a compound, against one that stands for itself."""


class ConceptName(NamedTuple):
    """A word or phrase for a concept, as it is compared."""

    concept: str
    stems: tuple[str, ...]
    """Of its words without fillers, unless it is a saying."""
    whole: str
    """Its stem as one word, by which it is known as a part of a compound; empty if it cannot be one word."""
    is_everyday: bool
    """Whether it may mean something else too: as a part of a compound it means nothing."""
    is_saying: bool = False
    """Whether fillers belong to it, as it has only one other word (`auf dem Land`)."""

    @property
    def strength(self) -> float:
        """How surely the concept is meant where the name stands."""
        return EVERYDAY if self.is_everyday else 1.0


def read_names(
    concepts: Iterable[Concept], tokens_of: Callable[[str], Sequence[Token]]
) -> Iterator[ConceptName]:
    """The names of all concepts; `tokens_of` analyses a text."""
    for concept in concepts:
        for name in concept.names:
            tokens = tokens_of(name)
            telling = [token for token in tokens if not token.is_filler]
            if not telling:
                continue
            is_saying = len(telling) == 1 < len(tokens)
            stems = tuple(token.stem for token in (tokens if is_saying else telling))
            whole = telling[0].joined or (telling[0].stem if len(stems) == 1 else "")
            yield ConceptName(concept.id, stems, whole, name in concept.everyday, is_saying)


class Thesaurus:
    """Concepts, their names, and how they hang together."""

    def __init__(self, concepts: Iterable[Concept], names: Iterable[ConceptName]) -> None:
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concepts}
        self.kinds_of_place = frozenset(c.id for c in self.concepts.values() if KIND_OF_PLACE in c.broader)
        self._narrower: dict[str, list[str]] = {}
        for concept in self.concepts.values():
            for broader in concept.broader:
                self._narrower.setdefault(broader, []).append(concept.id)
        self._names_of: dict[str, list[ConceptName]] = {}
        self._by_first_stem: dict[str, list[ConceptName]] = {}
        self._sayings_by_first_stem: dict[str, list[ConceptName]] = {}
        self._by_whole: dict[str, list[ConceptName]] = {}
        for name in names:
            self._names_of.setdefault(name.concept, []).append(name)
            by_first_stem = self._sayings_by_first_stem if name.is_saying else self._by_first_stem
            by_first_stem.setdefault(name.stems[0], []).append(name)
            if name.whole:
                self._by_whole.setdefault(name.whole, []).append(name)
        self.stems = frozenset(s for its in self._names_of.values() for name in its for s in name.stems)
        """All stems that are in names."""

    def names_of(self, concept: str) -> list[ConceptName]:
        """The names of a concept."""
        return self._names_of.get(concept, [])

    def narrower(self, concept: str) -> list[str]:
        """The concepts that are kinds of this one."""
        return self._narrower.get(concept, [])

    def has_name(self, whole: str) -> bool:
        """Whether a stem is the name of a concept as one word."""
        return whole in self._by_whole

    def spans(self, tokens: Sequence[Token]) -> list[Span]:
        """Where words, words that stand together, or parts of words are names of concepts."""
        content = [i for i, token in enumerate(tokens) if not token.is_filler]
        stems = [tokens[i].stem for i in content]
        spans = list(self._sayings(tokens))
        for at, i in enumerate(content):
            for name in self._by_first_stem.get(stems[at], ()):
                length = len(name.stems)
                if length == 1 or tuple(stems[at : at + length]) == name.stems:
                    spans.append(Span(i, content[at + length - 1], name.concept, name.strength))
            if tokens[i].joined or tokens[i].parts:
                spans += self._spans_within(tokens[i], i)
        return spans

    def _sayings(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Where all words of a saying stand next to each other."""
        for i, token in enumerate(tokens):
            for name in self._sayings_by_first_stem.get(token.stem, ()):
                last = i + len(name.stems) - 1
                if tuple(each.stem for each in tokens[i : last + 1]) == name.stems:
                    yield Span(i, last, name.concept, name.strength)

    def _spans_within(self, token: Token, i: int) -> Iterator[Span]:
        """The names that a word with hyphens is as a whole, and those that parts of it are."""
        if token.joined:
            for name in self._by_whole.get(token.joined, ()):
                yield Span(i, i, name.concept, name.strength)
        for part in (*token.parts, *token.chunks):
            for name in self._by_whole.get(part, ()):
                if not name.is_everyday:
                    yield Span(i, i, name.concept, name.strength * PART_OF_COMPOUND)

    def loose_spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Names of several words whose words are all there, in any order and with others between.

        Meant for queries: "Amt kommt ins Dorf" is "Amt im Dorf".
        """
        where: dict[str, int] = {}
        for i, token in enumerate(tokens):
            if not token.is_filler:
                for stem in (token.stem, *token.parts):
                    where.setdefault(stem, i)
        for first in where:
            for name in self._by_first_stem.get(first, ()):
                if len(name.stems) > 1 and all(stem in where for stem in name.stems):
                    for stem in name.stems:
                        yield Span(where[stem], where[stem], name.concept, name.strength * LOOSE)
