"""Answers that hold entries whole: the kinds there are, the entries of a kind, and one entry with what surrounds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from catalogue.api.answers import (
    CountedKind,
    EntryAnswer,
    EntryListing,
    KindAnswer,
    ListedEntry,
    Surroundings,
)
from catalogue.api.context import Context
from catalogue.api.operation import HOME, address_of_next, page
from catalogue.api.parameters import KIND, ListParameters, OneEntry, Paged, Parameters, filtering_fields
from catalogue.api.problem_details import Refused
from catalogue.edition.tables import plural
from catalogue.exports.entries import told
from catalogue.model.entries import DocumentedEntry
from catalogue.model.kinds import KINDS, Kind
from catalogue.queries import entries, municipalities, reuses
from catalogue.queries.hits import solutions_of_measures
from catalogue.queries.measure_records import measure_record
from catalogue.queries.projects import NamedProject, project_measures
from catalogue.queries.solutions import solution_record


def path_of(kind: Kind) -> str:
    """The path of the list of a kind."""
    return f"/{plural(kind.name)}"


def kinds(context: Context, _: Parameters) -> KindAnswer:
    """The kinds of entry with how many there are."""
    counted = entries.counts(context.db)
    return KindAnswer(
        edition=context.edition,
        items=[
            CountedKind(
                name=kind.name,
                label=context.say(kind.plural),
                count=counted[kind.name],
                searched=kind.searched,
                address=context.address(HOME + path_of(kind)),
            )
            for kind in KINDS
        ],
    )


def listing(kind: Kind) -> Callable[[Context, Any], EntryListing]:
    """What gives the entries of a kind."""
    return (
        (lambda context, asked: _found(context, kind, asked))
        if kind.searched
        else (lambda context, asked: _read(context, kind, asked))
    )


def _found(context: Context, kind: Kind, asked: ListParameters) -> EntryListing:
    """Entries of a kind that the search finds, by name."""
    part = page(context, path_of(kind), asked)
    answer = context.engine.search(
        "",
        asked.filters | {KIND: [kind.name]},
        sort="name",
        page=part.number,
        page_size=part.size,
        facets=(),
    )
    read = entries.read(context.db, kind.model, [hit.id for hit in answer.hits])
    return EntryListing(
        edition=context.edition,
        total=answer.total,
        next=address_of_next(context, path_of(kind), asked, part, answer.total),
        items=[listed(context, kind, entry) for entry in read.values()],
    )


def _read(context: Context, kind: Kind, asked: Paged) -> EntryListing:
    """Entries of a kind that the search does not find, in the order of their ids."""
    chosen = {name: set(getattr(asked, name)) for name in filtering_fields(kind.model)}
    fitting = [
        entry
        for entry in entries.read(context.db, kind.model).values()
        if all(not values or values & _values(entry, name) for name, values in chosen.items())
    ]
    part = page(context, path_of(kind), asked)
    return EntryListing(
        edition=context.edition,
        total=len(fitting),
        next=address_of_next(context, path_of(kind), asked, part, len(fitting)),
        items=[listed(context, kind, entry) for entry in part.cut(fitting)],
    )


def _values(entry: DocumentedEntry, name: str) -> set[str]:
    value = getattr(entry, name)
    return set(value) if isinstance(value, list) else {value}


def listed(context: Context, kind: Kind, entry: DocumentedEntry) -> ListedEntry:
    """An entry as its file tells it, with its addresses."""
    path = kind.path(entry)
    return ListedEntry(
        kind=kind.name,
        id=entry.id,
        title=getattr(entry, kind.title),
        address=context.address(path) if path else None,
        self=context.address(f"{HOME}{path_of(kind)}/{entry.id}"),
        entry=told(entry),
    )


def one(kind: Kind) -> Callable[[Context, OneEntry], EntryAnswer]:
    """What gives an entry of a kind. Raises Refused if there is none with the id."""

    def _give(context: Context, asked: OneEntry) -> EntryAnswer:
        entry = entries.read_one(context.db, kind.model, asked.id)
        if entry is None:
            raise Refused("not-found")
        around = AROUND.get(kind.name)
        return EntryAnswer(
            edition=context.edition,
            item=listed(context, kind, entry),
            surroundings=around(context, entry.id) if around else Surroundings(),
        )

    return _give


def _around_measure(context: Context, one: str) -> Surroundings:
    record = measure_record(context.db, one)
    assert record  # its entry was read
    return Surroundings(
        projects=[NamedProject(record.project.id, record.project.name)],
        places=record.places,
        places_inherited=record.places_inherited,
        solutions=solutions_of_measures(context.db, [one]).get(one, []),
        transfers=record.reuses,
    )


def _around_solution(context: Context, one: str) -> Surroundings:
    record = solution_record(context.db, one)
    assert record
    return Surroundings(
        projects=[NamedProject(project.id, project.name) for project in record.origins],
        measures=record.measures,
        transfers=record.reuses,
    )


def _around_project(context: Context, one: str) -> Surroundings:
    return Surroundings(
        measures=project_measures(context.db, one), transfers=reuses.of_entry(context.db, "project", one)
    )


def _around_municipality(context: Context, one: str) -> Surroundings:
    return Surroundings(
        projects=municipalities.projects_of(context.db, one),
        measures=municipalities.measures_in(context.db, one),
        transfers=reuses.by_municipality(context.db, one),
    )


AROUND: dict[str, Callable[[Context, str], Surroundings]] = {
    "measure": _around_measure,
    "solution": _around_solution,
    "project": _around_project,
    "municipality": _around_municipality,
}
"""What surrounds an entry of a kind; of the others everything stands in the entry."""
