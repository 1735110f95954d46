"""How papers write dates, amounts and lists in German, and what they say of a fact that no source tells."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from catalogue.model.values import UNKNOWN
from catalogue.queries import vocabularies
from catalogue.queries.connection import Row
from catalogue.queries.measure_records import MeasureRecord

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


def status(entry: Row, label: Labels) -> str:
    """`Betrieb (Stand November 2023)`."""
    name = label("statuses", entry["status"])
    when = entry["status_date"]
    return f"{name} (Stand {'unbekannt' if when == UNKNOWN else day(when)})"


def period(one: MeasureRecord) -> list[str]:
    """From when to when a measure runs, so far as it is told."""
    start, end = one.measure["start"], one.measure["end"]
    if start and end:
        return [f"{day(start)} bis {day(end)}"]
    return [f"seit {day(start)}"] if start else [f"bis {day(end)}"] if end else []


def place(one: MeasureRecord, label: Labels) -> list[str]:
    """Where a measure runs, with its federal states."""
    names = ", ".join(row["name"] for row in one.places)
    return [f"{names} ({', '.join(label('federal_states', state) for state in one.states)})"]


def inhabitants(one: MeasureRecord) -> list[str]:
    """How many people live in the places where a measure runs; of many places, in the area of the project."""
    if len(one.places) == 1 and one.places[0]["population"] is not None:
        return [number(one.places[0]["population"])]
    population = one.measure["project_population"]
    return [f"{number(population)} im Gebiet des Modellprojekts"] if population is not None else []


def cost(entry: Row) -> list[str]:
    """`65.000 Euro – Entwicklung der ersten Fassung`."""
    amount, note = entry["cost_amount_eur"], entry["cost_note"]
    said = [euro(amount)] if amount is not None else []
    return [" – ".join([*said, note] if note else said)] if said or note else []


def funding(row: Row) -> str:
    """`Bund: 5,3 Mio. Euro, 65 Prozent – Aufbau (Bescheid 2021)`."""
    amounts = [euro(row["amount_eur"])] if row["amount_eur"] is not None else []
    amounts += [f"{number(row['share_percent'])} Prozent"] if row["share_percent"] is not None else []
    said: str = row["funder"] + (f": {', '.join(amounts)}" if amounts else "")
    said += f" – {row['purpose']}" if row["purpose"] else ""
    return said + (f" ({row['note']})" if row["note"] else "")


def partner(row: Row) -> str:
    """`IAV (Software)`."""
    return f"{row['name']} ({row['role']})" if row["role"] else str(row["name"])


def reuse(row: Row, label: Labels) -> str:
    """`Landkreis Mittelsachsen (geplant, 2024)`."""
    said = [label("reuse_statuses", row["status"])]
    said += [label("reuse_kinds", row["kind"])] if row["kind"] else []
    said += [day(row["date"])] if row["date"] else []
    said += [row["note"]] if row["note"] else []
    return f"{row['name']} ({', '.join(said)})"


def openness(entry: Row) -> list[str]:
    """Whether the software is open source, under which licence, and where it lies."""
    told, licence = entry["open_source"], entry["licence"]
    said = [] if told is None else ["ja" if told else "nein"]
    said += [licence] if licence else []
    said += [entry["repository"]] if entry["repository"] else []
    return [", ".join(said)] if said else []


def source(row: Row) -> str:
    """`Title, 8. August 2022`; the address stands apart, since it is a link."""
    return f"{row['title']}, {day(row['date'])}" if row["date"] else str(row["title"])
