"""The search engine over one index folder: searching, suggesting, and entries that are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unicodedata import normalize

import numpy as np

from search.candidates import CandidateFinder
from search.collector import collector_paused
from search.corrections import did_you_mean
from search.cut_texts import CutTexts
from search.document_terms import DocumentAnalysis
from search.documents import Answer, Hit, Suggestion
from search.entry_names import EntryNames
from search.facets import Facets, Selection
from search.filters import Filters
from search.german import German
from search.german.thesaurus import PART_OF_COMPOUND
from search.highlighting import Highlighter
from search.interpretation import Interpretation, Interpreter
from search.language import STATES, Concept
from search.phrases import Phrases
from search.postings import Postings
from search.querying import Query, QueryParser
from search.ranking import Ranking
from search.register import Register
from search.salience import Salience
from search.similarity import Similarity
from search.sorting import RELEVANCE, Sorting
from search.spelling import Spelling
from search.stored import StoredIndex, read_analysed_words, read_language, read_lexicon
from search.suggestions import Suggestions, suggestible
from search.vocabulary import WordsByStem
from search.weights import WEIGHTS, Weights


def open_index(folder: Path, weights: Weights = WEIGHTS) -> Engine:
    """Open the index that `write_index` wrote.

    Raises OSError if there is none in the folder.
    """
    with collector_paused():
        return Engine(folder, weights)


@dataclass(frozen=True, slots=True)
class _Searching:
    """What searches need beside the index: it takes longer to make than an index to open, and many pages ask for no search."""

    filters: Filters
    words: WordsByStem
    cut_texts: CutTexts
    register: Register
    interpreter: Interpreter
    candidates: CandidateFinder
    spellings: Mapping[str, str]


class Engine:
    """Searches one index. Its tables never change: those that searches need are made whole at the first, and so those of suggestions.

    So any number of threads may share it.
    """

    def __init__(self, folder: Path, weights: Weights = WEIGHTS) -> None:
        self._language, self._analysed = read_language(folder), read_analysed_words(folder)
        self._weights = weights
        self._stored = StoredIndex(folder)
        self._summaries = self._stored.summaries()
        self._german = German(
            self._language, self._analysed.language, self._analysed.written, lexicon=read_lexicon(folder)
        )
        self._postings = Postings(self._stored)
        self._facets = Facets(self._summaries)
        self._parser = QueryParser({STATES, *self._language.labels, *self._facets.names})
        self._sorting = Sorting(self._summaries, weights.quality)
        self._similarity = Similarity(
            self._stored, self._summaries, self._postings, DocumentAnalysis(self._german), self._sorting
        )

    @cached_property
    def _searching(self) -> _Searching:
        """What searches need beside the index."""
        german, postings, words = self._german, self._postings, self._analysed
        forms, vocabulary = words.vocabulary.forms, words.language.vocabulary
        by_stem = WordsByStem(words.written)
        phrases = Phrases(german, postings, self._stored)
        spelling = Spelling(forms + Counter(vocabulary.keys()))
        salience = Salience(by_stem, words.vocabulary.written)
        interpreter = Interpreter(german, postings, spelling, salience, by_stem.stems, self._weights)
        return _Searching(
            filters=Filters(self._facets, self._language, german, postings),
            words=by_stem,
            cut_texts=CutTexts(),
            register=Register(self._language.register, lambda name: postings.frequency("places", name) > 0),
            interpreter=interpreter,
            candidates=CandidateFinder(
                len(self._summaries),
                interpreter,
                Ranking(postings, phrases, self._weights),
                EntryNames(german, self._summaries),
                phrases,
            ),
            spellings={**vocabulary, **words.spellings()},
        )

    @cached_property
    def _suggestions(self) -> Suggestions:
        best_first = (self._summaries[n] for n in self._sorting.best_first)
        return Suggestions(suggestible(self._language, self._facets, best_first))

    def __len__(self) -> int:
        return self._stored.size

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The names that may stand before a colon in a query: every facet, `ort`, `land` and `jahr`."""
        return self._parser.prefixes

    def close(self) -> None:
        """Let go of the index's files; searching after this raises whoosh.reading.ReaderClosed."""
        self._stored.close()

    def search(
        self,
        query: str,
        filters: Mapping[str, Sequence[str]] | None = None,
        *,
        sort: str = RELEVANCE,
        page: int = 1,
        page_size: int = 20,
        explain: bool = False,
        facets: Sequence[str] | None = None,
        distant: bool = True,
    ) -> Answer:
        """Find entries. Any text is a query (see `search.querying`); the empty one finds all.

        `filters` names terms of facets, any of which will do, and may have `jahr` with spans of years.
        `sort` is `relevance` or a key of `Document.order`, with a minus in front for the largest first.
        Pages are counted from 1; one after the last is empty. `explain` tells of every hit which words met.
        `facets` are counted, all if None. Without `distant`, hits that are only somehow related to the query are
        neither given nor counted, unless there are no others.
        """
        text = normalize("NFC", query)  # words end where a combining sign stands alone
        searching = self._searching
        parsed, passing = searching.filters.resolve(self._parser.parse(text))
        asked = searching.interpreter.interpret(parsed.text, parsed.unfinished and not parsed.phrases)
        found, best, scores = searching.candidates.find(parsed, asked)
        found &= passing
        best &= passing
        selection = Selection(self._facets, filters or {})
        first, others = (
            self._sorting.sorted(selection.passing(part).nonzero()[0], scores, sort)
            for part in (best, found & ~best)
        )
        if len(first) and not distant:
            found, numbers = best, first
        else:
            numbers = np.concatenate((first, others))
        start = max(page - 1, 0) * page_size
        highlighter = Highlighter(
            self._german, searching.words, self._to_highlight(parsed, asked), searching.cut_texts
        )
        return Answer(
            total=len(numbers),
            hits=tuple(
                self._hit(n, float(scores[n]), not best[n], highlighter, explain)
                for n in numbers[start : start + page_size].tolist()
            ),
            best=len(first),
            distant=len(others),
            facets=selection.counts(found, facets),
            did_you_mean=did_you_mean(text, asked.corrections, searching.spellings),
            relaxed=selection.relaxations(found) if not len(numbers) else (),
            query_terms=tuple(term.typed for term in (*asked.terms, *asked.places)),
            not_found=asked.not_found,
            places_without_entry=tuple(searching.register.without_entry(parsed.text, asked.not_found)),
            says_nothing=asked.says_nothing and not len(numbers),
        )

    def _to_highlight(self, query: Query, asked: Interpretation) -> Interpretation:
        """What to mark: also the words of phrases and alternatives."""
        texts = (*query.phrases, *(word for words in query.alternatives for word in words))
        more = (term for text in texts for term in self._searching.interpreter.interpret(text).terms)
        return Interpretation([*asked.terms, *more], asked.places)

    def _hit(
        self, number: int, score: float, is_distant: bool, highlighter: Highlighter, explain: bool
    ) -> Hit:
        document = self._stored.document(number)
        return Hit(
            id=document.id,
            kind=document.kind,
            score=round(score, 4),
            is_distant=is_distant,
            **highlighter.shown(document)._asdict(),
            explanation=highlighter.explain(document) if explain else (),
        )

    def concepts(self, query: str) -> list[str]:
        """The concepts of the thesaurus that a query names plainly, not as a part of a compound; first those that most of
        its words name."""
        tokens = self._german.tokens(query)
        thesaurus = self._german.thesaurus
        named: dict[str, set[int]] = {}
        for span in (*thesaurus.spans(tokens), *thesaurus.loose_spans(tokens)):
            if span.strength > PART_OF_COMPOUND:
                named.setdefault(span.target, set()).update(range(span.first, span.last + 1))
        return sorted(named, key=lambda concept: -len(named[concept]))

    @property
    def named_concepts(self) -> Collection[Concept]:
        """All concepts of the thesaurus with their names."""
        return self._german.thesaurus.concepts.values()

    def suggest(self, prefix: str, limit: int = 8, language: str = "de") -> list[Suggestion]:
        """What starts like this: entries, terms of facets, places. The best first, at most `limit`.

        Of an entry that has names in German and English the one in the given language is preferred.
        """
        return self._suggestions.starting_with(prefix, limit, language)

    def similar(
        self, id_: str, limit: int = 6, *, kinds: Sequence[str] | None = None, apart: str = "projekt"
    ) -> list[tuple[str, float]]:
        """Ids of entries like this one with how like they are, from 0 to about 1, the best first.

        Only of these kinds if given; none if nobody has the id. Those that share a term of the facet `apart`
        with it count less, and of one such term there are two at the most.
        """
        return list(self._similarity.similar(id_, limit, kinds, apart))
