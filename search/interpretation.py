"""What the words of a query may mean: from a text to query terms, each with all the terms of the index that meet it.

The steps are those of query understanding: analyse, correct misspelt words, find places, then expand every other
word by its parts, by the concepts that it names alone or with others, and by the words that it may become. A word
that nothing of that meets is expanded by those that derive from the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from search.documents import How
from search.german import Families, German, Span, Token
from search.postings import Postings
from search.salience import ASPECTS, GENERIC_PARTS, Salience
from search.spelling import Spelling
from search.weights import Weights

_MOST_WORDS = 24  # of a query; what follows is not looked at
_MOST_COMPLETIONS = 12
_SHORTEST_COMPLETED = 3  # letters
_SHORTEST_PART = 4  # letters of a part of a compound that is put right
_LONGEST_WORD = 40  # letters; what is longer is no misspelt word
_CODE = re.compile(r"([a-z]{1,4})(\d+)")  # what may also be two words: B466
_BEFORE_PLACES = frozenset(("in", "aus", "bei", "nach", "stadt", "gemeinde", "kreis", "landkreis", "ort"))


@dataclass(slots=True)
class Expansion:
    """A term of the index by which a query term may be met."""

    field: str
    term: str
    weight: float
    """What it counts against the word itself, which counts 1."""
    how: How


@dataclass(slots=True)
class QueryTerm:
    """One thing that is asked for: a word or a place. A document meets it by the best of its expansions, or by its parts."""

    typed: str
    """As it was typed, folded."""
    expansions: list[Expansion] = field(default_factory=list)
    parts: list[QueryTerm] = field(default_factory=list)
    """What is asked for by the parts of a compound."""
    names_thing: bool = True
    """Whether it is what the query, or the compound, is about, and not a word that only goes with that."""

    def all_expansions(self) -> Iterator[Expansion]:
        """The expansions of the term and of its parts."""
        yield from self.expansions
        for part in self.parts:
            yield from part.all_expansions()

    @property
    def is_met(self) -> bool:
        """Whether any document has it in any way."""
        return any(True for _ in self.all_expansions())

    def weaken(self, share: float) -> None:
        """Let every expansion count this share: the word is only near to what was typed."""
        for expansion in self.all_expansions():
            expansion.weight *= share
            if expansion.how == "word":
                expansion.how = "fuzzy"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """All that a text asks for."""

    terms: list[QueryTerm] = field(default_factory=list)
    places: list[QueryTerm] = field(default_factory=list)
    corrections: dict[str, str] = field(default_factory=dict)
    """Misspelt word → the right one, both folded."""
    not_found: tuple[str, ...] = ()
    """Words, as they were typed, that no document has in any way."""
    is_about_places: bool = False
    """Whether nothing is asked for but what there is in the places named."""
    says_nothing: bool = False
    """Whether it has words, but none with a meaning of its own."""

    def __bool__(self) -> bool:
        return bool(self.terms or self.places)


class Interpreter:
    """Interprets texts by the language and by the words that an index has."""

    def __init__(
        self,
        german: German,
        postings: Postings,
        spelling: Spelling,
        salience: Salience,
        stems: Iterable[str],
        weights: Weights,
    ) -> None:
        """`stems` are those of all words of the documents."""
        self._german = german
        self._thesaurus = german.thesaurus
        self._postings = postings
        self._spelling = spelling
        self._salience = salience
        self._stems = stems
        self._weights = weights

    @cached_property
    def _families(self) -> Families:
        return Families({*self._stems, *self._thesaurus.stems})

    def interpret(self, text: str, unfinished: bool = False) -> Interpretation:
        """What a text asks for. The last word of an `unfinished` one may go on."""
        typed = self._german.tokens(text)[:_MOST_WORDS]
        completable = len(typed) - 1 if unfinished else -1
        tokens, likeness = self._corrected(typed, completable)
        small = {i for i, token in enumerate(typed) if text[token.start].islower()}
        places, doubtful = self._places(tokens, small)

        only_places = (span for span in places if not self._may_be_plain(span, tokens))
        content = _content(tokens, {i for span in only_places for i in range(span.first, span.last + 1)})
        terms = {i: self._term(typed[i].folded, tokens[i], i == completable) for i in content}
        for i, place in doubtful.items():
            terms[i].expansions.append(Expansion("places", place, self._weights.doubtful_place, "place"))
        self._add_concepts(terms, self._concept_spans(tokens))
        self._add_joined(terms, tokens)
        self._add_families(terms, tokens)
        for i in likeness.keys() & terms.keys():
            terms[i].weaken(self._weights.fuzzy * likeness[i])
        first_of_stem = {tokens[i].stem: i for i in sorted(terms, reverse=True)}
        unmet = [typed[i] for i in content if len(typed[i].folded) > 1 and not terms[i].is_met]
        return Interpretation(
            terms=[terms[i] for i in sorted(first_of_stem.values())],
            places=[_place_term(span, tokens) for span in places],
            corrections={typed[i].folded: tokens[i].folded for i in likeness},
            not_found=tuple(dict.fromkeys(text[token.start : token.end] for token in unmet)),
            is_about_places=bool(places)
            and not any(
                t.is_met and t.names_thing and tokens[i].stem not in ASPECTS for i, t in terms.items()
            ),
            says_nothing=bool(typed) and not content and not places,
        )

    # Misspelt words

    def _corrected(self, typed: Sequence[Token], completable: int) -> tuple[list[Token], dict[int, float]]:
        """The words with misspelt ones put right, and how like the right ones are to what was typed, below 1."""
        tokens, likeness = list(typed), dict[int, float]()
        if "fuzzy" in self._weights.off:
            return tokens, likeness
        named = {
            i for s in self._concept_spans(typed) if s.first < s.last for i in range(s.first, s.last + 1)
        }
        for i, token in enumerate(typed):
            if i in named or len(token.folded) > _LONGEST_WORD or self._is_right(token):
                continue
            if i == completable and self._spelling.starting_with(token.folded):
                continue
            form, like = self._nearest(token.folded)
            right = self._german.token(form)
            if form and right.stem != token.stem:  # another form of the same word corrects nothing
                tokens[i], likeness[i] = right, like
        return tokens, likeness

    def _is_right(self, token: Token) -> bool:
        """Whether this is a word of the language or of a dictionary, or somebody wrote it or all parts of it."""
        if token.is_stop_word or self._german.is_known(token) or self._german.lexicon.has(token.folded):
            return True
        if self._has_word(token.stem) or (token.joined and self._has_word(token.joined)):
            return True
        return bool(token.parts) and all(map(self._has_word, token.parts))

    def _has_word(self, term: str) -> bool:
        return self._postings.frequency("words", term) > 0

    def _nearest(self, folded: str) -> tuple[str, float]:
        """The right spelling of a word, else of the one part of it that is wrong; empty if there is none."""
        lexicon = self._german.lexicon
        right, like = self._spelling.near(folded, most=1 if lexicon.may_be_compound(folded) else 2)
        if right:
            return right, like
        parts = self._german.parts(folded)
        if parts:  # the first one is the one that is unknown
            if lexicon.has(parts[0]):
                return "", 0.0
            right, like = self._spelling.near(parts[0])
            return (right + folded[len(parts[0]) :], like) if right else ("", 0.0)
        return self._nearest_of_rest(folded)

    def _nearest_of_rest(self, folded: str) -> tuple[str, float]:
        """The right spelling of a compound that begins with a known word; empty if its rest is a real word too."""
        ends = range(len(folded) - _SHORTEST_PART, _SHORTEST_PART - 1, -1)
        cuts = [(folded[:end], folded[end:]) for end in ends]
        begun = [cut for cut in cuts if self._german.is_known(self._german.token(cut[0]))]
        if any(self._german.lexicon.has(rest) for _, rest in begun):
            return "", 0.0
        for known, rest in begun:
            right, like = self._spelling.near(rest)
            if right:
                return known + right, like
        return "", 0.0

    # Places

    def _places(self, tokens: Sequence[Token], small: set[int]) -> tuple[list[Span], dict[int, str]]:
        """The names of places where documents are; and of plain words in small letters, the place that each names.

        `small` are the words that begin with a small letter: `gießen` is rather a verb.
        """
        sure: list[Span] = []
        doubtful: dict[int, str] = {}
        if "places" in self._weights.off:
            return sure, doubtful
        for span in self._german.places.spans(tokens):
            if not self._postings.frequency("places", span.target):
                continue
            if span.first in small and self._may_be_plain(span, tokens):
                doubtful[span.first] = span.target
            else:
                sure.append(span)
        return sure, doubtful

    def _may_be_plain(self, span: Span, tokens: Sequence[Token]) -> bool:
        """Whether the name of a place may be meant as a plain word: Essen, but not what follows "in" without article."""
        folded = tokens[span.first].folded
        if span.first < span.last or not self._german.is_common(folded):
            return False
        return not span.first or tokens[span.first - 1].folded not in _BEFORE_PLACES

    # Words, their parts, and what they may become

    def _term(self, typed: str, token: Token, is_unfinished: bool) -> QueryTerm:
        term = QueryTerm(typed, names_thing=self._salience.names_thing(token))
        self._add_word(term, token.stem, 1.0, "word")
        if token.joined:
            self._add_word(term, token.joined, 1.0, "word")
        is_whole = term.expansions and not token.folded.isalnum()  # E-Bike is ebike, which has no parts
        if "compounds" not in self._weights.off and not is_whole:
            term.parts = self._parts(token.parts)
        if not term.expansions and (code := _CODE.fullmatch(token.folded)):
            term.parts = self._parts(code.groups())
        if is_unfinished and "prefix" not in self._weights.off and not term.expansions and not term.parts:
            self._add_completions(term, token.folded)
        return term

    def _parts(self, parts: Sequence[str]) -> list[QueryTerm]:
        """What is asked for by the parts of a compound.

        Of one part alone, where the others are in no document, nothing can be told unless it names a concept: the
        tax of Pferdesteuer is none of the controls that begin alike.
        """
        met = [part for part in map(self._part, parts) if part.expansions]
        names_concept = any(each.how == "concept" for part in met for each in part.expansions)
        return met if len(met) > 1 or len(met) == len(parts) or names_concept else []

    def _part(self, part: str) -> QueryTerm:
        """What is asked for by a part of a compound, which is given as its stem."""
        term = QueryTerm(part, names_thing=part not in GENERIC_PARTS)
        self._add_word(term, part, 1.0, "part")
        self._add_concepts_of(term, part, 1.0)
        return term

    def _add_word(self, term: QueryTerm, word: str, weight: float, how: How) -> None:
        if self._has_word(word):
            term.expansions.append(Expansion("words", word, weight, how))

    def _add_completions(self, term: QueryTerm, folded: str) -> None:
        """The words that start so, the most frequent ones."""
        if len(folded) < _SHORTEST_COMPLETED:
            return
        stems = dict.fromkeys(map(self._german.lexicon.stem, self._spelling.starting_with(folded)))
        by_frequency = sorted(stems, key=lambda word: (-self._postings.frequency("words", word), word))
        for word in by_frequency[:_MOST_COMPLETIONS]:
            self._add_word(term, word, self._weights.prefix, "prefix")
            self._add_concepts_of(term, word, self._weights.prefix)

    def _add_joined(self, terms: dict[int, QueryTerm], tokens: Sequence[Token]) -> None:
        """Two words next to each other may be one: `park platz`."""
        if "joined" in self._weights.off:
            return
        for i, j in pairwise(sorted(terms)):
            if j == i + 1 and not (tokens[i].folded[-1].isdigit() and tokens[j].folded[0].isdigit()):
                joined = self._german.lexicon.stem(tokens[i].folded + tokens[j].folded)
                for k in (i, j):
                    self._add_word(terms[k], joined, self._weights.joined, "word")
                    self._add_concepts_of(terms[k], joined, 1.0)

    def _add_families(self, terms: dict[int, QueryTerm], tokens: Sequence[Token]) -> None:
        """Words that derive from the same one, for words that are met by nothing else."""
        if "families" in self._weights.off:
            return
        for i, term in terms.items():
            if not term.is_met:
                for word in self._families.of(tokens[i].stem):
                    self._add_word(term, word, self._weights.family, "family")
                    self._add_concepts_of(term, word, self._weights.family)

    # Concepts

    def _concept_spans(self, tokens: Sequence[Token]) -> list[Span]:
        if "thesaurus" in self._weights.off:
            return []
        loose = self._thesaurus.loose_spans(tokens) if "loose" not in self._weights.off else ()
        return [*self._thesaurus.spans(tokens), *loose]

    def _add_concepts(self, terms: dict[int, QueryTerm], spans: Iterable[Span]) -> None:
        """Let every word of a name be met by its concept; each word alone tells little of a name of several."""
        for first, last, concept, strength in spans:
            for i in range(first, last + 1):
                if i not in terms:
                    continue
                if first == last:
                    self._add_concept(terms[i], concept, strength)
                    continue
                for expansion in terms[i].expansions:
                    if expansion.field == "words":
                        expansion.weight = self._weights.word_of_phrase
                self._add_concept(terms[i], concept, strength * self._weights.phrase)

    def _add_concepts_of(self, term: QueryTerm, word: str, weight: float) -> None:
        """The concepts that a stem names alone."""
        for span in self._thesaurus.spans([Token(0, 0, word, word)]):
            self._add_concept(term, span.target, span.strength * weight)

    def _add_concept(self, term: QueryTerm, concept: str, strength: float) -> None:
        """Meet a term by a concept, and less by those that are near it in the thesaurus."""
        if "thesaurus" in self._weights.off:
            return
        w = self._weights
        near: tuple[tuple[How, float, Sequence[str]], ...] = (
            ("concept", 1.0, (concept,)),
            ("narrower", w.narrower, self._thesaurus.narrower(concept)),
            ("broader", w.broader, self._thesaurus.concepts[concept].broader),
            ("related", w.related, self._thesaurus.concepts[concept].related),
        )
        for how, weight, concepts in near:
            for each in concepts:
                term.expansions.append(Expansion("concepts", each, w.concept * weight * strength, how))


def _content(tokens: Sequence[Token], in_places: set[int]) -> list[int]:
    """The words to look for: all but stop words and places."""
    return [i for i, token in enumerate(tokens) if not token.is_stop_word and i not in in_places]


def _place_term(span: Span, tokens: Sequence[Token]) -> QueryTerm:
    typed = " ".join(token.folded for token in tokens[span.first : span.last + 1])
    return QueryTerm(typed, [Expansion("places", span.target, 1.0, "place")])
