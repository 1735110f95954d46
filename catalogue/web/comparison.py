"""Side by side: what decides on taking a measure or a solution over, a row a fact, in the language of the page."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from catalogue.model.values import UNKNOWN
from catalogue.queries import solutions
from catalogue.queries.connection import Row
from catalogue.queries.measure_records import MeasureRecord
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
        _("Was es ist"): Lines([measure["subtitle"]]),
        _("Modellprojekt"): Lines([measure["project_name"]]),
        _("Wo"): Lines(place(one)),
        _("Einwohner"): Lines(inhabitants(one), german=False),
        _("Stand"): status(measure),
        _("Kosten"): cost(measure),
        _("Finanzierung"): Lines([funding(row) for row in one.funding]),
        _("Art der Lösung"): labels("solution_kinds", one.terms["solution_kinds"]),
        _("Für wen"): labels("audiences", one.terms["audiences"]),
        _("Technik"): joined(one.texts["technologies"]),
        _("Quelloffen"): openness(measure),
        _("Wer es übernommen hat oder will"): reuses(one.reuses),
        _("Was daraus wurde"): Lines(one.texts["results"]),
        _("Was andere daraus lernen können"): Lines(one.texts["lessons"]),
        _("Wer mitwirkt"): joined(row["name"] for row in one.partners),
        _("Zuletzt geprüft"): Lines([day(measure["last_verified"])], german=False),
    }


def solution_facts(db: sqlite3.Connection, solution: Row) -> dict[str, Lines]:
    """What decides on taking a solution over."""
    solution_id = solution["id"]
    lists = solutions.lists(db, solution_id)
    origins = [row["name"] for row in solutions.origins(db, solution_id)]
    return {
        _("Stand"): status(solution),
        _("Reife"): joined([solution["maturity"]]),
        _("Art der Lösung"): labels("solution_kinds", lists["kinds"]),
        _("Für wen"): labels("audiences", lists["audiences"]),
        _("Kosten"): cost(solution),
        _("Aufwand"): joined([solution["effort"]]),
        _("Quelloffen"): openness(solution),
        _("Technik"): joined(lists["technologies"]),
        _("Standards und Schnittstellen"): joined(dict.fromkeys(lists["standards"] + lists["interfaces"])),
        _("Betreibermodell"): joined([solution["operating_model"]]),
        _("Wer sie betreibt"): joined(row["name"] for row in solutions.operators(db, solution_id)),
        _("Woher sie kommt"): joined(origins + lists["origins_elsewhere"]),
        _("Wer es übernommen hat oder will"): reuses(solutions.reuses(db, solution_id)),
        _("Seite mit Kontakt"): joined([solution["website"] or solution["official_page"]]),
        _("Was man zur Übernahme braucht"): Lines(
            [row["text"] for row in solutions.requirements(db, solution_id)]
        ),
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
    states = ", ".join(term("federal_states", state).label for state in one.states)
    return [f"{', '.join(row['name'] for row in one.places)} ({states})"]


def inhabitants(one: MeasureRecord) -> list[str]:
    """How many people live where a measure runs."""
    if len(one.places) == 1 and one.places[0]["population"] is not None:
        return [number(one.places[0]["population"])]
    population = one.measure["project_population"]
    if population is None:
        return []
    return [_("%(number)s im Gebiet des Modellprojekts", number=number(population))]


def status(entry: Row) -> Lines:
    """The status of an entry and when it held."""
    label = term("statuses", entry["status"]).label
    when = entry["status_date"]
    dated = _("Datum unbekannt") if when == UNKNOWN else _("Stand %(day)s", day=day(when))
    return Lines([f"{label}, {dated}"], german=False)


def cost(entry: Row) -> Lines:
    """What an entry costs."""
    amount = [] if entry["cost_amount_eur"] is None else [euro(entry["cost_amount_eur"])]
    told = " – ".join([*amount, entry["cost_note"]] if entry["cost_note"] else amount)
    return Lines([told] if told else [])


def funding(row: Row) -> str:
    """Who pays how much."""
    return (
        f"{row['funder']}: {euro(row['amount_eur'])}" if row["amount_eur"] is not None else str(row["funder"])
    )


def openness(entry: Row) -> Lines:
    """Whether the software is open source, its licence, and where it lies."""
    said = [] if entry["open_source"] is None else [_("ja") if entry["open_source"] else _("nein")]
    return joined([*said, entry["licence"], entry["repository"]], german=False)


def reuses(rows: Iterable[Row]) -> Lines:
    """Who took an entry over, and how far it is."""
    return Lines([f"{row['name']} ({term('reuse_statuses', row['status']).label})" for row in rows])
