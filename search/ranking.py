"""How well each document answers a query.

A query is taken apart into things that are asked for: a word, its parts and the other words for it are one
thing, which a document meets to a degree between 0 and 1 in the best of these ways. Things are weighed by
how rare they are. Nothing here depends on the order of the documents.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from search.german import German, Span, Token, stem
from search.postings import Postings
from search.spelling import Spelling
from search.stored import Floats
from search.weights import Weights

_MOST_WORDS = 24  # of a query; what follows is not looked at
_MOST_COMPLETIONS = 12
DOUBTFUL_PLACE = 0.5  # what a place counts whose name is an everyday word, typed in small letters
_SHORTEST_PART = 4  # letters
_LONGEST_WORD = 40  # letters; what is longer is no misspelt word


@dataclass(slots=True)
class Way:
    """One way to meet what is asked: a term of the index that counts `worth`."""

    field: str
    term: str
    worth: float
    how: str


@dataclass(slots=True)
class Thing:
    """One thing asked for: what was typed, ways to meet it, and the parts of it if it is a compound."""

    typed: str
    word: Token | None
    ways: list[Way] = field(default_factory=list)
    parts: list[Thing] = field(default_factory=list)

    def weaken(self, share: float) -> None:
        """Let every way count this share of its worth: the word is only near to what was typed."""
        for way in self.ways:
            way.worth *= share
            way.how = "fuzzy" if way.how == "word" else way.how
        for part in self.parts:
            part.weaken(share)

    def all_ways(self) -> Iterator[Way]:
        """The ways of the thing and of its parts."""
        yield from self.ways
        for part in self.parts:
            yield from part.all_ways()


@dataclass(slots=True)
class Asked:
    """All that a query asks for."""

    things: list[Thing] = field(default_factory=list)
    places: list[Thing] = field(default_factory=list)
    corrections: dict[str, str] = field(default_factory=dict)  # typed word → right one, both folded


class Ranking:
    """Scores all documents of an index for a query."""

    def __init__(self, german: German, postings: Postings, spelling: Spelling, weights: Weights) -> None:
        self._german = german
        self._postings = postings
        self._spelling = spelling
        self.weights = weights
        self._thesaurus = german.thesaurus

    # What is asked

    def understand(self, text: str, unfinished: bool = False) -> Asked:
        """Take a text apart into the things that it asks for."""
        words = self._german.tokens(text)[:_MOST_WORDS]
        asked = Asked()
        typed = [word.folded for word in words]
        small = {i for i, word in enumerate(words) if text[word.start].islower()}
        likeness = self._correct(words, unfinished)
        asked.corrections = {typed[i]: words[i].folded for i in likeness}
        taken, doubtful = self._find_places(asked, words, small)
        content = [i for i, w in enumerate(words) if not w.is_stop_word and i not in taken]
        if not content and not taken:  # "wer ist wer": better to look for these than for nothing
            content = [i for i, w in enumerate(words) if len(w.folded) > 1]
        things = {i: self._thing(words[i], unfinished and i == len(words) - 1) for i in content}
        for i, target in doubtful.items():
            things[i].ways.append(Way("places", target, DOUBTFUL_PLACE, "place"))
        self._add_concepts(things, self._concept_spans(words))
        self._add_joined(things, words)
        seen: set[str] = set()
        for i, thing in sorted(things.items()):
            thing.typed = typed[i]
            if i in likeness:
                thing.weaken(self.weights.fuzzy * likeness[i])
            if words[i].stem not in seen:
                seen.add(words[i].stem)
                asked.things.append(thing)
        return asked

    def _correct(self, words: list[Token], unfinished: bool) -> dict[int, float]:
        """Put misspelt words right, in place; tell how like each right word is to the one typed."""
        likeness: dict[int, float] = {}
        if "fuzzy" in self.weights.off:
            return likeness
        named = {
            i for s in self._concept_spans(words) if s.first < s.last for i in range(s.first, s.last + 1)
        }
        for i, word in enumerate(words):
            if i in named or len(word.folded) > _LONGEST_WORD or self._is_written(word):
                continue
            if unfinished and i == len(words) - 1 and self._spelling.starting_with(word.folded):
                continue
            right, like = self._near(word.folded)
            # Another form of the same word corrects nothing
            if right and (corrected := self._german.token(right)).stem != word.stem:
                words[i] = corrected
                likeness[i] = like
        return likeness

    def _is_written(self, word: Token) -> bool:
        """Whether somebody wrote this word, or all parts of it."""
        if word.is_stop_word or self._german.is_known(word):
            return True
        whole = (word.stem, word.joined) if word.joined else (word.stem,)
        if any(self._postings.frequency("words", term) for term in whole):
            return True
        return bool(word.parts) and all(self._postings.frequency("words", part) for part in word.parts)

    def _near(self, folded: str) -> tuple[str, float]:
        """The right spelling of a word, else of the one part of it that is wrong."""
        right, like = self._spelling.near(folded)
        if right:
            return right, like
        cuts = self._german.parts(folded)
        if len(cuts) > 1:  # the first part is the one that is unknown
            right, like = self._spelling.near(cuts[0])
            return (right + folded[len(cuts[0]) :], like) if right else ("", 0.0)
        for end in range(len(folded) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            if self._german.is_known(self._german.token(folded[:end])):
                right, like = self._spelling.near(folded[end:])
                if right:
                    return folded[:end] + right, like
        return "", 0.0

    def _find_places(
        self, asked: Asked, words: list[Token], small: set[int]
    ) -> tuple[set[int], dict[int, str]]:
        """The words that name places, and those that only may: `gießen` in small letters is rather a verb."""
        taken: set[int] = set()
        doubtful: dict[int, str] = {}
        if "places" in self.weights.off:
            return taken, doubtful
        for span in self._german.places.spans(words):
            if not self._postings.frequency("places", span.target):
                continue
            single = span.first == span.last and span.first in small
            if single and self._german.is_common(words[span.first].folded):
                doubtful[span.first] = span.target
                continue
            typed = " ".join(w.folded for w in words[span.first : span.last + 1])
            thing = Thing(typed, words[span.first])
            thing.ways.append(Way("places", span.target, 1.0, "place"))
            asked.places.append(thing)
            taken.update(range(span.first, span.last + 1))
        return taken, doubtful

    def _concept_spans(self, words: list[Token]) -> list[Span]:
        if "thesaurus" in self.weights.off:
            return []
        loose = self._thesaurus.loose_spans(words) if "loose" not in self.weights.off else ()
        return [*self._thesaurus.spans(words), *loose]

    def _thing(self, word: Token, last: bool = False) -> Thing:
        off = self.weights.off
        thing = Thing(word.folded, word)
        self._add_word(thing, word.stem, 1.0, "word")
        if word.joined:
            self._add_word(thing, word.joined, 1.0, "word")
        if "compounds" not in off:
            thing.parts = [self._part(part) for part in word.parts]
            thing.parts = [part for part in thing.parts if part.ways]
        if last and "prefix" not in off and not thing.ways and not thing.parts:
            self._add_completions(thing, word.folded)
        return thing

    def _part(self, part: str) -> Thing:
        thing = Thing(part, None)
        self._add_word(thing, part, 1.0, "part")
        for span in self._thesaurus.spans([Token(0, 0, part, part)]):
            self._add_concept(thing, span.target, span.strength)
        return thing

    def _add_word(self, thing: Thing, term: str, worth: float, how: str) -> None:
        if self._postings.frequency("words", term):
            thing.ways.append(Way("words", term, worth, how))

    def _add_completions(self, thing: Thing, folded: str) -> None:
        if len(folded) < 3:
            return
        found = dict.fromkeys(map(stem, self._spelling.starting_with(folded)))
        by_frequency = sorted(found, key=lambda term: (-self._postings.frequency("words", term), term))
        for term in by_frequency[:_MOST_COMPLETIONS]:
            self._add_word(thing, term, self.weights.prefix, "prefix")
            for span in self._thesaurus.spans([Token(0, 0, term, term)]):
                self._add_concept(thing, span.target, span.strength * self.weights.prefix)

    def _add_concepts(self, things: dict[int, Thing], spans: Iterable[Span]) -> None:
        for span in spans:
            for i in range(span.first, span.last + 1):
                if i not in things:
                    continue
                strength = span.strength
                if span.first < span.last:  # a name of several words hardly ever means anything else
                    strength *= self.weights.phrase
                    for way in things[i].ways:
                        if way.field == "words":
                            way.worth = self.weights.word_of_phrase
                self._add_concept(things[i], span.target, strength)

    def _add_concept(self, thing: Thing, concept: str, strength: float) -> None:
        if "thesaurus" in self.weights.off:
            return
        w = self.weights
        known = self._thesaurus.concepts[concept]
        thing.ways.append(Way("concepts", concept, w.concept * strength, "concept"))
        for narrower in self._thesaurus.narrower(concept):
            thing.ways.append(Way("concepts", narrower, w.concept * w.narrower * strength, "narrower"))
        for broader in known.broader:
            thing.ways.append(Way("concepts", broader, w.concept * w.broader * strength, "broader"))
        for related in known.related:
            thing.ways.append(Way("concepts", related, w.concept * w.related * strength, "related"))

    def _add_joined(self, things: dict[int, Thing], words: list[Token]) -> None:
        if "joined" in self.weights.off:
            return
        for i, j in pairwise(sorted(things)):
            if j != i + 1:
                continue
            joined = stem(words[i].folded + words[j].folded)
            spans = self._thesaurus.spans([Token(0, 0, joined, joined)])
            for k in (i, j):
                self._add_word(things[k], joined, self.weights.joined, "word")
                for span in spans:
                    self._add_concept(things[k], span.target, span.strength)

    # How well it is met

    def score(self, asked: Asked) -> Floats:
        """For every document its score, from 0 to about 2."""
        total = np.zeros(self._postings.size, dtype=np.float32)
        weight_of_all = 0.0
        for thing in asked.things:
            degree = self._degree(thing)
            if not degree.any():
                continue
            weight = self._rarity(degree)
            if any(way.how == "concept" for way in thing.all_ways()):
                weight *= self.weights.topic
            weight_of_all += weight
            total += weight * degree
        if weight_of_all:
            total /= weight_of_all
        return self._add_places(asked, total)

    def _add_places(self, asked: Asked, total: Floats) -> Floats:
        if not asked.places:
            return total
        inside = np.zeros(self._postings.size, dtype=np.float32)
        for place in asked.places:
            inside += self._best(place.ways, saturate=False)
        inside /= len(asked.places)
        alone = self.weights.place_alone if asked.things else 1.0
        total *= 1 + self.weights.place * inside
        total += alone * 0.1 * inside
        return total

    def _degree(self, thing: Thing) -> Floats:
        best = self._best(thing.ways)
        if not thing.parts:
            return best
        total = np.zeros(self._postings.size, dtype=np.float32)
        weight_of_all = 0.0
        for part in thing.parts:
            degree = self._degree(part)
            weight = self._rarity(degree) if degree.any() else 0.0
            weight_of_all += weight
            total += weight * degree
        if weight_of_all:
            total *= self.weights.parts_of_query / weight_of_all
        more = np.float32(self.weights.beside) * np.minimum(best, total) * (1 - np.maximum(best, total))
        return np.asarray(np.maximum(best, total) + more, dtype=np.float32)

    def _best(self, ways: Iterable[Way], saturate: bool = True) -> Floats:
        best = np.zeros(self._postings.size, dtype=np.float32)
        beside = np.zeros(self._postings.size, dtype=np.float32)
        worth_of: dict[tuple[str, str], float] = {}
        for way in ways:
            key = (way.field, way.term)
            worth_of[key] = max(worth_of.get(key, 0.0), way.worth)
        for (field_, term), worth in sorted(worth_of.items()):
            documents, weights = self._postings.of(field_, term)
            if not len(documents):
                continue
            degree = weights / (weights + self.weights.saturation) if saturate else np.minimum(weights, 1)
            degree = degree * np.float32(worth)
            before = best[documents]
            best[documents] = np.maximum(before, degree)
            beside[documents] += np.minimum(before, degree)
        if saturate and self.weights.beside:
            best += np.float32(self.weights.beside) * beside * (1 - best)
        return best

    def _rarity(self, degree: Floats) -> float:
        # Counted in whole steps, so that the order of the documents cannot matter
        steps = int(np.rint(np.minimum(degree * 3, 1) * 64).astype(np.int64).sum())
        frequency = steps / 64
        return float(math.log(1 + self._postings.count / (frequency + 0.5)) ** self.weights.rarity)
