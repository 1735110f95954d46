"""Showing why an entry was found: its matched words marked, in the sentences that have most of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from search.documents import Match, Segments
from search.german import STOP_WORDS, WRITTEN, German, fold
from search.ranking import Asked, Thing
from search.vocabulary import WordsByStem

_MOST_SENTENCES = 2
_LONGEST_SENTENCE = 320  # letters; a longer one is shown only if no other matches
_ABBREVIATION = re.compile(r"(?:\b(?:z|B|d|h|u|a|o|Dr|Prof|St|Nr|ca|bzw|Mio|Mrd|inkl|ggf|vgl|Abs|Art)|\d)\.$")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[»“\"]?\s+(?=[\"„«A-ZÄÖÜ0-9])")
_SHOWN = ("word", "part", "concept", "narrower", "prefix", "fuzzy", "place", "related", "broader")
_MARKED = frozenset(_SHOWN[:7])


@dataclass(slots=True)
class _Mark:
    thing: int
    worth: float
    how: str
    typed: str


@dataclass(slots=True)
class _Reading:
    marks: tuple[tuple[int, int, _Mark], ...]
    links: tuple[tuple[str, int, int], ...]  # the words that may belong to a phrase


class Marker:
    """Knows the words that a query marks."""

    def __init__(self, german: German, words: WordsByStem, asked: Asked) -> None:
        self._german = german
        self._stems: dict[str, _Mark] = {}
        self._phrases: dict[str, dict[tuple[str, ...], _Mark]] = {}
        for number, thing in enumerate((*asked.things, *asked.places)):
            self._learn(number, thing)
        self._linked = {
            stem for first, rests in self._phrases.items() for rest in rests for stem in (first, *rest)
        }
        self._telling = words.with_any({*self._stems, *self._linked})
        self._known: dict[str, _Reading] = {}

    def _learn(self, number: int, thing: Thing) -> None:
        for way in thing.all_ways():
            if way.how not in _MARKED:
                continue
            mark = _Mark(number, way.worth, way.how, thing.typed)
            concept = way.term.removeprefix("#")
            if way.field == "concepts" or way.term.startswith("#"):
                for name in self._german.thesaurus.names_of(concept):
                    self._learn_name(name.stems, mark)
            else:
                self._learn_name(tuple(way.term.split()) if way.field == "places" else (way.term,), mark)

    def _learn_name(self, name: tuple[str, ...], mark: _Mark) -> None:
        known = self._phrases.setdefault(name[0], {}) if len(name) > 1 else self._stems
        key: Any = name[1:] if len(name) > 1 else name[0]
        if key not in known or known[key].worth < mark.worth:
            known[key] = mark

    def spans(self, text: str) -> list[tuple[int, int, _Mark]]:
        """Where the text matches: start, end and why, in order and without overlap."""
        found: list[tuple[int, int, _Mark]] = []
        links: list[tuple[str, int, int]] = []
        telling = self._telling
        for match in WRITTEN.finditer(text):
            surface = match.group()
            if surface not in telling:
                continue
            start = match.start()
            reading = self._known.get(surface) or self._read(surface)
            found += [(start + a, start + b, mark) for a, b, mark in reading.marks]
            links += [(stem, start + a, start + b) for stem, a, b in reading.links]
        if len(links) > 1:
            found += self._phrases_in(text, links)
        if len(found) < 2:
            return found
        found.sort(key=lambda f: (f[0], -f[1]))
        apart = found[:1]
        for span in found:
            if span[0] >= apart[-1][1]:
                apart.append(span)
        return apart

    def _phrases_in(self, text: str, links: list[tuple[str, int, int]]) -> Iterator[tuple[int, int, _Mark]]:
        """Words of a name that stand together, but for stop words between them."""
        for at, (first, start, _) in enumerate(links):
            for rest, mark in self._phrases.get(first, {}).items():
                following = links[at + 1 : at + 1 + len(rest)]
                if tuple(stem for stem, _, _ in following) == rest and not any(
                    word not in STOP_WORDS
                    for (_, _, end), (_, begin, _) in pairwise(links[at : at + 1 + len(rest)])
                    for word in map(fold, WRITTEN.findall(text, end, begin))
                ):
                    yield start, following[-1][2], mark

    def _read(self, surface: str) -> _Reading:
        """What this query makes of one word, wherever it stands."""
        marks: list[tuple[int, int, _Mark]] = []
        links: list[tuple[str, int, int]] = []
        pieces = self._german.tokens_of(surface)
        get = self._stems.get
        for a, b, folded, stem, parts, chunks, _ in pieces:
            if folded in STOP_WORDS:
                continue
            mark = get(stem) or next((m for p in (*chunks, *parts) if (m := get(p))), None)
            if mark:
                marks.append((a, b, mark))
            if stem in self._linked:
                links.append((stem, a, b))
        if whole := get(pieces[0][6]) if pieces and pieces[0][6] else None:
            marks = [(0, pieces[-1][1], whole)]
        reading = self._known[surface] = _Reading(tuple(marks), tuple(links))
        return reading

    def mark(self, text: str) -> Segments:
        """The text in pieces, matched ones marked."""
        return _segments(text, self.spans(text))

    def snippets(self, record: Mapping[str, Any]) -> tuple[Segments, ...]:
        """The sentences of an entry that show best why it matched; its first sentence if none does."""
        best: list[tuple[float, int, str, list[tuple[int, int, _Mark]]]] = []
        first = ""
        for order, sentence in enumerate(_sentences_of(record)):
            first = first or sentence
            spans = self.spans(sentence)
            if spans:
                worth: dict[int, float] = {}
                for _, _, mark in spans:
                    worth[mark.thing] = max(worth.get(mark.thing, 0.0), mark.worth)
                value = sum(worth.values()) - (0.5 if len(sentence) > _LONGEST_SENTENCE else 0)
                best.append((-value, order, sentence, spans))
        if not best:
            return (((first, False),),) if first else ()
        best.sort(key=lambda b: (b[0], b[1]))
        chosen = sorted(best[:_MOST_SENTENCES], key=lambda b: b[1])
        return tuple(_segments(sentence, spans) for _, _, sentence, spans in chosen)

    def explain(self, record: Mapping[str, Any]) -> tuple[Match, ...]:
        """Which word of the query met which word of the entry in which field, and how."""
        matches: dict[Match, None] = {}
        for name, value in record.items():
            if name in ("kind", "id"):
                continue
            for text in (value,) if isinstance(value, str) else value:
                for start, end, mark in self.spans(text):
                    matches[Match(mark.typed, text[start:end], name, mark.how)] = None
        return tuple(matches)


def _segments(text: str, spans: Iterable[tuple[int, int, _Mark]]) -> Segments:
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


def _sentences_of(record: Mapping[str, Any]) -> Iterator[str]:
    yield from sentences(record["text"])
    for name in ("results", "lessons"):
        for text in record[name]:
            yield from sentences(text)


def sentences(text: str) -> Iterator[str]:
    """Cut a text at the ends of sentences, not after "z. B." or "1."."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, start, match.start()):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()
