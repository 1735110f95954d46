"""From a filter as it was typed (`feld:Verkehr`, `ort:Ulm`, `jahr:2021`) to the documents that pass it."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from search.facets import Facets
from search.german import German, Span, fold
from search.language import STATES, Language
from search.postings import Postings
from search.querying import PLACE, YEARS, Filter, Query, read_years
from search.stored import Mask

_KIND_OF_DISTRICT = re.compile(r"^(land)?kreis ")


class Filters:
    """Knows what the terms of facets and the places are called."""

    def __init__(self, facets: Facets, language: Language, german: German, postings: Postings) -> None:
        self._facets = facets
        self._german = german
        self._postings = postings
        self._names = {
            facet: {
                term: tuple(map(_comparable, (term, *language.labels.get(facet, {}).get(term, ()))))
                for term in facets.terms(facet)
            }
            for facet in facets.names
        }
        self._districts: dict[str, list[str]] = {}
        for place in language.register:
            if place.is_served and place.district:
                self._districts.setdefault(_comparable(place.district), []).append(place.name)

    def resolve(self, query: Query) -> tuple[Query, Mask]:
        """The documents that pass the filters of a query; the query has as words what names nothing."""
        mask = np.ones(self._postings.size, dtype=bool)
        words, excluded = [query.text], [*query.excluded]
        for wanted in query.filters:
            passing = self.passing(wanted)
            if passing is None:
                words.append(wanted.value)
            else:
                mask &= passing
        for unwanted in query.excluded_filters:
            passing = self.passing(unwanted)
            if passing is None:
                excluded.append(unwanted.value)
            else:
                mask &= ~passing
        return replace(query, text=" ".join(words).strip(), excluded=tuple(excluded)), mask

    def passing(self, wanted: Filter) -> Mask | None:
        """The documents that pass; None if the filter names no term of its facet, no place, no span of years."""
        terms = self._terms_called(wanted)
        if terms:
            return self._facets.mask(wanted.facet, terms)
        if wanted.facet == YEARS:
            span = read_years(wanted.value)
            return self._facets.mask_of_years(span) if span else None
        if wanted.facet in (PLACE, STATES):
            return self._inside(wanted.value)
        return None

    def _terms_called(self, wanted: Filter) -> list[str]:
        """The terms with this id or label, else those with an id or a label that begins so."""
        names, value = self._names.get(wanted.facet, {}), _comparable(wanted.value)
        if not value:
            return []
        return [term for term, its in names.items() if value in its] or [
            term for term, its in names.items() if any(name.startswith(value) for name in its)
        ]

    def _inside(self, name: str) -> Mask | None:
        """The documents of any of the places that are named, or of the municipalities of a district.

        `München` is the city, `Landkreis München` what lies around it.
        """
        asked = _comparable(name)
        called = _KIND_OF_DISTRICT.sub("", asked)
        places = self._places(name)
        if called in self._districts and (called != asked or not places):
            within = (place for each in self._districts[called] for place in self._places(each))
            places = [place for place in (*places, *within) if place.target != called]
        if not places:
            return None
        inside = np.zeros(self._postings.size, dtype=bool)
        for place in places:
            inside[self._postings.of("places", place.target).documents] = True
        return inside

    def _places(self, name: str) -> list[Span]:
        return list(self._german.places.spans(self._german.tokens(name)))


def _comparable(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())
