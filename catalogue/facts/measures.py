"""The facts of a measure, each declared once, in the order in which they are told: first what decides on reuse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from catalogue.facts import shared
from catalogue.facts.contacts import PAGE_OF_MEASURE, contact_fact
from catalogue.facts.fact import ON_PAGES, SEPARATOR, Column, DeclaredFact, ShownIn, Value
from catalogue.facts.questions import Question
from catalogue.facts.sharing import Sharing, told_by, told_by_project
from catalogue.facts.wording import Wording
from catalogue.model import sharing
from catalogue.model.entries import Label
from catalogue.model.status import PLANNED, is_outdated
from catalogue.queries.measure_records import MeasureRecord

MeasureFact = DeclaredFact[MeasureRecord]

PROJECT = Label(de="Modellprojekt", en="Model project")
PLACES = Label(de="Wo", en="Where")
INHERITED_PLACES = Label(de="Wo (laut Modellprojekt)", en="Where (according to the model project)")
FEDERAL_STATES = Label(de="Bundesländer", en="Federal states")
IN_THE_AREA = Label(
    de="{number} im Gebiet des Modellprojekts", en="{number} in the area of the model project"
)
STATUS_OUTDATED = Label(de="Stand veraltet", en="Status outdated")
FROM_TO = Label(de="von {start} bis {end}", en="from {start} to {end}")
SINCE = Label(de="seit {start}", en="since {start}")
UNTIL = Label(de="bis {end}", en="to {end}")
PLANNED_FROM_TO = Label(de="geplant von {start} bis {end}", en="planned from {start} to {end}")
PLANNED_FROM = Label(de="geplant ab {start}", en="planned from {start}")
PLANNED_UNTIL = Label(de="geplant bis {end}", en="planned until {end}")


def _places(one: MeasureRecord, words: Wording) -> Iterator[Value]:
    names = ", ".join(place.name for place in one.places)
    states = ", ".join(words.terms("federal_states", one.project.federal_states))
    yield Value(f"{names} ({states})" if states else names)


def _place_names(one: MeasureRecord, inherited: bool) -> str:
    """The names of the places if they are inherited, or if they are not."""
    return ", ".join(place.name for place in one.places) if one.places_inherited is inherited else ""


def _inhabitants(one: MeasureRecord, words: Wording) -> Iterator[Value]:
    """Of the place where a measure runs; of several places, of the area of the project."""
    if len(one.places) == 1 and one.places[0].population is not None:
        yield Value(words.number(one.places[0].population), german=False)
    elif one.project.population is not None:
        yield Value(words.say(IN_THE_AREA, number=words.number(one.project.population)), german=False)


def _period(one: MeasureRecord, words: Wording) -> Iterator[Value]:
    """From when to when; of what has not begun, that this is planned."""
    start, end = one.measure.start, one.measure.end
    planned = one.measure.status in PLANNED
    if start and end:
        told = PLANNED_FROM_TO if planned else FROM_TO
        yield Value(words.say(told, start=words.day(start), end=words.day(end)), german=False)
    elif start:
        yield Value(words.say(PLANNED_FROM if planned else SINCE, start=words.day(start)), german=False)
    elif end:
        yield Value(words.say(PLANNED_UNTIL if planned else UNTIL, end=words.day(end)), german=False)


def _outdated(one: MeasureRecord, words: Wording) -> str:
    """Yes if the status cannot be right any more, else nothing."""
    outdated = is_outdated(one.measure.status, one.measure.end, words.today)
    return words.yes_or_no(True) if outdated else ""


def _status(one: MeasureRecord, words: Wording) -> Iterator[Value]:
    measure = one.measure
    yield Value(words.status(measure.status, measure.status_date, measure.end), german=False)


def _requirements(one: MeasureRecord, words: Wording) -> Iterator[Value]:
    """What its solution requires; a measure itself requires nothing."""
    for value in shared.requirements(words, one.solution) if one.solution else ():
        yield replace(value, sources=())


def _costs(words: Wording, entry: sharing.Sharer) -> Iterator[Value]:
    return shared.costs(words, entry, entry.costs)


def _places_origin(one: MeasureRecord, words: Wording) -> Value | None:
    return told_by_project(words, one.project.id) if one.places_inherited else None


COST_FROM_SOLUTION = Label(de="Kosten (laut Lösung)", en="Cost (according to the solution)")
OPEN_SOURCE_FROM_SOLUTION = Label(de="Quelloffen (laut Lösung)", en="Open source (according to the solution)")
LICENCE_FROM_SOLUTION = Label(de="Lizenz (laut Lösung)", en="Licence (according to the solution)")
REPOSITORY_FROM_SOLUTION = Label(de="Quelltext (laut Lösung)", en="Source code (according to the solution)")

SHARING = Sharing[MeasureRecord](lambda one: one.measure, lambda one: [one.solution] if one.solution else [])


def _elsewhere(one: MeasureRecord, stated: sharing.Stated, field: str) -> Any:
    """What the solution says in a field where the measure itself says nothing."""
    teller = SHARING.teller(one, stated)
    return None if teller is one.measure else getattr(teller, field)


def _told_elsewhere(
    stated: sharing.Stated, told: Callable[[Wording, sharing.Sharer], Iterable[Value]]
) -> Callable[[MeasureRecord, Wording], str]:
    """The cell with what the solution says where the measure itself says nothing."""

    def cell(one: MeasureRecord, words: Wording) -> str:
        teller = SHARING.teller(one, stated)
        return "" if teller is one.measure else SEPARATOR.join(value.line for value in told(words, teller))

    return cell


MEASURE_FACTS: tuple[MeasureFact, ...] = (
    MeasureFact("id", shared.IDENTIFIER, ShownIn.TABLE, lambda one, _: shared.texts([one.measure.id])),
    MeasureFact("title", shared.NAME, ShownIn.TABLE, lambda one, _: shared.texts([one.measure.title])),
    MeasureFact(
        "subtitle",
        shared.SUBTITLE,
        ShownIn.COMPARISON | ShownIn.TABLE,
        lambda one, words: [shared.subtitle(words, one.measure)],
        cells=(Column(shared.SUBTITLE, lambda one, _: one.measure.subtitle),),
    ),
    *shared.english_names(SHARING.own),
    MeasureFact(
        "project",
        PROJECT,
        ShownIn.COMPARISON | ShownIn.SHEET | ShownIn.COUNCIL | ShownIn.TABLE,
        lambda one, _: [Value(one.project.name, address=f"/projekte/{one.project.id}")],
    ),
    MeasureFact(
        "status",
        shared.STATUS,
        ShownIn.COMPARISON | ShownIn.SHEET | ShownIn.COUNCIL | ShownIn.TABLE,
        _status,
        sources=lambda one: shared.noted_for(one.measure, "status"),
        cells=(
            Column(shared.STATUS, lambda one, words: words.term("statuses", one.measure.status)),
            Column(shared.STATUS_DATE, lambda one, words: words.plain_date(one.measure.status_date)),
            Column(STATUS_OUTDATED, _outdated),
        ),
    ),
    MeasureFact(
        "cost",
        shared.COST,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.NEEDS | ShownIn.TABLE,
        SHARING.values(sharing.costs, _costs),
        listed=True,
        decides=True,
        origin=SHARING.origin(sharing.costs),
        cells=(
            *shared.cost_columns(SHARING.own),
            Column(COST_FROM_SOLUTION, _told_elsewhere(sharing.costs, _costs)),
        ),
        answers=Question.COST,
        short=lambda one, words: shared.short_cost(words, SHARING.teller(one, sharing.costs).costs),
    ),
    MeasureFact(
        "funding",
        Label(de="Finanzierung", en="Funding"),
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, words: shared.funding(words, one.measure, one.measure.funding),
        listed=True,
        answers=Question.COST,
    ),
    MeasureFact(
        "places",
        PLACES,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.TABLE,
        _places,
        origin=_places_origin,
        cells=(
            Column(PLACES, lambda one, _: _place_names(one, inherited=False)),
            Column(INHERITED_PLACES, lambda one, _: _place_names(one, inherited=True)),
            Column(
                FEDERAL_STATES,
                lambda one, words: ", ".join(words.terms("federal_states", one.project.federal_states)),
            ),
        ),
        answers=Question.USERS,
    ),
    MeasureFact(
        "population",
        Label(de="Einwohner", en="Inhabitants"),
        ShownIn.COMPARISON | ShownIn.SHEET | ShownIn.COUNCIL,
        _inhabitants,
    ),
    MeasureFact(
        "period",
        Label(de="Zeitraum", en="Period"),
        ON_PAGES | ShownIn.COUNCIL | ShownIn.TABLE,
        _period,
        sources=lambda one: shared.noted_for(one.measure, "start", "end"),
        cells=(
            Column(Label(de="Beginn", en="Start"), lambda one, _: one.measure.start),
            Column(Label(de="Ende", en="End"), lambda one, _: one.measure.end),
        ),
    ),
    MeasureFact(
        "kinds",
        shared.KINDS,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.TABLE,
        lambda one, words: shared.solution_kinds(words, one.measure.kinds),
    ),
    MeasureFact(
        "requirements",
        shared.REQUIREMENTS,
        ON_PAGES | ShownIn.NEEDS,
        _requirements,
        listed=True,
        origin=lambda one, words: told_by(words, one.solution) if one.solution else None,
        answers=Question.NEEDS,
        short=lambda one, words: shared.short_requirements(words, one.solution) if one.solution else None,
    ),
    MeasureFact(
        "technologies",
        shared.TECHNOLOGIES,
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, _: shared.texts(one.measure.technologies),
        decides=True,
        sources=lambda one: shared.noted_for(one.measure, "technologies"),
        answers=Question.NEEDS,
        short=lambda one, _: shared.short_technologies(one.measure.technologies),
    ),
    MeasureFact(
        "standards",
        shared.STANDARDS,
        ShownIn.PAGE | ShownIn.SHEET | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, _: shared.texts(one.measure.standards),
    ),
    MeasureFact(
        "open_source",
        shared.OPEN_SOURCE,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.NEEDS | ShownIn.TABLE,
        SHARING.values(sharing.openness, shared.openness),
        origin=SHARING.origin(sharing.openness),
        cells=(
            shared.openness_column(lambda one: one.measure),
            Column(OPEN_SOURCE_FROM_SOLUTION, _told_elsewhere(sharing.openness, shared.openness)),
        ),
        answers=Question.NEEDS,
        short=SHARING.short_openness,
    ),
    MeasureFact(
        "licence",
        shared.LICENCE,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.NEEDS | ShownIn.TABLE,
        SHARING.values(sharing.licence, shared.licence),
        listed=True,
        decides=True,
        origin=SHARING.origin(sharing.licence),
        sources=SHARING.sources(sharing.licence, "licence"),
        cells=(
            Column(shared.LICENCE, lambda one, _: one.measure.licence),
            Column(shared.LICENCE_NOTE, lambda one, _: one.measure.licence_note),
            Column(LICENCE_FROM_SOLUTION, lambda one, _: _elsewhere(one, sharing.licence, "licence")),
        ),
        answers=Question.NEEDS,
    ),
    MeasureFact(
        "repositories",
        shared.REPOSITORY,
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        SHARING.values(
            sharing.repositories, lambda words, entry: shared.repositories(words, entry.repositories)
        ),
        listed=True,
        decides=True,
        origin=SHARING.origin(sharing.repositories),
        cells=(
            Column(
                shared.REPOSITORY,
                lambda one, _: SEPARATOR.join(part.url for part in one.measure.repositories),
            ),
            Column(
                REPOSITORY_FROM_SOLUTION,
                lambda one, _: SEPARATOR.join(
                    part.url for part in _elsewhere(one, sharing.repositories, "repositories") or ()
                ),
            ),
        ),
    ),
    MeasureFact(
        "software_kind",
        shared.SOFTWARE_KIND,
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        SHARING.values(
            sharing.software_kind, lambda words, entry: shared.software_kind(words, entry.software_kind)
        ),
        origin=SHARING.origin(sharing.software_kind),
    ),
    MeasureFact(
        "deployment",
        shared.DEPLOYMENT,
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        SHARING.values(
            sharing.deployment, lambda words, entry: shared.terms(words, "deployments", entry.deployment)
        ),
        origin=SHARING.origin(sharing.deployment),
    ),
    MeasureFact(
        "interfaces",
        shared.INTERFACES,
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        SHARING.values(sharing.interfaces, lambda _, entry: shared.texts(entry.interfaces)),
        origin=SHARING.origin(sharing.interfaces),
    ),
    contact_fact(
        ON_PAGES | ShownIn.COUNCIL | ShownIn.NEEDS | ShownIn.TABLE, SHARING.own, lambda one: [one.project]
    ),
    MeasureFact(
        "reuse",
        shared.REUSE,
        ShownIn.PAGE,
        lambda one, words: shared.reuse_summary(words, one.reuses),
        decides=True,
        answers=Question.USERS,
        short=lambda one, words: shared.short_reuse(words, one.reuses),
    ),
    MeasureFact(
        "reuses",
        shared.REUSES,
        ShownIn.COMPARISON | ShownIn.SHEET | ShownIn.COUNCIL | ShownIn.TABLE,
        lambda one, words: shared.reuses(words, one.reuses),
        listed=True,
        cells=shared.reuse_columns(),
        decides=True,
    ),
    MeasureFact(
        "partners",
        Label(de="Wer mitwirkt", en="Partners"),
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, _: shared.partners(one.measure, one.measure.partners),
        listed=True,
        decides=True,
    ),
    MeasureFact(
        "audiences",
        shared.AUDIENCES,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.TABLE,
        lambda one, words: shared.terms(words, "audiences", one.measure.audiences),
    ),
    MeasureFact(
        "spaces",
        Label(de="Wo es wirkt", en="Where it works"),
        ShownIn.PAGE | ShownIn.TABLE,
        lambda one, words: shared.terms(words, "spaces", one.measure.spaces),
    ),
    MeasureFact(
        "fields",
        shared.FIELDS,
        ShownIn.SHEET | ShownIn.TABLE,
        lambda one, words: shared.terms(words, "fields", one.measure.fields),
    ),
    MeasureFact(
        "results",
        shared.RESULTS,
        ShownIn.COMPARISON | ShownIn.OUTCOME | ShownIn.TABLE,
        lambda one, _: shared.statements(one.measure, one.measure.results),
        listed=True,
    ),
    MeasureFact(
        "lessons",
        shared.LESSONS,
        ShownIn.COMPARISON | ShownIn.OUTCOME | ShownIn.TABLE,
        lambda one, _: shared.statements(one.measure, one.measure.lessons),
        listed=True,
    ),
    MeasureFact(
        "asked_as",
        shared.ASKED_AS,
        ShownIn.TABLE,
        lambda one, _: shared.texts(one.measure.asked_as),
        listed=True,
    ),
    MeasureFact(
        "website",
        PAGE_OF_MEASURE,
        ShownIn.PAGE | ShownIn.SHEET | ShownIn.TABLE,
        lambda one, _: shared.links(one.measure.website),
        answers=Question.CONTACT,
    ),
    *shared.origin_of_facts(SHARING.own),
)
"""The facts of a measure."""
