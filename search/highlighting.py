"""Showing why an entry was found: its matched words marked, in the sentences that have most of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from search.cut_texts import CutTexts
from search.document_terms import fields_of
from search.documents import Document, How, Match, Segments
from search.german import STOP_WORDS, German, fold, words_in
from search.interpretation import Expansion, Interpretation, QueryTerm
from search.vocabulary import WordsByStem

_MOST_SENTENCES = 2
_LONGEST_SENTENCE = 320  # letters; a longer one is shown only if no other matches
_TOO_LONG = 0.5  # what a sentence loses that is longer
_MARKED: frozenset[How] = frozenset(
    ("word", "part", "concept", "narrower", "prefix", "family", "fuzzy", "place")
)
"""What is marked; a broader or related concept is too far away to be seen as a match."""


class Mark(NamedTuple):
    """Why a word is marked: which query term it meets, how, and how well."""

    term: int
    typed: str
    how: How
    weight: float


class MarkedSpan(NamedTuple):
    """Where a text matches, as start and end, and why."""

    start: int
    end: int
    mark: Mark


class _Link(NamedTuple):
    """A word of a text that may belong to a name of several words."""

    stem: str
    start: int
    end: int


class ShownTexts(NamedTuple):
    """What a hit shows of an entry, in pieces of which each is matched or not."""

    title: Segments
    one_liner: Segments
    title_en: Segments
    one_liner_en: Segments
    snippets: tuple[Segments, ...]
    asked_as: Segments
    """A phrase by which people ask for it, empty if the other texts show as much."""


@dataclass(frozen=True, slots=True)
class _MarkedWord:
    """What a query makes of one written word wherever it stands, with places within the word."""

    spans: tuple[MarkedSpan, ...]
    links: tuple[_Link, ...]


class Highlighter:
    """Knows the words that a query marks. It serves one answer, in one thread."""

    def __init__(self, german: German, words: WordsByStem, asked: Interpretation, cut: CutTexts) -> None:
        """`words` are all written words of the index: the others need not be looked at."""
        self._german = german
        self._cut = cut
        self._stems: dict[str, Mark] = {}
        self._names: dict[str, dict[tuple[str, ...], Mark]] = defaultdict(dict)
        """Marks of names of several words: first stem → the other ones → mark."""
        for number, term in enumerate((*asked.terms, *asked.places)):
            self._learn(number, term)
        self._linked = {
            stem for first, rests in self._names.items() for rest in rests for stem in (first, *rest)
        }
        self._telling = words.with_any({*self._stems, *self._linked})
        marks = (*self._stems.values(), *(mark for names in self._names.values() for mark in names.values()))
        self._asked = {mark.term for mark in marks}
        self._marked_words: dict[str, _MarkedWord] = {}

    def _learn(self, number: int, term: QueryTerm) -> None:
        for expansion in term.all_expansions():
            if expansion.how in _MARKED:
                mark = Mark(number, term.typed, expansion.how, expansion.weight)
                for stems in self._stems_of(expansion):
                    self._learn_stems(stems, mark)

    def _stems_of(self, expansion: Expansion) -> Iterator[tuple[str, ...]]:
        """What stands in a text that has a term of the index: a stem, or several next to each other."""
        if expansion.field == "concepts":
            names = self._german.thesaurus.names_of(expansion.term)
            yield from (name.stems for name in names if not name.is_saying)
        elif expansion.field == "places":
            words = expansion.term.split()
            yield tuple(word for word in words if word not in STOP_WORDS) or tuple(words)
        else:
            yield (expansion.term,)

    def _learn_stems(self, stems: tuple[str, ...], mark: Mark) -> None:
        first, *rest = stems
        if not rest:
            known = self._stems.get(first)
            if known is None or known.weight < mark.weight:
                self._stems[first] = mark
        else:
            known = self._names[first].get(tuple(rest))
            if known is None or known.weight < mark.weight:
                self._names[first][tuple(rest)] = mark

    def spans(self, text: str) -> list[MarkedSpan]:
        """Where the text matches, in order and without overlap; of two that begin together the longer one."""
        written, starts = self._cut.words(text)
        if self._telling.isdisjoint(written):  # most texts, and quickly told
            return []
        found: list[MarkedSpan] = []
        links: list[_Link] = []
        for each, at in zip(written, starts, strict=True):
            if each in self._telling:
                word = self._marked_word(each)
                found += [MarkedSpan(at + start, at + end, mark) for start, end, mark in word.spans]
                links += [_Link(stem, at + start, at + end) for stem, start, end in word.links]
        if len(links) > 1:
            found += self._names_in(text, links)
        return _apart(found)

    def _marked_word(self, written: str) -> _MarkedWord:
        known = self._marked_words.get(written)
        if known is None:
            known = self._marked_words[written] = self._read_word(written)
        return known

    def _read_word(self, written: str) -> _MarkedWord:
        tokens = self._german.tokens_of(written)
        whole = self._stems.get(tokens[0].joined) if tokens and tokens[0].joined else None
        spans: list[MarkedSpan] = []
        links: list[_Link] = []
        for token in tokens:
            if token.is_stop_word:
                continue
            stems = (token.stem, *token.chunks, *token.parts)
            mark = next((self._stems[stem] for stem in stems if stem in self._stems), None)
            if mark:
                spans.append(MarkedSpan(token.start, token.end, mark))
            if token.stem in self._linked:
                links.append(_Link(token.stem, token.start, token.end))
        if whole:
            spans = [MarkedSpan(0, tokens[-1].end, whole)]
        return _MarkedWord(tuple(spans), tuple(links))

    def _names_in(self, text: str, links: list[_Link]) -> Iterator[MarkedSpan]:
        """Names of several words that stand together, but for stop words between them."""
        for at, first in enumerate(links):
            for rest, mark in self._names.get(first.stem, {}).items():
                words = links[at : at + 1 + len(rest)]
                if tuple(word.stem for word in words[1:]) == rest and _stand_together(text, words):
                    yield MarkedSpan(first.start, words[-1].end, mark)

    def shown(self, document: Document) -> ShownTexts:
        """The texts of an entry that tell why it matched, with what matched in them."""
        title, one_liner = self.spans(document.title), self.spans(document.one_liner)
        sentences = self._best_sentences(document)
        seen = {span.mark.term for spans in (title, one_liner, *(s for _, s in sentences)) for span in spans}
        return ShownTexts(
            title=_segments(document.title, title),
            one_liner=_segments(document.one_liner, one_liner),
            title_en=_segments(document.title_en, self.spans(document.title_en)),
            one_liner_en=_segments(document.one_liner_en, self.spans(document.one_liner_en)),
            snippets=tuple(_segments(sentence, spans) for sentence, spans in sentences),
            asked_as=self._phrase_that_shows_more(document, seen),
        )

    def _best_sentences(self, document: Document) -> list[tuple[str, list[MarkedSpan]]]:
        """The sentences that show best why an entry matched, in order; its first sentence if none does."""
        texts = (document.text, *document.results, *document.lessons)
        sentences = [sentence for text in texts for sentence in self._cut.sentences(text)]
        marked = [(i, self.spans(sentence)) for i, sentence in enumerate(sentences)]
        matching = [(i, spans) for i, spans in marked if spans]
        best = sorted(matching, key=lambda each: -_value(sentences[each[0]], each[1]))[:_MOST_SENTENCES]
        if not best:
            return [(sentences[0], [])] if sentences else []
        return [(sentences[i], spans) for i, spans in sorted(best, key=lambda each: each[0])]

    def _phrase_that_shows_more(self, document: Document, seen: set[int]) -> Segments:
        """The phrase that meets best what is asked, if it meets a query term that is not among those seen; else nothing."""
        if seen >= self._asked:
            return ()
        best: Segments = ()
        most = 0.0
        for phrase in document.asked_as:
            spans = self.spans(phrase)
            value = _value(phrase, spans)
            if value > most and any(span.mark.term not in seen for span in spans):
                best, most = _segments(phrase, spans), value
        return best

    def explain(self, document: Document) -> tuple[Match, ...]:
        """Which word of the query met which word of the entry in which field, and how."""
        return tuple(
            dict.fromkeys(
                Match(mark.typed, text[start:end], name, mark.how)
                for name, text in fields_of(document)
                for start, end, mark in self.spans(text)
            )
        )


def _stand_together(text: str, words: list[_Link]) -> bool:
    between = (words_in(text[before.end : after.start]) for before, after in pairwise(words))
    return all(fold(match.group()) in STOP_WORDS for matches in between for match in matches)


def _apart(spans: list[MarkedSpan]) -> list[MarkedSpan]:
    """The spans in order, without those that begin within another one."""
    if len(spans) < 2:
        return spans
    apart: list[MarkedSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def _value(sentence: str, spans: Iterable[MarkedSpan]) -> float:
    """How well a sentence shows a match: the best weight of every query term in it."""
    weights: dict[int, float] = {}
    for _, _, mark in spans:
        weights[mark.term] = max(weights.get(mark.term, 0.0), mark.weight)
    return sum(weights.values()) - (_TOO_LONG if len(sentence) > _LONGEST_SENTENCE else 0)


def _segments(text: str, spans: Iterable[MarkedSpan]) -> Segments:
    segments: list[tuple[str, bool]] = []
    at = 0
    for start, end, _ in spans:
        if start > at:
            segments.append((text[at:start], False))
        segments.append((text[start:end], True))
        at = end
    if at < len(text):
        segments.append((text[at:], False))
    return tuple(segments)
