"""The facts of a measure, each declared once, in the order in which they are told: first what decides on reuse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalogue.facts import shared
from catalogue.facts.fact import Column, DeclaredFact, ShownIn, Value
from catalogue.facts.wording import Wording
from catalogue.model.entries import Cost, Label, Measure, Solution
from catalogue.queries.measure_records import MeasureRecord

MeasureFact = DeclaredFact[MeasureRecord]

PROJECT = Label(de="Modellprojekt", en="Model project")
PLACES = Label(de="Wo", en="Where")
INHERITED_PLACES = Label(de="Wo (laut Modellprojekt)", en="Where (as the model project)")
FEDERAL_STATES = Label(de="Bundesländer", en="Federal states")
FROM_PROJECT = Label(de="laut Modellprojekt", en="as the model project")
FROM_SOLUTION = Label(de="laut Lösung „{title}“", en="as the solution “{title}”")
IN_THE_AREA = Label(
    de="{number} im Gebiet des Modellprojekts", en="{number} in the area of the model project"
)
FROM_TO = Label(de="von {start} bis {end}", en="from {start} to {end}")
SINCE = Label(de="seit {start}", en="since {start}")
UNTIL = Label(de="bis {end}", en="to {end}")


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
    start, end = one.measure.start, one.measure.end
    if start and end:
        yield Value(words.say(FROM_TO, start=words.day(start), end=words.day(end)), german=False)
    elif start:
        yield Value(words.say(SINCE, start=words.day(start)), german=False)
    elif end:
        yield Value(words.say(UNTIL, end=words.day(end)), german=False)


def _status(one: MeasureRecord, words: Wording) -> Iterator[Value]:
    measure = one.measure
    yield Value(words.status(measure.status, measure.status_date, measure.end), german=False)


def _cost(entry: Measure | Solution) -> Cost | None:
    return entry.cost


def _openness(entry: Measure | Solution) -> bool | None:
    return entry.open_source


def _licence(entry: Measure | Solution) -> str | None:
    return entry.licence


def _repository(entry: Measure | Solution) -> str | None:
    return entry.repository


def _teller(one: MeasureRecord, stated: Callable[[Measure | Solution], object]) -> Measure | Solution:
    """Who states something of a measure: the measure itself, unless only its solution does."""
    if one.solution is None or stated(one.measure) is not None or stated(one.solution) is None:
        return one.measure
    return one.solution


def _told_by(stated: Callable[[Measure | Solution], object]) -> Callable[[MeasureRecord, Wording], str]:
    """From where something that the measure and its solution may state comes."""

    def origin(one: MeasureRecord, words: Wording) -> str:
        teller = _teller(one, stated)
        return "" if teller is one.measure else words.say(FROM_SOLUTION, title=teller.title)

    return origin


ON_PAGES = ShownIn.PAGE | ShownIn.COMPARISON | ShownIn.SHEET

MEASURE_FACTS: tuple[MeasureFact, ...] = (
    MeasureFact("id", shared.IDENTIFIER, ShownIn.TABLE, lambda one, _: shared.texts([one.measure.id])),
    MeasureFact("title", shared.NAME, ShownIn.TABLE, lambda one, _: shared.texts([one.measure.title])),
    MeasureFact(
        "subtitle",
        shared.SUBTITLE,
        ShownIn.COMPARISON | ShownIn.TABLE,
        lambda one, _: shared.texts([one.measure.subtitle]),
    ),
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
        cells=(
            Column(shared.STATUS, lambda one, words: words.term("statuses", one.measure.status)),
            Column(shared.STATUS_DATE, lambda one, _: one.measure.status_date),
        ),
    ),
    MeasureFact(
        "cost",
        shared.COST,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, words: shared.cost(words, _cost(_teller(one, _cost))),
        decides=True,
        origin=_told_by(_cost),
        cells=(
            Column(
                shared.COST_AMOUNT, lambda one, _: one.measure.cost.amount_eur if one.measure.cost else None
            ),
            Column(shared.COST_NOTE, lambda one, _: one.measure.cost.note if one.measure.cost else None),
        ),
    ),
    MeasureFact(
        "funding",
        Label(de="Finanzierung", en="Funding"),
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, words: shared.funding(words, one.measure.funding),
        listed=True,
    ),
    MeasureFact(
        "places",
        PLACES,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.TABLE,
        _places,
        origin=lambda one, words: words.say(FROM_PROJECT) if one.places_inherited else "",
        cells=(
            Column(PLACES, lambda one, _: _place_names(one, inherited=False)),
            Column(INHERITED_PLACES, lambda one, _: _place_names(one, inherited=True)),
            Column(
                FEDERAL_STATES,
                lambda one, words: ", ".join(words.terms("federal_states", one.project.federal_states)),
            ),
        ),
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
        ShownIn.PAGE | ShownIn.SHEET | ShownIn.COUNCIL | ShownIn.TABLE,
        _period,
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
        "technologies",
        shared.TECHNOLOGIES,
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, _: shared.texts(one.measure.technologies),
        decides=True,
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
        lambda one, words: shared.yes_or_no(words, _openness(_teller(one, _openness))),
        origin=_told_by(_openness),
        cells=(
            Column(
                shared.OPEN_SOURCE,
                lambda one, words: ", ".join(
                    value.line for value in shared.yes_or_no(words, one.measure.open_source)
                ),
            ),
        ),
    ),
    MeasureFact(
        "licence",
        shared.LICENCE,
        ON_PAGES | ShownIn.COUNCIL | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, _: shared.texts([_licence(_teller(one, _licence))]),
        decides=True,
        origin=_told_by(_licence),
        cells=(Column(shared.LICENCE, lambda one, _: one.measure.licence),),
    ),
    MeasureFact(
        "repository",
        shared.REPOSITORY,
        ON_PAGES | ShownIn.NEEDS | ShownIn.TABLE,
        lambda one, _: shared.links(_repository(_teller(one, _repository))),
        decides=True,
        origin=_told_by(_repository),
        cells=(Column(shared.REPOSITORY, lambda one, _: one.measure.repository),),
    ),
    MeasureFact(
        "reuse",
        shared.REUSE,
        ShownIn.PAGE,
        lambda one, words: shared.reuse_summary(words, one.reuses),
        decides=True,
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
        lambda one, _: shared.partners(one.measure.partners),
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
        lambda one, _: shared.texts(one.measure.results),
        listed=True,
    ),
    MeasureFact(
        "lessons",
        shared.LESSONS,
        ShownIn.COMPARISON | ShownIn.OUTCOME | ShownIn.TABLE,
        lambda one, _: shared.texts(one.measure.lessons),
        listed=True,
    ),
    MeasureFact(
        "website",
        Label(de="Seite der Maßnahme", en="Page of the measure"),
        ShownIn.PAGE | ShownIn.SHEET | ShownIn.TABLE,
        lambda one, _: shared.links(one.measure.website),
    ),
    MeasureFact(
        "last_verified",
        shared.LAST_VERIFIED,
        ON_PAGES | ShownIn.TABLE,
        lambda one, words: shared.days(words, one.measure.last_verified),
        cells=(Column(shared.LAST_VERIFIED, lambda one, _: one.measure.last_verified),),
    ),
    MeasureFact(
        "sources",
        shared.SOURCES,
        ShownIn.TABLE,
        lambda one, _: shared.links(*(source.url for source in one.measure.sources)),
        listed=True,
    ),
)
"""The facts of a measure."""
