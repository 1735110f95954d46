"""What the search page offers to narrow and widen a search: kinds, facets with counts, chips, and ways out of nothing."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _

from catalogue.api.parameters import KIND, PROJECT
from catalogue.edition.tables import vocabulary_table
from catalogue.model.facets import FACETS, FACETS_BY_NAME, PLACES, YES, Facet
from catalogue.model.kinds import KINDS, KINDS_BY_NAME
from catalogue.queries import hits
from catalogue.web.edition_access import ask_once, engine, term, vocabulary_terms
from catalogue.web.languages import in_language
from catalogue.web.search_place import near_label
from catalogue.web.search_request import SearchRequest
from search import Answer
from search.querying import YEARS

AT_ONCE = 8
"""So many values of a facet are shown before one asks for more."""

MOST_WAYS = 6
"""So many filters are tried alone where none of them can be dropped alone."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet as the page offers it: how many hits it would give, and whether it is chosen."""

    name: str
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class OfferedFacet:
    """A facet as the page offers it."""

    name: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> int:
        """How many values are chosen."""
        return sum(option.chosen for option in self.options)

    @property
    def first(self) -> list[Option]:
        """The values that are shown at once: all, if only one or two more would hide."""
        return self.options if len(self.options) <= AT_ONCE + 2 else self.options[:AT_ONCE]

    @property
    def more(self) -> list[Option]:
        """The values that one has to ask for."""
        return self.options[len(self.first) :]


@dataclass(frozen=True, slots=True)
class SearchLink:
    """A link to a search near this one."""

    label: str
    address: str
    count: int | None = None
    current: bool = False


def facet_labels() -> dict[str, str]:
    """The names of the filters on the page."""
    others = {
        KIND: _("Art des Eintrags"),
        PROJECT: _("Modellprojekt"),
        YEARS: _("Zeitraum"),
        PLACES: _("Ort"),
    }
    return {**others, **{facet.name: in_language(facet.label) for facet in FACETS}}


def kind_labels() -> dict[str, str]:
    """The kinds of entries that the search finds, in the plural."""
    return {kind.name: in_language(kind.plural) for kind in KINDS if kind.searched}


def entry_label(kind: str) -> str:
    """What an entry is, in the singular."""
    return in_language(KINDS_BY_NAME[kind].singular)


def kinds(asked: SearchRequest, answer: Answer) -> list[SearchLink]:
    """The kinds of entries to choose from, of which one is current."""
    counted = dict(answer.facets.get(KIND, ()))
    chosen = asked.filters.get(KIND, [])
    others = asked.without(KIND)
    ways = [SearchLink(_("Alles"), asked.address(filters=others), sum(counted.values()), not chosen)]
    for kind, label in kind_labels().items():
        filters = {KIND: [kind], **others}
        ways.append(SearchLink(label, asked.address(filters=filters), counted.get(kind, 0), chosen == [kind]))
    offered = [way for way in ways if way.count or way.current]
    return offered if len(offered) > 1 else []


def facets(asked: SearchRequest, answer: Answer) -> list[OfferedFacet]:
    """The facets in the order of the page, values without any hit left out unless they are chosen."""
    offered = [_offered(facet, asked, answer) for facet in FACETS if facet.vocabulary]
    flags = [
        flag
        for facet in FACETS
        if not facet.vocabulary
        for flag in _options(facet, {YES: in_language(facet.label)}, asked, answer)
    ]
    return [facet for facet in (*offered, OfferedFacet("angaben", _("Angaben"), flags)) if facet.options]


def _offered(facet: Facet, asked: SearchRequest, answer: Answer) -> OfferedFacet:
    terms = vocabulary_terms(vocabulary_table(facet.vocabulary))
    options = _options(facet, {value: known.label for value, known in terms.items()}, asked, answer)
    if not facet.ordered:
        options.sort(key=lambda option: -option.count)
    if len(options) > AT_ONCE:
        options.sort(key=lambda option: not option.chosen)
    return OfferedFacet(facet.name, in_language(facet.label), options)


def _options(facet: Facet, labels: dict[str, str], asked: SearchRequest, answer: Answer) -> list[Option]:
    """The values that have hits or are chosen."""
    counts = dict(answer.facets.get(facet.name, ()))
    chosen = asked.filters.get(facet.name, [])
    return [
        Option(facet.name, value, label, counts.get(value, 0), value in chosen)
        for value, label in labels.items()
        if counts.get(value) or value in chosen
    ]


def chips(asked: SearchRequest) -> list[SearchLink]:
    """What is chosen, each with the address of the search without it. The kind of entries is chosen elsewhere."""
    projects = ask_once(hits.project_names)
    chosen = [
        SearchLink(filter_label(name, value, projects), asked.address(filters=asked.without(name, value)))
        for name, values in asked.filters.items()
        if name != KIND
        for value in values
    ]
    if asked.place:
        chosen.append(SearchLink(asked.place.name, asked.address(place="")))
    if asked.near:
        chosen.append(SearchLink(near_label(asked.near), asked.address(near="")))
    return chosen


def filter_label(name: str, value: str, projects: dict[str, str]) -> str:
    """What a chosen filter is called."""
    if facet := FACETS_BY_NAME.get(name):
        return (
            term(vocabulary_table(facet.vocabulary), value).label
            if facet.vocabulary
            else in_language(facet.label)
        )
    if name == PROJECT:
        return projects.get(value, value)
    first, last = SearchRequest("", {name: [value]}).years
    if first and last:
        return first if first == last else f"{first}–{last}"
    return str(_("ab %(year)s", year=first) if first else _("bis %(year)s", year=last))


def ways_out(asked: SearchRequest, answer: Answer) -> list[SearchLink]:
    """Searches that find something where this one finds nothing: without one filter, with one only, without any."""
    if answer.total or not (asked.filters or asked.near):
        return []
    labels = facet_labels()
    ways = [
        SearchLink(
            _("ohne „%(facet)s“", facet=labels[near.facet]),
            asked.address(near="")
            if near.facet == PLACES
            else asked.address(filters=asked.without(near.facet)),
            near.count,
        )
        for near in answer.relaxed
    ]
    if ways or len(asked.filters) < 2:
        return ways
    for name, values in list(asked.filters.items())[:MOST_WAYS]:
        only = {name: values}
        label = _("nur mit „%(facet)s“", facet=labels[name])
        ways.append(SearchLink(label, asked.address(filters=only, near=""), _count(asked, only)))
    ways.append(SearchLink(_("ohne alle Filter"), asked.address(filters={}, near=""), _count(asked, {})))
    return [way for way in ways if way.count]


def _count(asked: SearchRequest, filters: dict[str, list[str]]) -> int:
    return engine().search(asked.query, filters, page_size=1, facets=(), distant=asked.wide).total
