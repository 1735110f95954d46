"""Hits of the search as records with the same fields for every kind of entry, for programs and for files to take along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from catalogue.api.answers import FoundEntry
from catalogue.api.context import Context
from catalogue.facts import shared
from catalogue.model.entries import DocumentedEntry, Measure, Solution
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.sharing import is_open_source
from catalogue.model.status import is_outdated
from catalogue.queries import entries, hits
from catalogue.queries.entry_paths import paths
from catalogue.queries.hits import ProjectCard
from catalogue.queries.measure_records import MeasureRecord, measure_records
from catalogue.queries.projects import NamedProject
from catalogue.queries.reuses import ReuseRecord
from catalogue.queries.solutions import SolutionRecord, solution_records
from search import Hit, plain_text


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What several hits have around them, by their ids, read at once."""

    measures: dict[str, MeasureRecord]
    solutions: dict[str, SolutionRecord]
    projects: dict[str, ProjectCard]
    solutions_of: dict[str, list[str]]
    measures_of: dict[str, list[str]]


def found_entries(context: Context, found: Iterable[Hit]) -> Iterator[tuple[FoundEntry, DocumentedEntry]]:
    """Hits as records, each with its whole entry."""
    found = list(found)
    by_kind: dict[str, list[str]] = {}
    for hit in found:
        by_kind.setdefault(hit.kind, []).append(hit.id)
    around = _surroundings(context, by_kind)
    whole: dict[tuple[str, str], DocumentedEntry] = {
        **{("measure", one): record.measure for one, record in around.measures.items()},
        **{("solution", one): record.solution for one, record in around.solutions.items()},
    }
    for kind in by_kind.keys() - {"measure", "solution"}:
        read = entries.read(context.db, KINDS_BY_NAME[kind].model, by_kind[kind])
        whole |= {(kind, one): entry for one, entry in read.items()}
    pages = paths(context.db, whole)
    for hit in found:
        entry = whole[hit.kind, hit.id]
        told = _common(hit, entry) | {"address": context.address(pages[hit.kind, hit.id])}
        yield FoundEntry(**told | _facts(context, hit, around)), entry


def _surroundings(context: Context, by_kind: dict[str, list[str]]) -> _Surroundings:
    measures, solutions, projects = (by_kind.get(kind, []) for kind in ("measure", "solution", "project"))
    return _Surroundings(
        {one.id: one for one in measure_records(context.db, measures)},
        {one.id: one for one in solution_records(context.db, solutions)},
        hits.project_cards(context.db, projects),
        hits.solutions_of_measures(context.db, measures),
        hits.measures_of_solutions(context.db, solutions),
    )


def _common(hit: Hit, entry: DocumentedEntry) -> dict[str, Any]:
    """What every hit has."""
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": plain_text(hit.title),
        "subtitle": plain_text(hit.one_liner) or None,
        "title_en": plain_text(hit.title_en) or None,
        "subtitle_en": plain_text(hit.one_liner_en) or None,
        "distant": hit.is_distant,
        "recorded": entry.recorded,
        "last_verified": entry.last_verified,
    }


def _facts(context: Context, hit: Hit, around: _Surroundings) -> dict[str, Any]:
    """What hits of some kinds tell beside."""
    if hit.kind == "measure":
        one = around.measures[hit.id]
        return _offered(context, one.measure, one.reuses) | {
            "projects": [NamedProject(one.project.id, one.project.name)],
            "federal_states": context.terms("federal-states", one.project.federal_states),
            "status_outdated": is_outdated(one.measure.status, one.measure.end, context.words.today),
            "start": one.measure.start,
            "end": one.measure.end,
            "solutions": around.solutions_of.get(hit.id, []),
        }
    if hit.kind == "solution":
        solution = around.solutions[hit.id]
        return _offered(context, solution.solution, solution.reuses) | {
            "projects": [NamedProject(project.id, project.name) for project in solution.origins],
            "measures": around.measures_of.get(hit.id, []),
        }
    if hit.kind == "project":
        project = around.projects[hit.id]
        return {
            "subtitle": project.lead,
            "projects": [NamedProject(project.id, project.name)],
            "federal_states": context.terms("federal-states", project.federal_states),
        }
    return {}


def _offered(context: Context, entry: Measure | Solution, reuses: list[ReuseRecord]) -> dict[str, Any]:
    """What measures and solutions both tell."""
    cost = entry.costs[0] if entry.costs else None
    return {
        "title": entry.title,
        "subtitle": entry.subtitle,
        "fields": context.terms("fields", entry.fields),
        "solution_kinds": context.terms("solution-kinds", entry.kinds),
        "audiences": context.terms("audiences", entry.audiences),
        "status": context.term("statuses", entry.status),
        "status_date": entry.status_date,
        "cost_amount_eur": cost.amount_eur if cost else None,
        "cost_covers": context.term("cost-scopes", cost.covers) if cost else None,
        "open_source": is_open_source(entry, context.words.described("licences")),
        "licence": entry.licence,
        "repositories": [repository.url for repository in entry.repositories],
        "reuses": shared.reported(reuses),
        "in_use_elsewhere": shared.in_use(reuses),
    }
