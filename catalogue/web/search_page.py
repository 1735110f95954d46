"""The search page: what was typed and chosen stands in its address, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from babel.lists import format_list
from flask import Blueprint, current_app, render_template, request
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from catalogue.api.parameters import KIND, SORTS
from catalogue.queries import hits, places
from catalogue.queries.entry_paths import paths
from catalogue.queries.hits import ProjectCard
from catalogue.queries.measures import MeasureCard, measure_cards
from catalogue.queries.needs import Need, needs_named
from catalogue.queries.overview import fields_with_counts
from catalogue.web import maps, short_facts
from catalogue.web.edition_access import ask_once, database, engine
from catalogue.web.maps import Drawing, Spot
from catalogue.web.page_parts import number
from catalogue.web.place_names import within
from catalogue.web.search_examples import examples
from catalogue.web.search_facets import SearchLink, chips, entry_label, facets, kinds, ways_out
from catalogue.web.search_place import narrowed, near_label, nearest_first, spots, ways_around, where_found
from catalogue.web.search_request import ALIKE, DISTANCE, DISTRICT, STATE, SearchRequest
from search import Answer, Hit, PlaceWithoutEntry

blueprint = Blueprint("search_page", __name__)

MOST_CHOICES = 12
NEAR_FIRST = "50"
"""So many kilometres are offered where a place was typed among the words."""

MOST_ORDERED = 2000
"""So many hits are put in the order of their distance, more than there are entries."""

NEAREST = 5
"""So many entries are offered where nothing is found."""

MOST_NEEDS = 2
"""So many needs are offered above the hits."""

OPERATORS = re.compile(r'"|(?<!\S)-\S*|\bOR\b|\b[a-zäöü]+:(?=\S)')
"""What narrows a search that is typed: quotation marks, words to leave out, names of filters."""


@dataclass(frozen=True, slots=True)
class HitCard:
    """A hit with what a list shows of it: its page, what it is, and the card of a measure or a model project."""

    hit: Hit
    address: str
    label: str
    measure: MeasureCard | None
    project: ProjectCard | None
    used_in: Sequence[str] = ()
    """Ids of the measures that a solution is in, as its page counts."""
    within: tuple[HitCard, ...] = ()
    """Those of them that were found too and are shown under it."""


@blueprint.get("/suche")
def search() -> str:
    """Show the hits of a search with facets, or everything if nothing is asked."""
    asked = SearchRequest.from_request()
    per_page = current_app.config["HITS_PER_PAGE"]
    filters = narrowed(asked)
    answer = answered(asked, filters, per_page)
    pages = max(1, -(-answer.total // per_page))
    chosen = chips(asked)
    return render_template(
        "search.html",
        asked=asked,
        answer=answer,
        title=title(asked, answer.total, chosen),
        summary=summary(answer.total, asked.page, pages, answer.best + answer.distant - answer.total),
        found=with_cards(answer.hits) if asked.table else grouped(with_cards(answer.hits)),
        where=where_found(asked, answer.hits),
        around=ways_around(asked),
        choices=places_to_choose(asked),
        map=map_of_hits(asked, filters, answer.total) if asked.map else None,
        unanswered=unanswered(answer),
        places=noticed_places(asked, answer),
        needs=asked_needs(asked),
        nearest=with_cards(nearest(asked)) if answer.total == 0 and not answer.says_nothing else [],
        examples=examples() if answer.says_nothing else (),
        ways_out=ways_out(asked, answer),
        kinds=kinds(asked, answer),
        facets=facets(asked, answer),
        chips=chosen,
        unfiltered=asked.address(filters={n: v for n, v in asked.filters.items() if n == KIND}, place=""),
        pages=pages,
        sorts=sorts(asked),
        first=(asked.page - 1) * per_page + 1,
        fields=ask_once(fields_with_counts) if answer.total == 0 else {},
    )


def answered(asked: SearchRequest, filters: Mapping[str, Sequence[str]], per_page: int) -> Answer:
    """The hits of the page that the address asks for, in its order."""
    by_distance = asked.by_distance
    answer = engine().search(
        asked.query,
        filters,
        sort=asked.engine_sort,
        page=1 if by_distance else asked.page,
        page_size=MOST_ORDERED if by_distance else per_page,
        distant=asked.wide,
    )
    if not by_distance:
        return answer
    start = (asked.page - 1) * per_page
    return replace(answer, hits=tuple(nearest_first(asked, answer.hits)[start : start + per_page]))


@dataclass(frozen=True, slots=True)
class MapOfHits:
    """The hits by place, drawn and as a list."""

    drawing: Drawing
    spots: list[Spot]


def map_of_hits(asked: SearchRequest, filters: Mapping[str, Sequence[str]], total: int) -> MapOfHits:
    """All hits of a search on the map that its place or its federal state asks for; `filters` are the narrowed ones."""
    found = engine().search(asked.query, filters, page_size=total or 1, facets=(), distant=asked.wide)
    shown = spots(asked, found.hits)
    states = asked.filters.get("land", [])
    state = states[0] if len(states) == 1 else None
    within_km = 1.15 * int(asked.near) if asked.near.isdigit() else None
    drawing = maps.draw(
        shown,
        state=state,
        within_km=within_km,
        distances_km=[int(asked.near)] if within_km else (),
        most_names=12 if state or within_km else 0,
    )
    return MapOfHits(drawing, [spot for spot in shown if spot.href])


def places_to_choose(asked: SearchRequest) -> list[SearchLink]:
    """The places that may be meant by what was typed as one, each with the address of the same search for it."""
    if not asked.place_typed:
        return []
    found = places.places_called(database(), asked.place_typed, MOST_CHOICES)
    return [
        SearchLink(", ".join(filter(None, (one.name, within(one)))), asked.address(place=one.address_key))
        for one in found
    ]


@dataclass(frozen=True, slots=True)
class NoticedPlace:
    """A place without an entry: what is told of it, and links that ask the same around it and of the nearest that have some."""

    told: str
    around: list[tuple[str, str]]
    nearest: list[tuple[str, str]]


def noticed_places(asked: SearchRequest, answer: Answer) -> list[NoticedPlace]:
    """The places that were asked for and have no entry."""
    return [
        NoticedPlace(
            str(
                _("Zu %(place)s gibt es keinen Eintrag.", place=f"{place.name} ({', '.join(_within(place))})")
            ),
            _asked_around(asked, place),
            [
                (
                    _asked_of(asked, place, near),
                    str(_("%(place)s (%(distance)s km)", place=near, distance=distance)),
                )
                for near, distance in place.nearest
            ],
        )
        for place in answer.places_without_entry
    ]


def _within(place: PlaceWithoutEntry) -> list[str]:
    """The district and the state of a place."""
    if not place.district:
        return [place.state]
    is_told = "kreis" in place.district.casefold() or "region" in place.district.casefold()
    return [place.district if is_told else str(_("Kreis %(name)s", name=place.district)), place.state]


def _asked_around(asked: SearchRequest, place: PlaceWithoutEntry) -> list[tuple[str, str]]:
    """The addresses of the same search for the place itself, with what is asked for around it."""
    found = places.places_called(database(), f"{place.name} {place.district}", 1)
    query = " ".join(asked.query.replace(place.typed, " ").split())
    return [
        (asked.address(query=query, place=one.address_key, near=near), near_label(near))
        for one in found
        for near in (NEAR_FIRST, DISTRICT, STATE, ALIKE)
    ]


def _asked_of(asked: SearchRequest, place: PlaceWithoutEntry, near: str) -> str:
    """The address of the same search with another place."""
    return asked.address(query=asked.query.replace(place.typed, near))


def asked_needs(asked: SearchRequest) -> list[Need]:
    """The needs that the query names, on the first page of its hits."""
    if not asked.query or asked.page > 1 or OPERATORS.search(asked.query):
        return []
    return needs_named(database(), engine().concepts(asked.query))[:MOST_NEEDS]


def unanswered(answer: Answer) -> str:
    """To which words of the query there is no entry, as it is told; empty if all were understood or are places."""
    places = " ".join(place.typed for place in answer.places_without_entry)
    quoted = [str(_("„%(word)s“", word=word)) for word in answer.not_found if word not in places]
    if not quoted:
        return ""
    words = format_list(quoted, locale=get_locale())
    return str(_("Zu %(words)s gibt es keinen Eintrag.", words=words))


def sorts(asked: SearchRequest) -> dict[str, str]:
    """The orders of hits with their names; by distance only where the visitor's place has a position."""
    names = (
        _("Beste Treffer"),
        _("Name"),
        _("Zuletzt mit den Quellen verglichen"),
        _("Größte Kommune zuerst"),
    )
    known = dict(zip(SORTS, names, strict=True))
    has_position = asked.place is not None and asked.place.position is not None
    return {**known, DISTANCE: _("Nächste zuerst")} if has_position else known


