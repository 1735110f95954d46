"""Side by side: what decides on taking a measure or a solution over, a row a fact, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from catalogue.model.entries import Cost, Funding, Measure, Solution
from catalogue.model.values import UNKNOWN
from catalogue.queries.measure_records import MeasureRecord
from catalogue.queries.named_places import ReuseByName
from catalogue.queries.solutions import SolutionRecord
from catalogue.web.edition_access import term
from catalogue.web.page_parts import day, euro, number


@dataclass(frozen=True, slots=True)
class Lines:
    """What one entry tells of a fact: nothing, or lines, and whether these are the entry's own German."""

    texts: list[str]
    german: bool = True


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """An entry that is compared: its page, and the address of the comparison without it."""

    id: str
    title: str
    address: str
    without: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What each entry tells, by the fact's name, and the names of the facts that none tells."""

    facts: dict[str, list[Lines]]
    untold: list[str]


def side_by_side(told: list[dict[str, Lines]]) -> Comparison:
    """Entries that name the same facts, side by side."""
    rows = {name: [one[name] for one in told] for name in (told[0] if told else {})}
    return Comparison(
        {name: cells for name, cells in rows.items() if any(cell.texts for cell in cells)},
        [name for name, cells in rows.items() if not any(cell.texts for cell in cells)],
    )


def measure_facts(one: MeasureRecord) -> dict[str, Lines]:
    """What decides on reusing a measure."""
    measure = one.measure
    return {
        _("Was es ist"): Lines([measure.subtitle]),
        _("Modellprojekt"): Lines([one.project.name]),
        _("Wo"): Lines(place(one)),
        _("Einwohner"): Lines(inhabitants(one), german=False),
        _("Stand"): status(measure),
        _("Kosten"): cost(measure.cost),
        _("Finanzierung"): Lines([funding(part) for part in measure.funding]),
        _("Art der Lösung"): labels("solution_kinds", measure.kinds),
        _("Für wen"): labels("audiences", measure.audiences),
        _("Technik"): joined(measure.technologies),
        _("Quelloffen"): openness(measure),
        _("Wer es übernommen hat oder will"): reuses(one.reuses),
        _("Was daraus wurde"): Lines(measure.results),
        _("Was andere daraus lernen können"): Lines(measure.lessons),
        _("Wer mitwirkt"): joined(partner.name for partner in measure.partners),
        _("Zuletzt geprüft"): Lines([day(measure.last_verified)], german=False),
    }


def solution_facts(one: SolutionRecord) -> dict[str, Lines]:
    """What decides on taking a solution over."""
    solution = one.solution
    origins = [origin.name for origin in one.origins]
    return {
        _("Stand"): status(solution),
        _("Reife"): joined([solution.maturity]),
        _("Art der Lösung"): labels("solution_kinds", solution.kinds),
        _("Für wen"): labels("audiences", solution.audiences),
        _("Kosten"): cost(solution.cost),
        _("Aufwand"): joined([solution.effort]),
        _("Quelloffen"): openness(solution),
        _("Technik"): joined(solution.technologies),
        _("Standards und Schnittstellen"): joined(dict.fromkeys(solution.standards + solution.interfaces)),
        _("Betreibermodell"): joined([solution.operating_model]),
        _("Wer sie betreibt"): joined(operator.name for operator in solution.operated_by),
        _("Woher sie kommt"): joined(origins + solution.origins_elsewhere),
        _("Wer es übernommen hat oder will"): reuses(one.reuses),
        _("Seite mit Kontakt"): joined([solution.website or solution.official_page]),
        _("Was man zur Übernahme braucht"): Lines([need.text for need in solution.requirements]),
    }


def joined(texts: Iterable[str | None], german: bool = True) -> Lines:
    """Short texts in one line."""
    told = ", ".join(text for text in texts if text)
    return Lines([told] if told else [], german)


def labels(vocabulary: str, ids: Iterable[str]) -> Lines:
    """The labels of terms in one line."""
    return joined((term(vocabulary, value).label for value in ids), german=False)


def place(one: MeasureRecord) -> list[str]:
    """Where a measure runs."""
    states = ", ".join(term("federal_states", state).label for state in one.project.federal_states)
    return [f"{', '.join(place.name for place in one.places)} ({states})"]


def inhabitants(one: MeasureRecord) -> list[str]:
    """How many people live where a measure runs."""
    if len(one.places) == 1 and one.places[0].population is not None:
        return [number(one.places[0].population)]
    population = one.project.population
    if population is None:
        return []
    return [_("%(number)s im Gebiet des Modellprojekts", number=number(population))]


def status(entry: Measure | Solution) -> Lines:
    """The status of an entry and when it held."""
    label = term("statuses", entry.status).label
    when = entry.status_date
    dated = _("Datum unbekannt") if when == UNKNOWN else _("Stand %(day)s", day=day(when))
    return Lines([f"{label}, {dated}"], german=False)


def cost(stated: Cost | None) -> Lines:
    """What an entry costs."""
    if stated is None:
        return Lines([])
    amount = [] if stated.amount_eur is None else [euro(stated.amount_eur)]
    told = " – ".join([*amount, stated.note] if stated.note else amount)
    return Lines([told] if told else [])


def funding(part: Funding) -> str:
    """Who pays how much."""
    return f"{part.funder}: {euro(part.amount_eur)}" if part.amount_eur is not None else part.funder


def openness(entry: Measure | Solution) -> Lines:
    """Whether the software is open source, its licence, and where it lies."""
    said = [] if entry.open_source is None else [_("ja") if entry.open_source else _("nein")]
    return joined([*said, entry.licence, entry.repository], german=False)


def reuses(records: Iterable[ReuseByName]) -> Lines:
    """Who took an entry over, and how far it is."""
    return Lines([f"{one.name} ({term('reuse_statuses', one.reuse.status).label})" for one in records])
