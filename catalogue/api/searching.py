"""Answers of the search: hits, facets, suggestions."""

from __future__ import annotations

from urllib.parse import urlencode

from catalogue.api.answers import (
    CountedFacet,
    CountedTerm,
    FacetAnswer,
    OfferedSuggestion,
    PlaceNearby,
    PlaceWithoutEntries,
    SearchAnswer,
    SuggestionAnswer,
)
from catalogue.api.context import Context
from catalogue.api.hits import found_entries
from catalogue.api.operation import address_of_next, page
from catalogue.api.parameters import (
    KIND,
    KIND_OF_ENTRY,
    MODEL_PROJECT,
    PROJECT,
    WIDE,
    FacetParameters,
    Paged,
    SearchParameters,
    SuggestionParameters,
)
from catalogue.edition.tables import vocabulary_table
from catalogue.model.entries import Label
from catalogue.model.facets import FACETS, FACETS_BY_NAME
from catalogue.model.kinds import KINDS, KINDS_BY_NAME
from catalogue.queries import hits
from catalogue.queries.entry_paths import paths
from search import PlaceWithoutEntry, Suggestion

SEARCH, FACETS_OF_SEARCH = "/search", "/facets"
PLACE = Label(de="Ort", en="Place")


def search(context: Context, asked: SearchParameters) -> SearchAnswer:
    """The hits of a search. Raises Refused for a cursor that is of no use."""
    part = page(context, SEARCH, asked)
    answer = context.engine.search(
        asked.q,
        asked.filters,
        sort=asked.sortierung,
        page=part.number,
        page_size=part.size,
        facets=(),
        distant=asked.umfang == WIDE,
    )
    return SearchAnswer(
        edition=context.edition,
        total=answer.total,
        next=address_of_next(context, SEARCH, asked, part, answer.total),
        best=answer.best,
        distant=answer.distant,
        did_you_mean=answer.did_you_mean,
        not_found=list(answer.not_found),
        places_without_entry=[_place(place) for place in answer.places_without_entry],
        page=context.address(_page_of(asked)),
        items=[record for record, _ in found_entries(context, answer.hits)],
    )


def _place(place: PlaceWithoutEntry) -> PlaceWithoutEntries:
    near = [PlaceNearby(name=name, kilometres=distance) for name, distance in place.nearest]
    return PlaceWithoutEntries(
        typed=place.typed, name=place.name, district=place.district, state=place.state, nearest=near
    )


def _page_of(asked: SearchParameters) -> str:
    """The path of the page of a search."""
    told = asked.model_dump(exclude_defaults=True, exclude={*Paged.model_fields})
    return "/suche" + (f"?{urlencode(told, doseq=True)}" if told else "")


def facets(context: Context, asked: FacetParameters) -> FacetAnswer:
    """The facets of a search."""
    answer = context.engine.search(asked.q, asked.filters, page_size=1, distant=asked.umfang == WIDE)
    labels = {
        KIND: (KIND_OF_ENTRY, {kind.name: context.say(kind.plural) for kind in KINDS}),
        **{facet.name: (facet.label, _labels(context, facet.vocabulary)) for facet in FACETS},
        PROJECT: (MODEL_PROJECT, hits.project_names(context.db)),
    }
    return FacetAnswer(
        edition=context.edition,
        total=answer.total,
        items=[
            CountedFacet(
                name=name,
                label=context.say(label),
                values=[
                    CountedTerm(id=value, label=names.get(value, context.say(label)), count=count)
                    for value, count in answer.facets.get(name, ())
                ],
            )
            for name, (label, names) in labels.items()
        ],
    )


def _labels(context: Context, vocabulary: str) -> dict[str, str]:
    """The names of a facet's values; none if it has just one."""
    described = context.words.described(vocabulary_table(vocabulary))
    return {one: term.label for one, term in described.items()}


def suggestions(context: Context, asked: SuggestionParameters) -> SuggestionAnswer:
    """What the typed text may become."""
    return SuggestionAnswer(edition=context.edition, items=offered(context, asked.q, asked.limit))


def offered(context: Context, typed: str, limit: int) -> list[OfferedSuggestion]:
    """Entries, terms and places that start so, the best first."""
    found = context.engine.suggest(typed, limit, context.words.language)
    pages = paths(context.db, [(each.kind, each.id) for each in found])
    return [_offer(context, each, pages.get((each.kind, each.id))) for each in found]


def _offer(context: Context, suggestion: Suggestion, path: str | None) -> OfferedSuggestion:
    text, label = suggestion.text, PLACE
    if path:
        label = KINDS_BY_NAME[suggestion.kind].singular
    elif facet := FACETS_BY_NAME.get(suggestion.kind):
        text = context.words.term(vocabulary_table(facet.vocabulary), suggestion.id)
        path, label = f"/suche?{urlencode({facet.name: suggestion.id})}", facet.label
    else:
        path = f"/suche?{urlencode({'q': text})}"
    return OfferedSuggestion(
        text=text,
        kind=suggestion.kind,
        kind_label=context.say(label),
        id=suggestion.id,
        address=context.address(path),
    )