def summary(total: int, page: int, pages: int, left_out: int = 0) -> str:
    """How much was found, as it is told and announced; `left_out` are distantly related. No page after the last is told."""
    if total == 0:
        return str(_("Kein Treffer"))
    told = str(ngettext("Ein Treffer", "%(total)s Treffer", total, total=number(total)))
    if left_out:
        others = ngettext(
            "dazu ein entfernter verwandter",
            "dazu %(count)s entfernter verwandte",
            left_out,
            count=number(left_out),
        )
        told = f"{told}, {others}"
    where = _("Seite %(page)s von %(pages)s", page=page, pages=pages)
    return f"{told}, {where}" if 1 < pages >= page else told


def title(asked: SearchRequest, total: int, chosen: Sequence[SearchLink]) -> str:
    """The title of the page: words, filters, how many hits, which page. It tells one tab from another."""
    words = asked.query if len(asked.query) <= 60 else f"{asked.query[:60].rstrip()} …"
    parts = [_("Suche nach „%(query)s“", query=words) if words else _("Suche")]
    parts += (
        [", ".join(way.label for way in chosen[:3]) + (" …" if len(chosen) > 3 else "")] if chosen else []
    )
    parts.append(summary(total, 1, 1))
    if asked.page > 1:
        parts.append(_("Seite %(page)s", page=asked.page))
    return " – ".join(parts)


