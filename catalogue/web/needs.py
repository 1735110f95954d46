"""Needs: what everyone learnt about one thing, such as a Rufbus, worked out from all entries about it.

Every statement leads to the entry that makes it. Which entries are about a need is worked out when an edition is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, render_template, request

from catalogue.exports import spreadsheet
from catalogue.exports.council_paper import MOST_COMPARED
from catalogue.facts import shared
from catalogue.facts.cost_ranges import cost_ranges
from catalogue.facts.fact import Fact, ShownIn, Value, facts_in
from catalogue.facts.lesson_themes import OTHER, THEMES, LessonTheme, theme_of
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.model.values import UNKNOWN
from catalogue.queries import needs, positions, solutions
from catalogue.queries.measure_records import MeasureRecord, measure_records
from catalogue.queries.needs import Need
from catalogue.queries.positions import PlaceOnMap
from catalogue.queries.solutions import SolutionRecord, SolutionSummary
from catalogue.web import maps
from catalogue.web.downloads import as_file
from catalogue.web.edition_access import ask_once, database, engine, term, vocabulary_terms, words
from catalogue.web.entry_names import need_label
from catalogue.web.languages import in_language
from catalogue.web.maps import Spot
from search.distance import Position

blueprint = Blueprint("needs", __name__)

LARGE_POINT = 4
"""Weight of the points of the map, which are few."""

MOST_NAMES = 8
"""So many places on the map have their names written."""

MOST_PLACES = 3
"""Places that are named for a measure; of more the model project is."""

MOST_KNOWLEDGE = 8
"""Pieces of knowledge that are shown: those about the need, then the nearest ones to it."""


@dataclass(frozen=True, slots=True)
class NeedMeasure:
    """A measure about a need with its facts by key."""

    record: MeasureRecord
    facts: dict[str, Fact]

    @property
    def page(self) -> str:
        """The path of its page."""
        return f"/massnahmen/{self.record.id}"

    @property
    def places(self) -> str:
        """Where it runs, as far as these are few places; else the model project."""
        return ", ".join(name for name, _ in self.linked_places)

    @property
    def linked_places(self) -> list[tuple[str, str]]:
        """Names of the places where it runs, or of the model project, each with the path of its page."""
        if 0 < len(self.record.places) <= MOST_PLACES:
            return [(place.name, f"/kommunen/{place.id}") for place in self.record.places]
        return [(self.record.project.name, f"/projekte/{self.record.project.id}")]

    @property
    def is_stopped(self) -> bool:
        """Whether it was given up."""
        return self.record.measure.status == "eingestellt"

    @property
    def results(self) -> list[Value]:
        """What came of it, with the numbers of its sources."""
        return [*shared.statements(self.record.measure, self.record.measure.results)]

    @property
    def lessons(self) -> list[Value]:
        """What it tells others, with the numbers of its sources."""
        return [*shared.statements(self.record.measure, self.record.measure.lessons)]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson and the measure that tells it."""

    told_by: NeedMeasure
    value: Value


@blueprint.get("/bedarf")
def index() -> str:
    """Show all needs by field of action."""
    by_field: dict[str, list[Need]] = {field: [] for field in vocabulary_terms("fields")}
    for one in sorted(ask_once(needs.needs), key=lambda one: need_label(one).casefold()):
        by_field[one.field].append(one)
    return render_template(
        "needs.html", by_field={field: found for field, found in by_field.items() if found}
    )


@blueprint.get("/bedarf/<need_id>")
def show(need_id: str) -> str:
    """Show what all entries about a need tell together."""
    db = database()
    one = needs.need(db, need_id)
    if one is None:
        abort(404)
    measures = measures_of(need_id)
    found, requirements = solutions_of(need_id, measures)
    return render_template(
        "need.html",
        need=one,
        measures=measures,
        stopped=[each for each in measures if each.is_stopped],
        map=maps.draw(spots := spots_of(measures), most_names=MOST_NAMES),
        spots=spots,
        kinds=variants(measures),
        costs=[(each, each.facts["cost"]) for each in measures if each.facts["cost"].values],
        ranges=[*cost_ranges([cost for each in measures for cost in each.record.measure.costs])],
        lessons=lessons_by_theme(measures),
        solutions=found,
        requirements=requirements,
        knowledge=[
            (term("knowledge_kinds", kind).label, [*group])
            for kind, group in groupby(knowledge_of(one), key=lambda each: each.knowledge_kind)
        ],
        compared=(compared := chosen_to_compare(measures)),
        comparison=urlencode([("id", each.record.id) for each in compared]),
    )


