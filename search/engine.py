"""The search engine over one index folder: searching, suggesting, and entries that are alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import numpy as np

from search.document_terms import DocumentAnalysis, fields_of
from search.documents import Answer, Hit, Relaxation, Suggestion
from search.facets import Counts, Facets
from search.filters import Filters
from search.german import WRITTEN, German, fold
from search.highlighting import Highlighter
from search.interpretation import Interpretation, Interpreter
from search.language import STATES
from search.postings import Postings
from search.querying import Query, QueryParser
from search.ranking import Ranking
from search.similarity import alike, spread
from search.spelling import Spelling
from search.stored import Floats, Mask, StoredIndex, read_analysed_words, read_language
from search.suggestions import Suggestions
from search.vocabulary import WordsByStem
from search.weights import WEIGHTS, Weights

_LEAST_SHARE = 0.12  # of the best score that a hit must have
_SUBTITLE = re.compile(r"\s+[–(]|:\s")  # where a title goes on after the name


def open_index(folder: Path, weights: Weights = WEIGHTS) -> Engine:
    """Open the index that `write_index` wrote."""
    return Engine(folder, weights)


class Engine:
    """Searches one index. It never changes, so any number of threads may share it."""

    def __init__(self, folder: Path, weights: Weights = WEIGHTS) -> None:
        self._stored = StoredIndex(folder)
        self._language = read_language(folder)
        words = read_analysed_words(folder)
        self._words = WordsByStem(words.written)
        self._spellings = words.spellings()
        self._german = German(self._language, words.language, words.written)
        self._analysis = DocumentAnalysis(self._german)
        self._postings = Postings(self._stored)
        self._summaries = self._stored.summaries()
        self._facets = Facets(self._summaries)
        spelling = Spelling(words.vocabulary.forms + Counter(self._german.vocabulary))
        self._filters = Filters(self._facets, self._language, self._german, self._postings)
        self._parser = QueryParser({STATES, *self._language.labels, *self._facets.names})
        self._interpreter = Interpreter(self._german, self._postings, spelling, weights)
        self._ranking = Ranking(self._postings, weights)
        self._number = {s["id"]: n for n, s in enumerate(self._summaries) if s}
        self._rank = self._static_rank()
        self._quality = np.array([s["quality"] if s else 0 for s in self._summaries], dtype=np.float32)
        self._called = self._read_names()
        self._suggestions = Suggestions(self._suggestible())

    def _static_rank(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The order of documents that are equally good hits: the better documented first, then by name."""
        order = sorted(
            self._number.values(),
            key=lambda n: (-self._summary(n)["quality"], self._name(n), self._summary(n)["id"]),
        )
        rank = np.zeros(self._postings.size, dtype=np.int64)
        rank[order] = np.arange(len(order))
        return rank

    def _summary(self, number: int) -> dict[str, Any]:
        summary = self._summaries[number]
        assert summary is not None
        return summary

    def _name(self, number: int) -> str:
        summary = self._summary(number)
        return fold(str(summary["order"].get("name") or summary["title"]))

    def __len__(self) -> int:
        return self._postings.count

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The names that may stand before a colon in a query: every facet, `ort` and `jahr`."""
        return self._parser.prefixes

    def close(self) -> None:
        """Let go of the index's files; there is no search after this."""
        self._stored.close()

    def search(
        self,
        query: str,
        filters: Mapping[str, Sequence[str]] | None = None,
        *,
        sort: str = "relevance",
        page: int = 1,
        page_size: int = 20,
        explain: bool = False,
        facets: Sequence[str] | None = None,
    ) -> Answer:
        """Find entries.

        `filters` names terms of facets, any of which will do, and may have `jahr` with spans of years.
        `sort` is `relevance` or a key of `Document.order`, with a minus in front for the largest first.
        `facets` are counted, all if None.
        """
        query = normalize("NFC", query)  # words end where a combining sign stands alone
        asked_for = self._parser.parse(query)
        masks = {name: self._facets.mask(name, terms) for name, terms in (filters or {}).items() if terms}
        asked_for, extra = self._filtered(asked_for)
        text = asked_for.text
        asked = self._interpreter.interpret(text, asked_for.unfinished and not asked_for.phrases)
        found, scores = self._candidates(asked_for, asked)
        found &= extra
        hits = found.copy()
        for mask in masks.values():
            hits &= mask
        numbers = self._sorted(hits, scores, sort)
        start = max(page - 1, 0) * page_size
        highlighter = Highlighter(self._german, self._words, self._with_phrases(asked, asked_for))
        shown = tuple(
            self._hit(n, float(scores[n]), highlighter, explain)
            for n in numbers[start : start + page_size].tolist()
        )
        return Answer(
            total=len(numbers),
            hits=shown,
            facets=self._counts(facets, found, masks),
            did_you_mean=self._did_you_mean(query, asked),
            relaxed=self._relaxed(found, masks) if not len(numbers) else (),
            query_terms=tuple(t.typed for t in (*asked.terms, *asked.places)),
        )

    def _candidates(self, query: Query, asked: Interpretation) -> tuple[Mask, Floats]:
        """The documents that answer the query, before filters, and the score of each."""
        live = self._stored.live
        scores = np.zeros(self._postings.size, dtype=np.float32)
        found = live.copy()
        if asked:
            scores = self._ranking.score(asked)
        elif query.text:
            found = np.zeros_like(live)
        for words in query.alternatives:
            either = np.zeros(self._postings.size, dtype=np.float32)
            for word in words:
                either = np.maximum(either, self._ranking.score(self._interpreter.interpret(word)))
            scores = scores + either
            found &= either > 0
        if scores.any():
            scores = np.where(live, scores, 0)
            found &= scores >= max(float(scores.max()) * _LEAST_SHARE, 1e-6)
        elif query.text and (asked):
            found = np.zeros_like(live)
        called_so = self._called.get(self._name_of(query.text), [])
        scores[called_so] += scores.max(initial=1)
        found[called_so] = True
        for phrase in query.phrases:
            found &= self._has(phrase, found)
            scores = scores + self._ranking.score(self._interpreter.interpret(phrase))
        for text in query.excluded:
            if self._is_telling(text):
                found &= ~self._has(text, found)
        return found, scores

    def _read_names(self) -> dict[str, list[int]]:
        """Entries by their title and other names: who types a whole name wants the entry that is called so."""
        found: dict[str, list[int]] = {}
        for number in self._number.values():
            summary = self._summary(number)
            names = (summary["title"], _SUBTITLE.split(summary["title"])[0], *summary["aliases"])
            for name in dict.fromkeys(map(self._name_of, names)):
                found.setdefault(name, []).append(number)
        found.pop("", None)
        return found

    def _name_of(self, text: str) -> str:
        return " ".join(self._folded(text))

    def _is_telling(self, text: str) -> bool:
        """Whether a text has a word that can be left out: without stop words there would be no documents."""
        return any(not word.is_stop_word for word in self._german.tokens(text))

    def _has(self, text: str, among: Mask) -> Mask:
        """Which of these documents have the words of the text next to each other as they stand."""
        mask = np.zeros_like(among)
        wanted = [word.folded for word in self._german.tokens(text)]
        if not wanted:
            return among.copy()
        stems = [w.stem for w in self._german.tokens(text) if not w.is_stop_word]
        candidates = among.copy()
        for each in stems:
            having = np.zeros_like(among)
            having[self._postings.of("words", each)[0]] = True
            candidates &= having
        for number in np.flatnonzero(candidates).tolist():
            mask[number] = any(_contains(self._folded(text), wanted) for text in self._texts(number))
        return mask

    def _folded(self, text: str) -> list[str]:
        return [
            token.folded
            for match in WRITTEN.finditer(text)
            for token in self._german.tokens_of(match.group())
        ]

    def _texts(self, number: int) -> Iterator[str]:
        yield from (text for _, text in fields_of(self._stored.document(number)))

    def _filtered(self, query: Query) -> tuple[Query, Mask]:
        """The documents that pass all filters of a query; those that name nothing become words of the query."""
        mask = self._stored.live.copy()
        words, excluded = [query.text], [*query.excluded]
        for each in query.filters:
            passing = self._filters.passing(each)
            if passing is None:
                words.append(each.value)
            else:
                mask &= passing
        for each in query.excluded_filters:
            passing = self._filters.passing(each)
            if passing is None:
                excluded.append(each.value)
            else:
                mask &= ~passing
        return replace(query, text=" ".join(words).strip(), excluded=tuple(excluded)), mask

    def _sorted(self, hits: Mask, scores: Floats, sort: str) -> np.ndarray[Any, np.dtype[np.int64]]:
        numbers = np.flatnonzero(hits)
        if sort == "relevance":
            quality = self._quality * np.float32(self._ranking.weights.quality)
            final = np.round(scores[numbers].astype(np.float64) * (1 + quality[numbers]), 5)
            return numbers[np.lexsort((self._rank[numbers], -final))]
        key = sort.lstrip("-")
        values = {n: self._summary(n)["order"].get(key) for n in numbers.tolist()}
        known = sorted((n for n in values if values[n] is not None), key=lambda n: int(self._rank[n]))
        known.sort(key=lambda n: _sort_key(values[n]), reverse=sort.startswith("-"))
        unknown = sorted((n for n in values if values[n] is None), key=lambda n: int(self._rank[n]))
        return np.array([*known, *unknown], dtype=np.int64)

    def _hit(self, number: int, score: float, highlighter: Highlighter, explain: bool) -> Hit:
        document = self._stored.document(number)
        return Hit(
            id=document.id,
            kind=document.kind,
            score=round(score, 4),
            title=highlighter.mark(document.title),
            one_liner=highlighter.mark(document.one_liner),
            snippets=highlighter.snippets(document),
            explanation=highlighter.explain(document) if explain else (),
        )

    def _with_phrases(self, asked: Interpretation, query: Query) -> Interpretation:
        """What to mark: also the words of phrases and alternatives."""
        more = [*query.phrases, *(word for words in query.alternatives for word in words)]
        if not more:
            return asked
        terms = [term for text in more for term in self._interpreter.interpret(text).terms]
        return Interpretation([*asked.terms, *terms], asked.places)

    def _counts(
        self, names: Sequence[str] | None, found: Mask, masks: Mapping[str, Mask]
    ) -> dict[str, Counts]:
        counts = {}
        for name in self._facets.names if names is None else names:
            mask = found
            for other, its in masks.items():
                if other != name:
                    mask = mask & its
            counts[name] = self._facets.counts(name, mask)
        return counts

    def _relaxed(self, found: Mask, masks: Mapping[str, Mask]) -> tuple[Relaxation, ...]:
        near = []
        for name in masks:
            mask = found.copy()
            for other, its in masks.items():
                if other != name:
                    mask &= its
            if mask.any():
                near.append(Relaxation(name, int(mask.sum())))
        return tuple(sorted(near, key=lambda r: (-r.count, r.facet)))

    def _did_you_mean(self, query: str, asked: Interpretation) -> str | None:
        """The query with misspelt words put right, spelt as in an entry that has them."""
        better = query
        for typed, right in asked.corrections.items():
            better = _replace_word(better, typed, self._spelt(right))
        return better if fold(better) != fold(query) else None

    def _spelt(self, form: str) -> str:
        """A folded word as most documents write it, else as the language does."""
        if form in self._spellings:
            return self._spellings[form]
        names = (name for concept in self._language.concepts for name in concept.names)
        words = (word for name in (*names, *self._language.names_of_places) for word in name.split())
        known = (word.capitalize() for word in self._language.compound_words)
        return next((word for word in (*words, *known) if fold(word) == form), form.capitalize())

    def suggest(self, prefix: str, limit: int = 8) -> list[Suggestion]:
        """What starts like this: entries, terms of facets, places."""
        return self._suggestions.starting_with(prefix, limit)

    def _suggestible(self) -> Iterator[tuple[Suggestion, float]]:
        """All that can be suggested: terms of facets that a document has, places, entries by all their names."""
        for facet, terms in self._language.labels.items():
            had = set(self._facets.terms(facet))
            for term, labels in terms.items():
                if labels and term in had:
                    yield Suggestion(labels[0], facet, term), 2.0
        for place in self._language.names_of_places:
            yield Suggestion(place, "ort", place), 1.5
        for number in sorted(self._number.values(), key=lambda n: int(self._rank[n])):
            summary = self._summary(number)
            for name in (summary["title"], *summary["aliases"]):
                yield Suggestion(name, summary["kind"], summary["id"]), summary["quality"]

    def similar(
        self, id_: str, limit: int = 6, *, kinds: Sequence[str] | None = None, apart: str = "projekt"
    ) -> list[tuple[str, float]]:
        """Entries like this one, best first, of these kinds only if given.

        Those that share a term of the facet `apart` with it count less, and of one such term there are two
        at the most.
        """
        own = self._number.get(id_)
        if own is None:
            return []
        terms = self._analysis.terms(self._stored.document(own))
        scores = alike(terms, self._postings)
        scores[~self._stored.live] = 0
        scores[own] = 0
        ranked = np.lexsort((self._rank, -np.round(scores, 5)))[: 20 * limit].tolist()
        ranked = [n for n in ranked if scores[n] > 0 and (not kinds or self._summary(n)["kind"] in kinds)]
        near = spread(ranked, scores, self._summaries, own, apart)[:limit]
        return [(self._summary(n)["id"], round(score, 4)) for n, score in near]


def _contains(words: list[str], wanted: list[str]) -> bool:
    return any(words[i : i + len(wanted)] == wanted for i in range(len(words) - len(wanted) + 1))


def _sort_key(value: object) -> tuple[int, float, str]:
    return (0, float(value), "") if isinstance(value, int | float) else (1, 0.0, fold(str(value)))


def _replace_word(text: str, folded: str, right: str) -> str:
    return " ".join(right if fold(word) == folded else word for word in text.split())
