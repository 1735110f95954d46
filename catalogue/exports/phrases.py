"""How papers write dates, amounts and lists in German, and what they say of a fact that no source tells."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from catalogue.model.entries import Cost, Funding, Measure, Partner, Solution, Source
from catalogue.model.values import UNKNOWN
from catalogue.queries import vocabularies
from catalogue.queries.measure_records import MeasureRecord
from catalogue.queries.named_places import ReuseByName

NOT_TOLD = "keine Angabe in den Quellen"

Labels = Callable[[str, str], str]
"""Gives the German label of a term by the table of its vocabulary and its id."""


def labels(db: sqlite3.Connection) -> Labels:
    """The labels of an edition's vocabularies."""
    terms = {name: vocabularies.terms(db, name, "de") for name in vocabularies.tables(db)}
    return lambda vocabulary, term: terms[vocabulary][term].label if term in terms[vocabulary] else term


def whole_date(value: str) -> date:
    """A date of an entry as a day; a year or month stands for its first day."""
    year, month, day = ([int(part) for part in value.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def day(value: str) -> str:
    """`2023-06-18` → `18. Juni 2023`, `2023-06` → `Juni 2023`, `2023` → `2023`."""
    pattern = ("y", "MMMM y", "d. MMMM y")[value.count("-")]
    return str(format_date(whole_date(value), pattern, locale="de"))


def number(value: float) -> str:
    """12000 → `12.000`."""
    return str(format_decimal(value, "#,##0.##", locale="de"))


def euro(value: int) -> str:
    """37471 → `37.471 Euro`, 8100000 → `8,1 Mio. Euro`."""
    if value >= 1_000_000 and value % 10_000 == 0:
        return f"{number(value / 1_000_000)} Mio. Euro"
    return f"{number(value)} Euro"


def status(entry: Measure | Solution, label: Labels) -> str:
    """`Betrieb (Stand November 2023)`."""
    name = label("statuses", entry.status)
    when = entry.status_date
    return f"{name} (Stand {'unbekannt' if when == UNKNOWN else day(when)})"


def period(one: MeasureRecord) -> list[str]:
    """From when to when a measure runs, so far as it is told."""
    start, end = one.measure.start, one.measure.end
    if start and end:
        return [f"{day(start)} bis {day(end)}"]
    return [f"seit {day(start)}"] if start else [f"bis {day(end)}"] if end else []


def place(one: MeasureRecord, label: Labels) -> list[str]:
    """Where a measure runs, with its federal states."""
    names = ", ".join(place.name for place in one.places)
    return [f"{names} ({', '.join(label('federal_states', state) for state in one.project.federal_states)})"]


def inhabitants(one: MeasureRecord) -> list[str]:
    """How many people live in the places where a measure runs; of many places, in the area of the project."""
    if len(one.places) == 1 and one.places[0].population is not None:
        return [number(one.places[0].population)]
    population = one.project.population
    return [f"{number(population)} im Gebiet des Modellprojekts"] if population is not None else []


def cost(told: Cost | None) -> list[str]:
    """`65.000 Euro – Entwicklung der ersten Fassung`."""
    if told is None:
        return []
    said = [euro(told.amount_eur)] if told.amount_eur is not None else []
    return [" – ".join([*said, told.note] if told.note else said)]


def funding(part: Funding) -> str:
    """`Bund: 5,3 Mio. Euro, 65 Prozent – Aufbau (Bescheid 2021)`."""
    amounts = [euro(part.amount_eur)] if part.amount_eur is not None else []
    amounts += [f"{number(part.share_percent)} Prozent"] if part.share_percent is not None else []
    said = part.funder + (f": {', '.join(amounts)}" if amounts else "")
    said += f" – {part.purpose}" if part.purpose else ""
    return said + (f" ({part.note})" if part.note else "")


def partner(one: Partner) -> str:
    """`IAV (Software)`."""
    return f"{one.name} ({one.role})" if one.role else one.name


def reuse(one: ReuseByName, label: Labels) -> str:
    """`Landkreis Mittelsachsen (geplant, 2024)`."""
    told = one.reuse
    said = [label("reuse_statuses", told.status)]
    said += [label("reuse_kinds", told.kind)] if told.kind else []
    said += [day(told.date)] if told.date else []
    said += [told.note] if told.note else []
    return f"{one.name} ({', '.join(said)})"


def openness(entry: Measure | Solution) -> list[str]:
    """Whether the software is open source, under which licence, and where it lies."""
    said = [] if entry.open_source is None else ["ja" if entry.open_source else "nein"]
    said += [entry.licence] if entry.licence else []
    said += [entry.repository] if entry.repository else []
    return [", ".join(said)] if said else []


def source(page: Source) -> str:
    """`Title, 8. August 2022`; the address stands apart, since it is a link."""
    return f"{page.title}, {day(page.date)}" if page.date else page.title
