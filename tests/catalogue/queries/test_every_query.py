"""Types do not end at SQLite: every query gives what it is annotated with, and none is annotated with rows."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

import pytest
from pydantic import TypeAdapter

from catalogue import queries
from catalogue.model.entries import Solution
from catalogue.queries import (
    data_quality,
    data_schema,
    english_names,
    entry_files,
    entry_index,
    entry_paths,
    feeds,
    hits,
    knowledge,
    measure_records,
    measures,
    municipalities,
    named_places,
    needs,
    news,
    overview,
    places,
    positions,
    programme,
    projects,
    reusables,
    reuses,
    roadmap,
    solutions,
    stories,
    vocabularies,
)

NO_QUERIES = {"connection", "records", "contacts", "entries", "former_ids"}
"""Modules that run no query of their own, read entries as their models have them, or find nothing in the real content."""

CALLS: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
    (english_names.english_names, ()),
    (data_quality.completeness, ()),
    (data_quality.entries, ()),
    (data_quality.cited_facts, ()),
    (data_schema.schema_tables, (["measures", "transfers"],)),
    (entry_index.entry_index, ()),
    (entry_files.entry_files, ()),
    (entry_paths.first_paths, ()),
    (entry_paths.paths, ([("measure", "zwoenitz-erzmobil")],)),
    (feeds.dated_pages, ()),
    (feeds.latest, ("mobilitaet", 20)),
    (hits.project_cards, (["zwoenitz"],)),
    (hits.project_names, ()),
    (hits.measures_of_solutions, (["erzmobil"],)),
    (hits.solutions_of_measures, (["zwoenitz-erzmobil"],)),
    (knowledge.kinds_of, (["datenstrategien-in-kommunen"],)),
    (knowledge.counts, ()),
    (knowledge.advice_on, (["Vergabe"], ["fragen"])),
    (knowledge.of_kind, ("studien",)),
    (knowledge.newest, (6,)),
    (knowledge.members, ("cut",)),
    (knowledge.measures_using, ("ogc-sensorthings",)),
    (knowledge.solutions_of, ("ep-dipas",)),
    (knowledge.related, ("aeg-allgemein",)),
    (knowledge.criteria_of, ("ep-dipas",)),
    (measure_records.measures_of_project, ("zwoenitz",)),
    (measure_records.measure_record, ("zwoenitz-erzmobil",)),
    (measure_records.measure_records, (["zwoenitz-erzmobil", "bad-belzig-app"],)),
    (measures.measure_cards, (["zwoenitz-erzmobil"],)),
    (measures.results_of, (["zwoenitz-erzmobil"],)),
    (measures.measure_links, ("bad-belzig-app",)),
    (measures.measures_nearby, ("zwoenitz-erzmobil", 6)),
    (named_places.named_places, (["zwoenitz"],)),
    (municipalities.municipalities, ()),
    (municipalities.measures_in, ("zwoenitz",)),
    (municipalities.measures_by_place, (["zwoenitz", "gera"],)),
    (municipalities.projects_of, ("zwoenitz",)),
    (needs.needs, ()),
    (needs.need, ("rufbus",)),
    (needs.needs_named, (["rufbus", "stele"],)),
    (needs.needs_of, ("measure", "zwoenitz-erzmobil")),
    (needs.asked_needs, (6,)),
    (needs.entries_of, ("rufbus", "measure")),
    (needs.knowledge_with, (["datenstrategien-in-kommunen"],)),
    (news.counts, ()),
    (news.days, (None,)),
    (news.latest, (None, 2000)),
    (news.since, ("2020-01-01",)),
    (overview.counts, ()),
    (overview.fields_with_counts, ()),
    (overview.by_field, ()),
    (overview.fields_together, (10,)),
    (overview.by_kind, ()),
    (overview.by_state, ()),
    (overview.by_status, ()),
    (overview.by_cohort, ()),
    (overview.states_and_fields, ()),
    (overview.topic_statuses, ("mobilitaet",)),
    (overview.topic_projects, ("mobilitaet", 9)),
    (overview.topic_measures, ("mobilitaet", 9)),
    (places.place, ("14521590",)),
    (places.place_of_entry, ("zwoenitz",)),
    (places.place_meant, ("Zwönitz",)),
    (places.places_called, ("stollberg", 8)),
    (places.in_district, ("14521",)),
    (positions.places_on_map, ()),
    (positions.places_of_solution, ("erzmobil",)),
    (positions.places_of_projects, ()),
    (positions.places_of_entries, ()),
    (programme.drawdowns, ("answer-2024",)),
    (programme.own_counts, ()),
    (programme.cohorts, ()),
    (programme.goals, ()),
    (programme.examples, ("nahverkehr",)),
    (programme.measures_for, ("nahverkehr",)),
    (programme.statuses_for, ("nahverkehr",)),
    (projects.projects, ()),
    (reusables.reusable_records, (["dipas", "zwoenitz-erzmobil"],)),
    (projects.reachable_projects, (["zwoenitz"],)),
    (projects.places_of, ("zwoenitz",)),
    (projects.project_measures, ("bad-belzig",)),
    (roadmap.stages, ()),
    (roadmap.criteria, ()),
    (roadmap.criterion, ("d-betreibermodell",)),
    (roadmap.examples, ()),
    (solutions.solutions, ()),
    (stories.results_of_running_measures, (150,)),
    (solutions.solution_record, ("dipas",)),
    (solutions.solution_records, (["dipas", "erzmobil"],)),
    (solutions.with_surroundings, (Solution.model_construct(id="dipas", origins=["zwoenitz"]),)),
    (solutions.of_measure, ("zwoenitz-erzmobil",)),
    (solutions.sizes_of_users, ("dipas",)),
    (reuses.all_reuses, ()),
    (reuses.of_entry, ("solution", "hal-plan")),
    (reuses.of_entries, ("measure", ["bad-belzig-app"])),
    (reuses.by_municipality, ("detmold",)),
    (reuses.by_measure, ("detmold-appmold",)),
    (reuses.of_topic, ("mobilitaet",)),
    (reuses.numbers, ("measure",)),
    (reuses.numbers_of, ("project", "bad-belzig")),
    (reuses.origin_projects, ()),
    (reuses.totals, ()),
    (reuses.most_reused, (3,)),
    (vocabularies.tables, ()),
    (vocabularies.terms, ("fields", "en")),
]
"""Queries with arguments that find something in the real content."""


def queries_of(module: str) -> Iterator[Any]:
    """The public functions that a module of queries defines."""
    found = importlib.import_module(f"catalogue.queries.{module}")
    for name, function in inspect.getmembers(found, inspect.isfunction):
        if function.__module__ == found.__name__ and not name.startswith("_"):
            yield function


MODULES = sorted({module.name for module in pkgutil.iter_modules(queries.__path__)} - NO_QUERIES)
ALL = {f"{module}.{query.__name__}": query for module in MODULES for query in queries_of(module)}


@cache
def expected(annotation: Any) -> TypeAdapter[Any]:
    """Checks a value against an annotation."""
    return TypeAdapter(annotation)


def records_in(value: Any) -> Iterator[Any]:
    """All records in a result."""
    if is_dataclass(value):
        yield value
        yield from (inner for field in fields(value) for inner in records_in(getattr(value, field.name)))
    elif isinstance(value, dict):
        yield from (record for inner in value.values() for record in records_in(inner))
    elif isinstance(value, list | tuple):
        yield from (record for inner in value for record in records_in(inner))


@pytest.mark.parametrize("query", ALL.values(), ids=ALL)
def test_no_query_gives_rows_of_sqlite(query):
    assert "sqlite3.Row" not in str(get_type_hints(query)["return"])


@pytest.mark.parametrize("query", ALL.values(), ids=ALL)
def test_every_query_says_what_it_gives(query):
    assert query.__doc__


@pytest.mark.parametrize("module", MODULES)
def test_no_query_reads_a_column_by_a_text_in_which_no_renaming_is_noticed(module):
    read = ast.parse(inspect.getsource(importlib.import_module(f"catalogue.queries.{module}")))
    keys = [one.slice for one in ast.walk(read) if isinstance(one, ast.Subscript)]
    assert [one.value for one in keys if isinstance(one, ast.Constant) and isinstance(one.value, str)] == []


def test_every_query_stands_in_the_list():
    called = {f"{query.__module__.split('.')[-1]}.{query.__name__}" for query, _ in CALLS}
    assert called == ALL.keys()


@pytest.mark.parametrize(
    ("query", "arguments"), CALLS, ids=[f"{query.__module__}.{query.__name__}" for query, _ in CALLS]
)
def test_a_query_gives_what_its_annotations_say(db, query, arguments):
    found = query(db, *arguments)
    assert found, "a call that finds nothing checks nothing"
    expected(get_type_hints(query)["return"]).validate_python(found, strict=True)
    for record in records_in(found):
        assert type(record).__doc__
        types = get_type_hints(type(record))
        for field in fields(record):
            expected(types[field.name]).validate_python(getattr(record, field.name), strict=True)