def with_cards(found: Sequence[Hit]) -> list[HitCard]:
    """Hits with what a list shows of them."""
    short_facts.read_ahead(hit.id for hit in found if hit.kind in ("measure", "solution"))
    measures = measure_cards(database(), [hit.id for hit in found if hit.kind == "measure"])
    projects = hits.project_cards(database(), [hit.id for hit in found if hit.kind == "project"])
    pages = paths(database(), [(hit.kind, hit.id) for hit in found])
    used_in = hits.measures_of_solutions(database(), [hit.id for hit in found if hit.kind == "solution"])
    return [
        HitCard(
            hit,
            request.script_root + pages[hit.kind, hit.id],
            entry_label(hit.kind),
            measures.get(hit.id),
            projects.get(hit.id),
            used_in.get(hit.id, ()) if hit.kind == "solution" else (),
        )
        for hit in found
    ]


def grouped(cards: Sequence[HitCard]) -> list[HitCard]:
    """A solution with the measures of the page that use it, one group, which stands where the first of them stood.

    Hits on both sides of the line that sets distant ones apart make no group.
    """
    members: dict[str, list[HitCard]] = {}
    for card in cards:
        head = _solution_of(card, cards) or card
        members.setdefault(head.hit.id, [head]).extend([] if card is head else [card])
    return [replace(head, within=tuple(within)) for head, *within in members.values()]


def _solution_of(card: HitCard, cards: Sequence[HitCard]) -> HitCard | None:
    """The first solution on the same side of the line that a measure uses."""
    if card.hit.kind != "measure":
        return None
    return next(
        (
            other
            for other in cards
            if card.hit.id in other.used_in and other.hit.is_distant == card.hit.is_distant
        ),
        None,
    )


def nearest(asked: SearchRequest) -> tuple[Hit, ...]:
    """Entries near a search that finds nothing: those with its words anywhere, or with its plain words."""
    plain = " ".join(OPERATORS.sub(" ", asked.query).split())
    for words in dict.fromkeys((asked.query, plain)):
        if words:
            answer: Answer = engine().search(words, page_size=NEAREST, facets=())
            if answer.hits:
                return answer.hits
    return ()
