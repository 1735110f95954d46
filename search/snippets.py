"""Showing why an entry was found: its matched words marked, in the sentences that have most of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from search.documents import Match, Segments
from search.german import STOP_WORDS, WORD, German
from search.ranking import Asked, Thing

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
    links: tuple[tuple[int, str, int, int], ...]  # which of its words may belong to a phrase
    length: int  # words that are no stop words


class Marker:
    """Knows the words that a query marks."""

    def __init__(self, german: German, asked: Asked) -> None:
        self._german = german
        self._stems: dict[str, _Mark] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], _Mark]]] = {}
        self._linked: set[str] = set()
        self._known: dict[str, _Reading] = {}
        for number, thing in enumerate((*asked.things, *asked.places, *asked.kinds_of_place)):
            self._learn(number, thing)

    def _learn(self, number: int, thing: Thing) -> None:
        for way in thing.all_ways():
            if way.how not in _MARKED:
                continue
            mark = _Mark(number, way.worth, way.how, thing.typed)
            concept = way.term.removeprefix("#")
            if way.field == "concepts" or way.term.startswith("#"):
                for name in self._german.stems_of(concept):
                    self._learn_name(name, mark)
            else:
                self._learn_name(tuple(way.term.split()) if way.field == "places" else (way.term,), mark)

    def _learn_name(self, name: tuple[str, ...], mark: _Mark) -> None:
        if len(name) > 1:
            self._phrases.setdefault(name[0], []).append((name[1:], mark))
            self._linked.update(name)
        elif name[0] not in self._stems or self._stems[name[0]].worth < mark.worth:
            self._stems[name[0]] = mark

    def spans(self, text: str) -> list[tuple[int, int, _Mark]]:
        """Where the text matches: start, end and why, in order and without overlap."""
        found: list[tuple[int, int, _Mark]] = []
        links: dict[int, tuple[str, int, int]] = {}  # words that may belong to a phrase, by their number
        number = 0
        known = self._known.get
        for match in WORD.finditer(text):
            reading = known(match.group()) or self._read(match.group())
            if reading.marks:
                start = match.start()
                found += [(start + a, start + b, mark) for a, b, mark in reading.marks]
            for step, stem, a, b in reading.links:
                links[number + step] = (stem, match.start() + a, match.start() + b)
            number += reading.length
        for at, (stem, start, _) in links.items():
            for rest, mark in self._phrases.get(stem, ()):
                following = [links.get(at + 1 + i) for i in range(len(rest))]
                if all(f and f[0] == other for f, other in zip(following, rest, strict=True)):
                    end = following[-1]
                    found.append((start, end[2] if end else start, mark))
        found.sort(key=lambda f: (f[0], -f[1]))
        apart: list[tuple[int, int, _Mark]] = []
        for span in found:
            if not apart or span[0] >= apart[-1][1]:
                apart.append(span)
        return apart

    def _read(self, surface: str) -> _Reading:
        """What this query makes of one word, wherever it stands."""
        marks: list[tuple[int, int, _Mark]] = []
        links: list[tuple[int, str, int, int]] = []
        length = 0
        pieces = self._german.pieces(surface)
        get = self._stems.get
        for a, b, folded, stem, parts, chunks, _ in pieces:
            if folded in STOP_WORDS:
                continue
            mark = get(stem) or next((m for p in (*chunks, *parts) if (m := get(p))), None)
            if mark:
                marks.append((a, b, mark))
            if stem in self._linked:
                links.append((length, stem, a, b))
            length += 1
        if whole := get(pieces[0][6]) if pieces and pieces[0][6] else None:
            marks = [(0, pieces[-1][1], whole)]
        reading = self._known[surface] = _Reading(tuple(marks), tuple(links), length)
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
