"""What facts of measures and of solutions have in common: labels, and how costs, partners, licences and reuses are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from catalogue.facts.fact import SEPARATOR, Column, Value
from catalogue.facts.wording import Wording
from catalogue.model.entries import Cost, Funding, Label, Partner
from catalogue.queries.reuses import ReuseRecord

IDENTIFIER = Label(de="Kennung", en="Identifier")
NAME = Label(de="Name", en="Name")
SUBTITLE = Label(de="Was es ist", en="What it is")
STATUS = Label(de="Stand", en="Status")
STATUS_DATE = Label(de="Datum des Stands", en="Date of the status")
COST = Label(de="Kosten", en="Cost")
COST_AMOUNT = Label(de="Kosten in Euro", en="Cost in euros")
COST_NOTE = Label(de="Kosten, Näheres", en="Cost, details")
KINDS = Label(de="Art der Lösung", en="Kind of solution")
FIELDS = Label(de="Handlungsfelder", en="Fields of action")
AUDIENCES = Label(de="Für wen", en="For whom")
TECHNOLOGIES = Label(de="Technik", en="Technology")
STANDARDS = Label(de="Standards", en="Standards")
OPEN_SOURCE = Label(de="Quelloffen", en="Open source")
LICENCE = Label(de="Lizenz", en="Licence")
REPOSITORY = Label(de="Quelltext", en="Source code")
REUSE = Label(de="Nachnutzung", en="Reuse")
REUSES = Label(de="Wer es nutzt oder nutzen will", en="Who uses it or means to")
REUSE_COUNT = Label(de="Zahl der Nachnutzungen", en="Number of reuses")
IN_USE_COUNT = Label(de="davon andernorts im Einsatz", en="of these in use elsewhere")
REPORTED = Label(de="{count} berichtet", en="{count} reported")
IN_USE = Label(de="{count} andernorts im Einsatz", en="{count} in use elsewhere")
NAMED = Label(de="{count} nur genannt", en="{count} merely named")
NAMED_ONLY = Label(de="Nur genannt", en="Merely named")
RESULTS = Label(de="Was daraus wurde", en="What came of it")
LESSONS = Label(de="Was andere daraus lernen können", en="What others can learn from it")
LAST_VERIFIED = Label(de="Zuletzt geprüft", en="Last verified")
SOURCES = Label(de="Quellen", en="Sources")


class Reused(Protocol):
    """What may be reused."""

    @property
    def reuses(self) -> list[ReuseRecord]:
        """Who reuses it."""


def texts(given: Iterable[str | None]) -> Iterator[Value]:
    """Texts of the entry, in German; what is absent is left out."""
    return (Value(text) for text in given if text)


def terms(words: Wording, vocabulary: str, ids: list[str]) -> Iterator[Value]:
    """Names of terms."""
    return (Value(name, german=False) for name in words.terms(vocabulary, ids))


def solution_kinds(words: Wording, ids: list[str]) -> Iterator[Value]:
    """Kinds of solution, each with the search for it."""
    return (
        Value(words.term("solution_kinds", one), german=False, address=f"/suche?art={one}") for one in ids
    )


def links(*addresses: str | None) -> Iterator[Value]:
    """Web addresses that lead to themselves."""
    return (Value(address, german=False, address=address) for address in addresses if address)


def days(words: Wording, *dates: str | None) -> Iterator[Value]:
    """Dates in words."""
    return (Value(words.day(one), german=False) for one in dates if one)


def yes_or_no(words: Wording, truth: bool | None) -> Iterator[Value]:
    """Yes, no, or nothing."""
    return iter(()) if truth is None else iter([Value(words.yes_or_no(truth), german=False)])


def cost(words: Wording, stated: Cost | None) -> Iterator[Value]:
    """`65.000 Euro – Entwicklung der ersten Fassung`."""
    if stated is None:
        return
    amount = [] if stated.amount_eur is None else [words.euro(stated.amount_eur)]
    told = [*amount, *([stated.note] if stated.note else [])]
    if told:
        yield Value(" – ".join(told), german=bool(stated.note))


def funding(words: Wording, parts: list[Funding]) -> Iterator[Value]:
    """`Bund: 5,3 Mio. Euro, 65 Prozent – Aufbau (Bescheid 2021)`."""
    for part in parts:
        amounts = [] if part.amount_eur is None else [words.euro(part.amount_eur)]
        amounts += [] if part.share_percent is None else [words.percent(part.share_percent)]
        told = part.funder + (f": {', '.join(amounts)}" if amounts else "")
        told += f" – {part.purpose}" if part.purpose else ""
        yield Value(told + (f" ({part.note})" if part.note else ""))


def partners(stated: list[Partner]) -> Iterator[Value]:
    """`IAV GmbH (Software)`."""
    return (Value(one.name, details=one.role or "") for one in stated)


def reuse_summary(words: Wording, records: list[ReuseRecord]) -> Iterator[Value]:
    """`13 berichtet`, `2 andernorts im Einsatz`, `3 nur genannt`; of what nobody does nothing."""
    named = sum(not one.reported for one in records)
    for label, count in ((REPORTED, reported(records)), (IN_USE, in_use(records)), (NAMED, named)):
        if count:
            yield Value(words.say(label, count=str(count)), german=False)


def reuses(words: Wording, records: list[ReuseRecord]) -> Iterator[Value]:
    """`Landkreis Mittelsachsen (Anpassung, geplant, 2024, Näheres)`, leading to the municipality.

    Who is merely named in lists of users stands together at the end.
    """
    for one in records:
        if one.reported:
            said = [words.term("reuse_kinds", one.kind), words.term("reuse_statuses", one.status)]
            said += [words.day(one.date)] if one.date else []
            said += [one.note] if one.note else []
            address = f"/kommunen/{one.municipality}" if one.municipality else ""
            yield Value(one.name, address=address, details=", ".join(said), details_german=bool(one.note))
    named = [one.name for one in records if not one.reported]
    if named:
        yield Value(words.say(NAMED_ONLY), german=False, details=", ".join(named))


def reported(records: list[ReuseRecord]) -> int:
    """How many of the records that count for an entry report a reuse."""
    return sum(one.reported for one in records)


def in_use(records: list[ReuseRecord]) -> int:
    """How many of them say that another place runs it."""
    return sum(one.in_use_elsewhere for one in records)


def reuse_columns() -> tuple[Column[Reused], ...]:
    """Who reuses it, and how many they are."""
    return (
        Column(REUSES, lambda one, words: SEPARATOR.join(value.line for value in reuses(words, one.reuses))),
        Column(REUSE_COUNT, lambda one, _: reported(one.reuses)),
        Column(IN_USE_COUNT, lambda one, _: in_use(one.reuses)),
    )
