"""How well each document meets what a query asks for.

A document meets a query term to a degree between 0 and 1: by the best of the terms that expand it, whose weight
in the document saturates as in BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25
and Beyond"): weight / (weight + saturation). Query terms are weighed by how rare they are (inverse document
frequency), and the score is the weighed mean. Nothing here depends on the order of the documents.

A word that few documents have says more than any of its synonyms or parts: those that have it are met by it more
surely than all others.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from search.asked_phrases import AskedPhrases
from search.interpretation import Expansion, Interpretation, QueryTerm
from search.phrases import Phrases
from search.postings import Postings
from search.stored import Floats
from search.weights import Weights

_STEPS = 64
_MET = 3  # a document that meets a term to a third counts as one that has it

_FEW = 10  # documents that have a word, which all come first in whatever form they have it

_PLACE_ALONE = 0.1  # so that the right place alone never counts as much as the right content


@dataclass(slots=True)
class _Met:
    """A term that documents meet, to which degree each of them does, and what it counts against others."""

    term: QueryTerm
    degree: Floats
    weight: float = 0.0
    names_concept: bool = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.names_concept = any(expansion.how == "concept" for expansion in self.term.all_expansions())

    @property
    def is_thing(self) -> bool:
        """Whether it is what the query is about: also a verb is, if the thesaurus knows it."""
        return self.term.names_thing or self.names_concept


class Ranking:
    """Scores all documents of an index."""

    def __init__(self, postings: Postings, phrases: Phrases, weights: Weights) -> None:
        self._postings = postings
        self._phrases = phrases
        self._asked_phrases = AskedPhrases(postings, weights)
        self.weights = weights

    def score(self, asked: Interpretation) -> Floats:
        """For every document its score, from 0 to about 2; 1 is a perfect match without regard to places."""
        met = [_Met(term, degree) for term in asked.terms if (degree := self._degree(term)).any()]
        total = self._zeros()
        if met:
            self._weigh(met)
            for each in met:
                total += each.weight * each.degree
            total /= sum(each.weight for each in met)
            self._asked_phrases.lift([(each.term, each.weight) for each in met], total)
        return self._lifted_by_places(total, asked)

    def _weigh(self, met: list[_Met]) -> None:
        """Give each term its weight: its rarity, more if it names a concept, and not too much beside what names things."""
        things = [each for each in met if each.is_thing]
        others = [each for each in met if not each.is_thing]
        for each in things or others:
            self._lift_literal(each.term, each.degree)
        for each in met:
            each.weight = self._rarity(each.degree) * (self.weights.topic if each.names_concept else 1.0)
        most = self.weights.beside_things * sum(each.weight for each in things)
        all_others = sum(each.weight for each in others)
        if things and all_others > most:
            for each in others:
                each.weight *= most / all_others

    def _zeros(self) -> Floats:
        return np.zeros(self._postings.size, dtype=np.float32)

    def _lifted_by_places(self, total: Floats, asked: Interpretation) -> Floats:
        if not asked.places:
            return total
        inside = self._zeros()
        for place in asked.places:
            inside += self._best(place.expansions, saturate=False)
        inside /= len(asked.places)
        if asked.is_about_places:
            return np.asarray(inside * (1 + total) + total * self.weights.elsewhere, dtype=np.float32)
        alone = self.weights.place_alone if asked.terms else 1.0
        total *= 1 + self.weights.place * inside
        total += alone * _PLACE_ALONE * inside
        return total

    def _degree(self, term: QueryTerm) -> Floats:
        """To which degree each document meets a term: as a whole or by its parts, and a little more by both."""
        degree = self._best(term.expansions)
        if term.parts:
            by_parts = self._by_parts(term)
            more = (
                np.float32(self.weights.beside)
                * np.minimum(degree, by_parts)
                * (1 - np.maximum(degree, by_parts))
            )
            degree = np.asarray(np.maximum(degree, by_parts) + more, dtype=np.float32)
        return degree

    def _lift_literal(self, term: QueryTerm, degree: Floats) -> None:
        """Let documents that have a rare word as it stands be met by it more surely than others by what is near it."""
        for expansion in term.expansions:
            if expansion.field != "words" or expansion.how != "word":
                continue
            postings = self._postings.of("words", expansion.term)
            documents = postings.documents[postings.whole]
            if not len(documents):
                continue
            scarcity = self._scarcity(len(documents))
            lift = self.weights.literal * expansion.weight * scarcity
            degree[documents] += np.float32(lift) * (1 - degree[documents])
            if scarcity and len(documents) <= _FEW:  # in whatever form they have it, before all others
                same = self._phrases.standing_in(documents, f" {term.typed} ")
                for first in (documents, same):
                    degree[first] += np.float32(self.weights.same_form) * (1 - degree[first])

    def _scarcity(self, frequency: int) -> float:
        """From 1 for a word that one document has to 0 for one that is not rare."""
        common = min(self.weights.common, self.weights.common_share * self._postings.size)
        return 1 - math.log(frequency) / math.log(common) if frequency < common else 0.0

    def _by_parts(self, term: QueryTerm) -> Floats:
        """The mean of the degrees to which the parts are met, weighed by how rare they are."""
        total = self._zeros()
        weight_of_all = 0.0
        for part in term.parts:
            degree = self._degree(part)
            weight = (
                self._rarity(degree) * (self.weights.generic_part if not part.names_thing else 1.0)
                if degree.any()
                else 0.0
            )
            weight_of_all += weight
            total += weight * degree
        if weight_of_all:
            total *= self.weights.parts_of_query / weight_of_all
        return total

    def _best(self, expansions: Iterable[Expansion], saturate: bool = True) -> Floats:
        """The degree of the best expansion, and a share of what the others would add."""
        best, beside = self._zeros(), self._zeros()
        for (field, term), weight in sorted(_weight_of_terms(expansions).items()):
            documents, weights, _, _ = self._postings.of(field, term)
            if not len(documents):
                continue
            degree = weights / (weights + self.weights.saturation) if saturate else np.minimum(weights, 1)
            degree = degree * np.float32(weight)
            before = best[documents]
            best[documents] = np.maximum(before, degree)
            beside[documents] += np.minimum(before, degree)
        if saturate and self.weights.beside:
            best += np.float32(self.weights.beside) * beside * (1 - best)
        return best

    def _rarity(self, degree: Floats) -> float:
        """The inverse document frequency of what is met to these degrees.

        It is counted in whole steps, so that the order of the documents cannot matter.
        """
        steps = np.rint(np.minimum(degree * _MET, 1) * _STEPS).astype(np.int64)
        frequency = int(steps.sum()) / _STEPS
        return float(math.log(1 + self._postings.size / (frequency + 0.5)) ** self.weights.rarity)


def _weight_of_terms(expansions: Iterable[Expansion]) -> dict[tuple[str, str], float]:
    """The highest weight of every term of the index."""
    weights: dict[tuple[str, str], float] = {}
    for expansion in expansions:
        key = (expansion.field, expansion.term)
        weights[key] = max(weights.get(key, 0.0), expansion.weight)
    return weights
