"""From what a person typed to a query. Whatever cannot be understood is plain text, never an error.

Bus Dorf                 words
"offene Daten"           words that stand next to each other
Rufbus OR Carsharing     one of them is enough
feld:mobilitaet          only with this term of a facet; feld:"Klima und Umwelt" if the term has spaces
ort:Ulm 2021-2023        only in this place, and in one of these years (as jahr:2021..2023)
-App -"freies WLAN" -ort:Ulm -2021-2023     without all that
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from search.german import fold

LONGEST_QUERY = 300  # letters; what follows is not read
YEARS = "jahr"
PLACE = "ort"

_CLAUSE = re.compile(
    r"""(?P<minus>(?<!\S)-)?                     # a minus only at the start of a word
        (?:(?P<prefix>[^\W\d_]+):(?=["\w]))?
        (?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+))""",
    re.VERBOSE,
)
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)(?:\s*(?:-|–|\.\.|bis)\s*(?P<last>(?:19|20)\d\d))?")


class Filter(NamedTuple):
    """A term of a facet, a place or a span of years, as it was typed: it may name nothing."""

    facet: str
    value: str


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: words and phrases to find, alternatives of which one is enough, filters, and what to leave out.

    The words of `text` and of the alternatives are to be analysed as German, the phrases and what is excluded
    is to be found as it stands.
    """

    text: str = ""
    phrases: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    excluded_filters: tuple[Filter, ...] = ()
    unfinished: bool = False
    """Whether nothing follows the last word, so that it may go on."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A piece of a query between spaces or quotation marks."""

    text: str
    facet: str = ""
    is_quoted: bool = False
    is_excluded: bool = False

    @property
    def is_or(self) -> bool:
        return self == _Clause("OR")

    @property
    def may_be_alternative(self) -> bool:
        return not self.facet and not self.is_excluded


class QueryParser:
    """Reads queries that may name the facets of an index as prefixes (`feld:mobilitaet`)."""

    def __init__(self, facets: Iterable[str]) -> None:
        """`facets` are the names of all facets; places and years are known without."""
        self._facets = {fold(name): name for name in (*facets, PLACE, YEARS)}

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The names that may stand before a colon; `groesse` may also be typed `größe`."""
        return tuple(sorted(self._facets.values()))

    def parse(self, text: str) -> Query:
        """Read a query. Letters after the first `LONGEST_QUERY` are not read."""
        text = text[:LONGEST_QUERY]
        groups = list(_groups(self._clauses(text)))
        single = [group[0] for group in groups if len(group) == 1]
        found = [clause for clause in single if clause.may_be_alternative]
        without = [clause for clause in single if clause.is_excluded]
        return Query(
            text=" ".join(clause.text for clause in found if not clause.is_quoted),
            phrases=tuple(clause.text for clause in found if clause.is_quoted),
            alternatives=tuple(tuple(c.text for c in group) for group in groups if len(group) > 1),
            excluded=tuple(clause.text for clause in without if not clause.facet),
            filters=tuple(Filter(c.facet, c.text) for c in single if c.facet and not c.is_excluded),
            excluded_filters=tuple(Filter(c.facet, c.text) for c in without if c.facet),
            unfinished=text[-1:].isalnum(),
        )

    def _clauses(self, text: str) -> Iterator[_Clause]:
        for match in _CLAUSE.finditer(text):
            clause = self._clause(match)
            if clause.text.strip():
                yield clause

    def _clause(self, match: re.Match[str]) -> _Clause:
        is_excluded = match["minus"] is not None
        is_quoted = match["quoted"] is not None
        words = match["quoted"] if is_quoted else match["plain"]
        facet = self._facets.get(fold(match["prefix"] or ""), "")
        if facet:
            return _Clause(words, facet, is_excluded=is_excluded)
        if match["prefix"]:  # of something else: https://example.org
            whole = match.group().lstrip("-").replace('"', " ")
            return _Clause(whole, is_excluded=is_excluded)
        if "-" in words and read_years(words):
            return _Clause(words, YEARS, is_excluded=is_excluded)
        return _Clause(words, is_quoted=is_quoted, is_excluded=is_excluded)


def _groups(clauses: Iterable[_Clause]) -> Iterator[list[_Clause]]:
    """Alternatives together, all other clauses alone. An OR without a word on each side of it means nothing."""
    group: list[_Clause] = []
    is_open = False
    for clause in clauses:
        if clause.is_or:
            is_open = bool(group) and group[-1].may_be_alternative
        elif is_open and clause.may_be_alternative:
            group.append(replace(clause, is_quoted=False))
            is_open = False
        else:
            if group:
                yield group
            group, is_open = [clause], False
    if group:
        yield group


def read_years(text: str) -> tuple[int, int] | None:
    """The first and the last year of `2021`, `2021-2023`, `2021..2023` or `2021 bis 2023`; None for anything else."""
    match = _YEARS.fullmatch(text.strip())
    if not match:
        return None
    first = int(match["first"])
    last = int(match["last"] or first)
    return min(first, last), max(first, last)
