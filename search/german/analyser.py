"""The steps of German analysis put together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations
from typing import Any, NamedTuple

from search.caching import MEBIBYTE, BoundedCache
from search.german.lexicon import EMPTY, Lexicon
from search.german.normalise import fold
from search.german.places import PlaceNames
from search.german.split import Cut, Splitter
from search.german.stop_words import STOP_WORDS
from search.german.thesaurus import ConceptName, Thesaurus, read_names
from search.german.tokenise import pieces, words_in, written_in
from search.german.tokens import Token
from search.language import Language

MOST_BYTES = 4 * MEBIBYTE
"""What is kept of the analysis of words that no document has: some thousand words."""

_HYPHENS = dict.fromkeys(map(ord, "-‐‑&"))
_SHORTEST_NAME_AS_PART = 4  # letters

Tokens = tuple[Token, ...]


class AnalysedLanguage(NamedTuple):
    """What analysis makes of a language; it takes a while, so it is kept with the index."""

    parts: tuple[str, ...]
    """Folded words that may be parts of compounds."""
    names: tuple[ConceptName, ...]
    vocabulary: dict[str, str]
    """All words that the language itself has, folded, and how it writes them."""

    @classmethod
    def from_data(
        cls, parts: Iterable[str], names: Iterable[Sequence[Any]], vocabulary: dict[str, str]
    ) -> AnalysedLanguage:
        """One whose tuples have become lists in JSON."""
        read = (ConceptName(concept, tuple(stems), *rest) for concept, stems, *rest in names)
        return cls(tuple(parts), tuple(read), vocabulary)


def analyse_language(language: Language, lexicon: Lexicon = EMPTY) -> AnalysedLanguage:
    """Analyse the names of all concepts. Those that are one word and no compound may be parts of compounds too."""
    compounds = _compound_words(language)
    names = {fold(name) for concept in language.concepts for name in concept.names}
    parts = compounds.known | {
        n for n in names if n.isalpha() and len(n) >= _SHORTEST_NAME_AS_PART and not compounds.cuts(n)
    }
    places = _place_names(language, lexicon)
    tokens_of = cache(WordAnalysis(places, Splitter(parts), lexicon).tokens)
    read = read_names(
        language.concepts, lambda name: [t for word in written_in(name) for t in tokens_of(word)]
    )
    return AnalysedLanguage(tuple(sorted(parts)), tuple(read), _vocabulary(language, parts | places.words))


def _vocabulary(language: Language, others: frozenset[str]) -> dict[str, str]:
    """The words of the names of concepts, and other folded ones. Of several ways to write a word the first counts."""
    of_concepts = [w for concept in language.concepts for name in concept.names for w in name.split()]
    of_places = [word for name in language.names_of_places for word in name.split()]
    compounds = [word.capitalize() for word in language.compound_words]
    spellings = {fold(word): word for word in reversed((*of_concepts, *of_places, *compounds))}
    forms = others.union(map(fold, of_concepts)) - STOP_WORDS
    return {form: spellings.get(form, form.capitalize()) for form in sorted(forms) if form.isalpha()}


def _compound_words(language: Language) -> Splitter:
    return Splitter(map(fold, language.compound_words))


def _place_names(language: Language, lexicon: Lexicon) -> PlaceNames:
    """The names of places; plain words too are those of editors and those of the dictionary."""
    compound_words = _compound_words(language)
    return PlaceNames(
        language.names_of_places, lambda word: compound_words.knows(word) or lexicon.is_plain(word)
    )


class WordAnalysis:
    """From a word as it is written to its tokens: cut into pieces, then fold, split and stem each."""

    def __init__(
        self,
        places: PlaceNames,
        splitter: Splitter,
        lexicon: Lexicon,
        is_name: Callable[[str], bool] = lambda stem: False,
    ) -> None:
        """`is_name` tells of a stem whether it is the name of a concept as one word."""
        self._places = places
        self._splitter = splitter
        self._lexicon = lexicon
        self._is_name = is_name

    def tokens(self, written: str) -> Tokens:
        """The tokens of a written word, with their places in it."""
        edges = list(pieces(written))
        tokens = [self.token(fold(written[start:end]), start, end) for start, end in edges]
        if len(tokens) > 1:
            whole = "".join(_without_hyphen(token.folded) for token in tokens)
            tokens[0] = tokens[0]._replace(joined=self._lexicon.stem(whole))
        return tuple(tokens)

    def token(self, folded: str, start: int = 0, end: int = 0) -> Token:
        """A folded word as a token; names of places that are nothing else are neither cut nor stemmed."""
        if self._places.has(folded) and not self._places.is_common(folded):
            return Token(start, end, folded, folded)
        if not folded.isalnum() and _without_hyphen(folded) != folded:
            return self._with_letter(folded, start, end)
        stem, word = self._lexicon.stem, self._lexicon.singular(folded)
        cuts = self._splitter.cuts(word)
        if not cuts:
            return Token(start, end, folded, stem(word))
        last = cuts[-1][0]
        whole = word[:last] + self._lexicon.singular(word[last:])
        parts = dict.fromkeys(stem(word[a:b]) for a, b in cuts)
        return Token(start, end, folded, stem(whole), tuple(parts), tuple(self._chunks(word, cuts)))

    def _with_letter(self, folded: str, start: int, end: int) -> Token:
        """A letter and a word as one word, of which the latter is a part: E-Rezept."""
        word = self.token(folded[2:])
        whole = self._lexicon.stem(_without_hyphen(folded))
        return Token(start, end, folded, whole, (word.stem, *word.parts), word.chunks)

    def _chunks(self, word: str, cuts: Sequence[Cut]) -> Iterator[str]:
        """The stems of two or more parts next to each other, but not all, that are the name of a concept."""
        for first, last in combinations(range(len(cuts)), 2):
            chunk = self._lexicon.stem(word[cuts[first][0] : cuts[last][1]])
            if last - first + 1 < len(cuts) and self._is_name(chunk):
                yield chunk


def _without_hyphen(folded: str) -> str:
    return folded.translate(_HYPHENS)


class German:
    """Analyses text with the words of a language. It never changes, so any number of threads may share it."""

    def __init__(
        self,
        language: Language,
        analysed: AnalysedLanguage | None = None,
        written: Mapping[str, Tokens] | None = None,
        most_bytes: int = MOST_BYTES,
        lexicon: Lexicon = EMPTY,
    ) -> None:
        """`analysed` is the analysis of an equal language, and `written` that of words as they are written.

        Both spare doing it again. Of the analysis of other words as much is kept as fits into `most_bytes`.
        """
        self._language = language
        self.lexicon = lexicon
        self.analysed = analysed or analyse_language(language, lexicon)
        self.thesaurus = Thesaurus(language.concepts, self.analysed.names)
        self.places = _place_names(language, lexicon)
        self._splitter = Splitter(self.analysed.parts)
        self._analysis = WordAnalysis(self.places, self._splitter, lexicon, self.thesaurus.has_name)
        self._written = {} if written is None else written
        self._others: BoundedCache[str, Tokens] = BoundedCache(most_bytes, _bytes_of)

    @cached_property
    def fingerprint(self) -> str:
        """A hash that changes when analysis could change; the lexicon is always the same one."""
        return self._language.fingerprint()

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, with their places in it. A word with hyphens gives its pieces, the first knowing the whole."""
        tokens: list[Token] = []
        for match in words_in(text):
            at = match.start()
            for start, end, *others in self.tokens_of(match.group()):
                tokens.append(Token._make((at + start, at + end, *others)))
        return tokens

    def tokens_of(self, written: str) -> Tokens:
        """The tokens of one word as it is written (one of `words_in`), with their places in it."""
        return self._written.get(written) or self._others.get_or_make(written, self._analysis.tokens)

    def tokens_kept_in(self, known: dict[str, Tokens]) -> Callable[[str], Tokens]:
        """Like `tokens_of`, but with all analysed words kept in a dictionary, which only one thread may use."""

        def tokens_of(written: str) -> Tokens:
            tokens = known.get(written)
            if tokens is None:
                tokens = known[written] = self._analysis.tokens(written)
            return tokens

        return tokens_of

    def token(self, folded: str) -> Token:
        """A folded word as if it stood in a text."""
        return self._analysis.token(folded, 0, len(folded))

    def parts(self, folded: str) -> list[str]:
        """The parts of a folded compound as they stand in it, with linking letters; none if it is no compound."""
        return self._splitter.parts(folded)

    def is_known(self, token: Token) -> bool:
        """Whether the thesaurus, the parts of compounds or the places have this word as a whole."""
        return (
            self.thesaurus.has_name(token.stem)
            or self.thesaurus.has_name(token.joined)
            or self._splitter.knows(token.folded)
            or token.folded in self.places.words
        )

    def is_common(self, folded: str) -> bool:
        """Whether the thesaurus, the parts of compounds or the dictionary have this word, whatever else it may name."""
        known = folded in self._splitter.known or folded in self.thesaurus.stems
        return known or self.lexicon.is_plain(folded)


def _bytes_of(written: str, tokens: Tokens) -> int:
    return sys.getsizeof(written) + sys.getsizeof(tokens) + sum(map(_bytes_of_token, tokens))


def _bytes_of_token(token: Token) -> int:
    kept = (
        token,
        token.parts,
        token.chunks,
        token.folded,
        token.stem,
        token.joined,
        *token.parts,
        *token.chunks,
    )
    return sum(map(sys.getsizeof, {id(one): one for one in kept}.values()))  # the stem may be the word itself
