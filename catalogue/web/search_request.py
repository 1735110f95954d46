"""What the address of a search asks for, and the addresses of searches near it."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

from catalogue.api.parameters import FILTERS, KIND, PROJECT, SORTS, WIDE
from catalogue.edition.tables import vocabulary_table
from catalogue.model.facets import FACETS_BY_NAME, YES
from catalogue.model.kinds import KINDS
from catalogue.queries import places
from catalogue.queries.former_ids import renamed_projects
from catalogue.queries.hits import project_names
from catalogue.queries.places import Place
from catalogue.web.edition_access import ask_once, database, vocabulary_terms
from catalogue.web.form_input import form_choice, form_number, form_text, form_values, leave_out
from catalogue.web.shortlist import KEPT, Shortlist
from search.querying import YEARS, read_years
from search.sorting import RELEVANCE

TABLE = "tabelle"
MAP = "karte"

DISTANCE = "entfernung"
"""The order of hits by how far they are from the visitor's place; the search itself knows no such order."""

HERE, DISTRICT, STATE, ALIKE = "ort", "kreis", "land", "aehnlich"
NEARNESS = (HERE, "25", "50", "100", DISTRICT, STATE, ALIKE)
"""What may be asked for around a place: it alone, so many kilometres, its district, its state, places like it."""

POSTCODE = re.compile(r"[0-9]{5}")
STANDARDS = frozenset(("din", "spec", "en", "iso", "iec", "nr", "nr."))
"""A number behind one of these is no postcode: ISO 37120."""

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""The ends of a span of years that is open on one side."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What the address asks for."""

    query: str
    filters: dict[str, list[str]]
    sort: str = RELEVANCE
    page: int = 1
    table: bool = False
    wide: bool = False
    """Whether hits that are only distantly related are asked for too."""
    map: bool = False
    place: Place | None = None
    """The visitor's own place."""
    place_typed: str = ""
    """What was typed as a place and may be several or none."""
    near: str = ""
    """Which places around it are asked for, one of `NEARNESS`; all if empty."""
    kept: tuple[str, ...] = ()
    """The shortlist that travels along where no script keeps it."""

    @classmethod
    def from_request(cls) -> SearchRequest:
        """Read the address; what it names wrongly is left out and told rather than refused."""
        filters = {
            name: form_values(name, known_values(name), todays_values(name))
            for name in FILTERS
            if name in request.args
        }
        filters[YEARS] = asked_years()
        view = form_choice("ansicht", (TABLE, MAP))
        query, typed = form_text("q"), form_text("ort")
        if not typed:
            query, typed = without_postcode(query)
        place = places.place_meant(database(), typed) if typed else None
        near = form_choice("nahe", NEARNESS)
        return cls(
            query=query,
            filters={name: values for name, values in filters.items() if values},
            sort=asked_sort(place),
            page=int(form_number("seite", r"[1-9][0-9]{0,4}") or 1),
            table=view == TABLE,
            wide=form_choice("umfang", (WIDE,)) == WIDE,
            map=view == MAP,
            place=place,
            place_typed="" if place else typed,
            near=near if place else "",
            kept=tuple(Shortlist.travelling_here().ids),
        )

    @property
    def by_distance(self) -> bool:
        """Whether the nearest hits come first."""
        return self.sort == DISTANCE

    @property
    def engine_sort(self) -> str:
        """The order as the search knows it."""
        return RELEVANCE if self.by_distance else self.sort

    @property
    def years(self) -> tuple[str, str]:
        """The first and the last year as a form shows them; an open end is empty."""
        span = read_years(self.filters.get(YEARS, [""])[0])
        if not span:
            return "", ""
        first, last = span
        return "" if first == FIRST_YEAR else str(first), "" if last == LAST_YEAR else str(last)

    def without(self, name: str, value: str | None = None) -> dict[str, list[str]]:
        """The filters without one, or without one value of it."""
        kept = {
            n: [v for v in values if value and v != value] if n == name else values
            for n, values in self.filters.items()
        }
        return {n: values for n, values in kept.items() if values}

    def address(
        self,
        *,
        page: int = 1,
        query: str | None = None,
        filters: dict[str, list[str]] | None = None,
        table: bool | None = None,
        map: bool | None = None,
        wide: bool | None = None,
        place: str | None = None,
        near: str | None = None,
        ending: str = "",
    ) -> str:
        """The address of this search on another page, with other words or filters, or in another form.

        `place` is a place as an address has it (`address_key`) or empty for none.
        """
        key = (self.place.address_key if self.place else "") if place is None else place
        is_map = self.map and not table if map is None else map
        pairs = [("q", self.query if query is None else query)]
        for name, values in (self.filters if filters is None else filters).items():
            pairs += [(name, value) for value in values]
        pairs.append(("ort", key))
        if key:
            pairs.append(("nahe", self.near if near is None else near))
        if self.sort != RELEVANCE and (key or not self.by_distance):
            pairs.append(("sortierung", self.sort))
        if is_map and not ending:
            pairs.append(("ansicht", MAP))
        elif (self.table if table is None else table) and not ending:
            pairs.append(("ansicht", TABLE))
        if self.wide if wide is None else wide:
            pairs.append(("umfang", WIDE))
        if not ending:
            pairs += [(KEPT, one) for one in self.kept]
        if page > 1:
            pairs.append(("seite", str(page)))
        asked = urlencode([pair for pair in pairs if pair[1]])
        return f"{request.script_root}/suche{ending}" + (f"?{asked}" if asked else "")


def todays_values(name: str) -> dict[str, str]:
    """Today's value for each former one of a filter: projects may have been renamed."""
    return ask_once(renamed_projects) if name == PROJECT else {}


def known_values(name: str) -> Container[str]:
    """What a filter may be set to."""
    if name == KIND:
        return {kind.name for kind in KINDS if kind.searched}
    if name == PROJECT:
        return ask_once(project_names)
    vocabulary = FACETS_BY_NAME[name].vocabulary
    return vocabulary_terms(vocabulary_table(vocabulary)) if vocabulary else (YES,)


def without_postcode(query: str) -> tuple[str, str]:
    """A query without the postcode that stands in it as a word of its own, and the postcode; empty if there is none."""
    words = query.split()
    for at, word in enumerate(words):
        is_of_a_standard = at > 0 and words[at - 1].casefold() in STANDARDS
        if POSTCODE.fullmatch(word) and not is_of_a_standard and places.places_called(database(), word, 1):
            return " ".join((*words[:at], *words[at + 1 :])), word
    return query, ""


def asked_sort(place: Place | None) -> str:
    """The order in the address; by distance only from a place whose position is known."""
    has_position = place is not None and place.position is not None
    return form_choice("sortierung", (*SORTS, DISTANCE) if has_position else SORTS) or RELEVANCE


def asked_years() -> list[str]:
    """The span of years in the address: `jahr=2021-2023`, or `von` and `bis` of the form."""
    known = [form_number(name, r"(19|20)[0-9]{2}") for name in ("von", "bis")]
    if any(known):
        first, last = int(known[0] or FIRST_YEAR), int(known[1] or LAST_YEAR)
        return [f"{min(first, last)}-{max(first, last)}"]
    if any(name in request.args for name in ("von", "bis")):
        return []
    span = form_text(YEARS)
    if read_years(span):
        return [span]
    if span:
        leave_out(YEARS, span)
    return []