@blueprint.get("/bedarf/<need_id>.csv")
def table(need_id: str) -> Response:
    """Give the measures about a need with all their figures as a table."""
    if needs.need(database(), need_id) is None:
        abort(404)
    data = spreadsheet.measures_file((each.record for each in measures_of(need_id)), words())
    return as_file(data, spreadsheet.CSV_TYPE, f"bedarf-{need_id}.csv")


def measures_of(need_id: str) -> list[NeedMeasure]:
    """The measures about a need: running ones first; of one status the latest dated first, undated ones last."""
    db = database()
    records = measure_records(db, needs.entries_of(db, need_id, "measure"))
    records.sort(key=lambda one: known_date(one.measure.status_date), reverse=True)
    records.sort(key=lambda one: needs.FURTHEST_FIRST.index(one.measure.status))
    return [
        NeedMeasure(
            one, {fact.key: fact for fact in facts_in(MEASURE_FACTS, ShownIn.COMPARISON, one, words())}
        )
        for one in records
    ]


def known_date(value: str) -> str:
    """A date as it sorts: one that is unknown before all others."""
    return "" if value == UNKNOWN else value


def chosen_to_compare(measures: Sequence[NeedMeasure]) -> list[NeedMeasure]:
    """The first measures, as many as a comparison takes; one that was stopped is among them if there is one."""
    chosen, others = [*measures[:MOST_COMPARED]], measures[MOST_COMPARED:]
    stopped = next((one for one in others if one.is_stopped), None)
    if stopped and not any(one.is_stopped for one in chosen):
        chosen[-1] = stopped
    return chosen


def spots_of(measures: Sequence[NeedMeasure]) -> list[Spot]:
    """The places of the measures, each once with the measures that run there."""
    places, projects = ask_once(positions.places_on_map), ask_once(positions.places_of_projects)
    there: dict[Position, tuple[PlaceOnMap, list[NeedMeasure]]] = {}
    for each in measures:
        own = [places[place.id] for place in each.record.places if place.id in places]
        shown = projects.get(each.record.project.id, []) if each.record.places_inherited else own
        for place in shown:
            there.setdefault(place.position, (place, []))[1].append(each)
    return [
        Spot(
            place.position,
            place.name,
            request.script_root + found[0].page,
            "; ".join(each.record.measure.title for each in found),
            weight=LARGE_POINT,
            is_approximate=place.is_approximate,
        )
        for place, found in there.values()
    ]


def variants(measures: Sequence[NeedMeasure]) -> list[tuple[str, list[NeedMeasure]]]:
    """The kinds of solution that the measures have, each with those that have it; the most common first."""
    having: dict[str, list[NeedMeasure]] = {}
    for each in measures:
        for kind in each.record.measure.kinds:
            having.setdefault(term("solution_kinds", kind).label, []).append(each)
    return sorted(having.items(), key=lambda one: (-len(one[1]), one[0]))


def lessons_by_theme(measures: Sequence[NeedMeasure]) -> list[tuple[str, str, list[Lesson]]]:
    """Id and name of each theme of which the measures tell lessons, with these; themes that many tell of first."""
    by_theme: dict[LessonTheme, list[Lesson]] = {theme: [] for theme in THEMES}
    for each in measures:
        for value in each.lessons:
            by_theme[theme_of(value.text)].append(Lesson(each, value))
    told = sorted(by_theme.items(), key=lambda one: (one[0] is OTHER, -len(one[1])))
    return [(theme.id, in_language(theme.label), found) for theme, found in told if found]


def solutions_of(
    need_id: str, measures: Sequence[NeedMeasure]
) -> tuple[list[SolutionSummary], list[SolutionRecord]]:
    """The solutions about a need and those that its measures are part of; and of those with requirements all that is known."""
    db = database()
    ids = dict.fromkeys(needs.entries_of(db, need_id, "solution"))
    ids |= dict.fromkeys(each.record.solution.id for each in measures if each.record.solution)
    summaries = {one.id: one for one in ask_once(solutions.solutions)}
    found = sorted((summaries[one] for one in ids), key=lambda one: (not one.curated, -one.in_use_elsewhere))
    return found, [one for one in solutions.solution_records(db, ids) if one.solution.requirements]


def knowledge_of(one: Need) -> list[needs.KnowledgeOfNeed]:
    """The knowledge about a need, and what the search finds nearest to it."""
    db = database()
    own = needs.entries_of(db, one.id, "knowledge")
    answer = engine().search(one.name_de, {"typ": ["knowledge"]}, page_size=MOST_KNOWLEDGE, facets=())
    near = [hit.id for hit in answer.hits if not hit.is_distant]
    return needs.knowledge_with(db, [*dict.fromkeys([*own, *near])][:MOST_KNOWLEDGE])
