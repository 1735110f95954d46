"""What facts of measures and of solutions have in common: labels, and how costs, partners, licences and reuses are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from textwrap import shorten
from typing import Protocol

from catalogue.facts.fact import ON_PAGES, SEPARATOR, Column, DeclaredFact, Record, ShownIn, Value
from catalogue.facts.wording import Wording
from catalogue.model.citations import SUFFIX, source_numbers
from catalogue.model.entries import (
    Contact,
    Cost,
    DocumentedEntry,
    Funding,
    Label,
    Measure,
    Partner,
    Repository,
    Solution,
    Statement,
)
from catalogue.model.licences import is_admitted, licences_of
from catalogue.model.sharing import is_open_source
from catalogue.queries.reuses import ReuseRecord

NOTE_IN_SHORT = 70
"""So many characters of the note on an amount stand where there is room for few words."""

FEW = 2
"""So many technologies stand for all of them where there is room for few words."""

IDENTIFIER = Label(de="Kennung", en="Identifier")
NAME = Label(de="Name", en="Name")
SUBTITLE = Label(de="Was es ist", en="What it is")
NAME_EN = Label(de="Name auf Englisch", en="Name in English")
SUBTITLE_EN = Label(de="Was es ist, auf Englisch", en="What it is, in English")
ASKED_AS = Label(de="Auch gesucht als", en="Also searched for as")
STATUS = Label(de="Stand", en="Status")
STATUS_DATE = Label(de="Datum des Stands", en="Date of the status")
COST = Label(de="Kosten", en="Cost")
COST_AMOUNT = Label(de="Kosten in Euro", en="Cost in euros")
COST_SCOPE = Label(de="Was der Betrag umfasst", en="What the amount covers")
COST_NOTE = Label(de="Kosten, alle Angaben", en="Cost, all that is told")
UP_TO = Label(de="{least} bis {most}", en="{least} to {most}")
KINDS = Label(de="Art der Lösung", en="Kind of solution")
FIELDS = Label(de="Handlungsfelder", en="Fields of action")
AUDIENCES = Label(de="Für wen", en="For whom")
TECHNOLOGIES = Label(de="Technik", en="Technology")
STANDARDS = Label(de="Standards", en="Standards")
OPEN_SOURCE = Label(de="Quelloffen", en="Open source")
LICENCE = Label(de="Lizenz", en="Licence")
LICENCE_NOTE = Label(de="Lizenz, Widerspruch", en="Licence, contradiction")
ADMITTED = Label(de="auf der Liste von Open CoDE", en="on the list of Open CoDE")
NOT_ADMITTED = Label(
    de="nicht auf dem bekannten Auszug der Liste von Open CoDE",
    en="not on the known part of the list of Open CoDE",
)
REPOSITORY = Label(de="Quelltext", en="Source code")
LICENCE_IS = Label(de="Lizenz {licence}", en="licence {licence}")
VERSION_OF = Label(de="Fassung {version} vom {day}", en="version {version} of {day}")
VERSION = Label(de="Fassung {version}", en="version {version}")
RELEASE_OF = Label(de="letzte Fassung {day}", en="last release {day}")
COMMIT_OF = Label(de="letzte Änderung {day}", en="last change {day}")
READ_ON = Label(de="gelesen am {day}", en="read on {day}")
SOFTWARE_KIND = Label(de="Art der Software", en="Kind of software")
DEPLOYMENT = Label(de="Wie sie betrieben wird", en="How it is run")
INTERFACES = Label(de="Schnittstellen", en="Interfaces")
CONTACT = Label(de="Wo man nachfragen kann", en="Where to ask")
REUSE = Label(de="Nachnutzung", en="Reuse")
REUSES = Label(de="Wer es nutzt oder nutzen will", en="Who uses it or means to")
REUSE_COUNT = Label(de="Zahl der Nachnutzungen", en="Number of reuses")
IN_USE_COUNT = Label(de="davon andernorts im Einsatz", en="of these in use elsewhere")
REPORTED = Label(de="{count} berichtet", en="{count} reported")
IN_USE = Label(de="{count} andernorts im Einsatz", en="{count} in use elsewhere")
NAMED = Label(de="{count} nur genannt", en="{count} merely named")
NAMED_ONLY = Label(de="Nur genannt", en="Merely named")
REQUIREMENTS = Label(de="Was man zur Übernahme braucht", en="What it takes to take it over")
OPEN = Label(de="quelloffen", en="open source")
OPEN_UNDER = Label(de="quelloffen ({licence})", en="open source ({licence})")
BY_LICENCE = Label(de="laut Lizenz", en="according to the licence")
AS_FAR_AS_LICENCE = Label(de="so weit die Lizenz reicht", en="as far as the licence goes")
UNCLEAR_LICENCE = Label(de="unklar, siehe Lizenz", en="unclear, see the licence")
ELSEWHERE_ONCE = Label(de="andernorts einmal im Einsatz", en="in use once elsewhere")
ELSEWHERE = Label(de="andernorts {count}-mal im Einsatz", en="in use {count} times elsewhere")
REPORTED_ONCE = Label(de="eine Nachnutzung berichtet", en="one reuse reported")
REPORTED_TIMES = Label(de="{count} Nachnutzungen berichtet", en="{count} reuses reported")
RESULTS = Label(de="Was daraus wurde", en="What came of it")
LESSONS = Label(de="Was andere daraus lernen können", en="What others can learn from it")
RECORDED = Label(de="Erfasst", en="Recorded")
LAST_VERIFIED = Label(de="Mit den Quellen verglichen", en="Compared with its sources")
VERIFIED = Label(de="{day}: {what}", en="{day}: {what}")
SOURCES = Label(de="Quellen", en="Sources")


class Reused(Protocol):
    """What may be reused."""

    @property
    def reuses(self) -> list[ReuseRecord]:
        """Who reuses it."""


def texts(given: Iterable[str | None]) -> Iterator[Value]:
    """Texts of the entry, in German; what is absent is left out."""
    return (Value(text) for text in given if text)


def title(words: Wording, entry: Measure | Solution) -> str:
    """The name of an entry in the language of the reader, as far as it has one there."""
    return (entry.title_en if words.language == "en" else None) or entry.title


def subtitle(words: Wording, entry: Measure | Solution) -> Value:
    """What an entry is, in the language of the reader as far as it tells that."""
    english = entry.subtitle_en if words.language == "en" else None
    return Value(english, german=False) if english else Value(entry.subtitle)


def terms(words: Wording, vocabulary: str, ids: list[str]) -> Iterator[Value]:
    """Names of terms."""
    return (Value(name, german=False) for name in words.terms(vocabulary, ids))


def software_kind(words: Wording, one: str | None) -> Iterator[Value]:
    """The name of a kind of software."""
    return terms(words, "software_kinds", [one] if one else [])


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


def openness(words: Wording, entry: Measure | Solution) -> Iterator[Value]:
    """Whether it is open source: as the entry says, else as its licence does (see `model.sharing.is_open_source`)."""
    truth = is_open_source(entry, words.described("licences"))
    if entry.open_source is not None or not entry.licence:
        yield from yes_or_no(words, truth)
    elif truth:
        reach = AS_FAR_AS_LICENCE if entry.licence_note else BY_LICENCE
        yield Value(words.yes_or_no(True), german=False, details=words.say(reach), details_german=False)
    else:
        yield Value(words.say(UNCLEAR_LICENCE), german=False)


def short_openness(
    words: Wording, openness_of: Measure | Solution, licence_of: Measure | Solution
) -> Value | None:
    """`quelloffen (EUPL-1.2)`; nothing of what is not open or not known to be."""
    if not is_open_source(openness_of, words.described("licences")):
        return None
    named = licence_of.licence
    return Value(words.say(OPEN_UNDER, licence=named) if named else words.say(OPEN), german=False)


def requirements(words: Wording, solution: Solution) -> Iterator[Value]:
    """`Geodatendienste der Kommune (Daten)`."""
    for need in solution.requirements:
        kind = words.term("requirement_kinds", need.kind)
        yield Value(need.text, details=kind, details_german=False, sources=noted(solution, need.source))


def short_requirements(words: Wording, solution: Solution) -> Value | None:
    """The kinds of requirement, `Personal, Daten`, in the order of the vocabulary."""
    asked = {need.kind for need in solution.requirements}
    kinds = [term.label for kind, term in words.described("requirement_kinds").items() if kind in asked]
    return Value(", ".join(kinds), german=False) if kinds else None


def short_technologies(names: list[str]) -> Value | None:
    """The first technologies, which are told in German."""
    more = " …" if len(names) > FEW else ""
    return Value(", ".join(names[:FEW]) + more) if names else None


def noted(entry: DocumentedEntry, keys: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the sources to which a fact leads; none where the entry has just one."""
    return source_numbers(entry, keys) if len(entry.sources) > 1 else ()


def noted_for(entry: DocumentedEntry, *fields: str) -> tuple[int, ...]:
    """The same for plain fields of the entry, such as `status`."""
    keys = [key for field in fields for key in getattr(entry, field + SUFFIX)]
    return noted(entry, keys)


def statements(entry: DocumentedEntry, told: Iterable[Statement]) -> list[Value]:
    """Statements with their sources."""
    return [Value(one.text, sources=noted(entry, one.source)) for one in told]


def costs(words: Wording, entry: DocumentedEntry, stated: list[Cost]) -> Iterator[Value]:
    """`230.000 bis 250.000 Euro (Anschaffung, 2023, brutto) – Neun Geräte`."""
    for one in stated:
        told = [] if one.amount_eur is None else [_amount(words, one)]
        told += [one.note] if one.note else []
        yield Value(" – ".join(told), german=bool(one.note), sources=noted(entry, one.source))


def short_cost(words: Wording, stated: list[Cost]) -> Value | None:
    """The first amount with what it covers and the beginning of its note, which may limit it to a part of the costs.

    `13.000 Euro (Teilbetrag, 2023) – Je Monat für zwei weitere Fahrzeuge`; nothing where only words tell of costs.
    """
    first = next((one for one in stated if one.amount_eur is not None), None)
    if first is None:
        return None
    told = [_amount(words, first)]
    told += [shorten(first.note.split(";")[0], NOTE_IN_SHORT, placeholder=" …")] if first.note else []
    return Value(" – ".join(told), german=bool(first.note))


def _amount(words: Wording, cost: Cost) -> str:
    amount = words.euro(cost.amount_eur or 0)
    if cost.up_to_eur is not None:
        amount = words.say(UP_TO, least=words.number(cost.amount_eur or 0), most=words.euro(cost.up_to_eur))
    told = [words.term("cost_scopes", cost.covers)]
    told += [str(cost.year)] if cost.year else []
    told += [words.term("taxes", cost.tax)] if cost.tax else []
    return f"{amount} ({', '.join(told)})"


def licence(words: Wording, entry: Measure | Solution) -> Iterator[Value]:
    """`EUPL-1.2 (auf der Liste von Open CoDE)`, and after it what contradicts."""
    if entry.licence:
        known = words.described("licences")
        admitted = ADMITTED if is_admitted(entry.licence, known) else NOT_ADMITTED
        own = [words.described("own_licences").get(one) for one in licences_of(entry.licence)]
        names = [one for one in own if one]
        yield Value(
            names[0].label if len(names) == 1 and names[0].id == entry.licence else entry.licence,
            german=False,
            address=(names[0].website or "") if len(names) == 1 else "",
            details=words.say(admitted) if known else "",
            details_german=False,
        )
    if entry.licence_note:
        yield Value(entry.licence_note)


def repositories(words: Wording, stated: list[Repository]) -> Iterator[Value]:
    """`github.com/… (Server, Lizenz MIT, Fassung 4.3.0 vom 30. Juni 2026, gelesen am 30. November 2026)`."""
    for one in stated:
        told = [words.term("repository_parts", one.part)]
        told += [words.say(LICENCE_IS, licence=one.licence)] if one.licence else []
        if one.version and one.last_release:
            told.append(words.say(VERSION_OF, version=one.version, day=words.day(one.last_release)))
        elif one.version:
            told.append(words.say(VERSION, version=one.version))
        elif one.last_release:
            told.append(words.say(RELEASE_OF, day=words.day(one.last_release)))
        told += [words.say(COMMIT_OF, day=words.day(one.last_commit))] if one.last_commit else []
        told += [one.note] if one.note else []
        told.append(words.say(READ_ON, day=words.day(one.read)))
        yield Value(
            shown_address(one.url),
            german=False,
            address=one.url,
            details=", ".join(told),
            details_german=bool(one.note),
        )


def contact(entry: DocumentedEntry | None, stated: Contact) -> Value:
    """`Stabsstelle Smart City (smartcity@zwoenitz.de)`, leading to its page or its address.

    `entry` is that which is told of, if it is its own contact.
    """
    told = [stated.email] if stated.email else []
    told += [shown_address(stated.url)] if stated.url else []
    return Value(
        stated.name,
        address=stated.url or f"mailto:{stated.email}",
        details=", ".join(told),
        details_german=False,
        sources=noted(entry, stated.source) if entry else (),
    )


def address_named(name: str, address: str) -> Value:
    """A web address under a name in the language of the reader."""
    return Value(name, german=False, address=address, details=shown_address(address), details_german=False)


def shown_address(address: str) -> str:
    """A web address as people write it: `www.zwoenitz.de/kontakt`."""
    return re.sub(r"^https?://", "", address).rstrip("/")


def verification(words: Wording, entry: DocumentedEntry) -> Iterator[Value]:
    """When the facts were compared with their pages and which of them."""
    if entry.last_verified:
        day = words.day(entry.last_verified)
        yield Value(words.say(VERIFIED, day=day, what=entry.verified) if entry.verified else day)


def funding(words: Wording, entry: DocumentedEntry, parts: list[Funding]) -> Iterator[Value]:
    """`Land Hessen: 5,3 Mio. Euro, 65 Prozent (Starke Heimat Hessen; Aufbau; Bescheid 2021)`."""
    for part in parts:
        amounts = [] if part.amount_eur is None else [words.euro(part.amount_eur)]
        amounts += [] if part.share_percent is None else [words.percent(part.share_percent)]
        funder = words.term("funders", part.funder)
        yield Value(
            f"{funder}: {', '.join(amounts)}" if amounts else funder,
            german=False,
            details="; ".join(filter(None, (part.name, part.purpose, part.note))),
            sources=noted(entry, part.source),
        )


def partners(entry: DocumentedEntry, stated: list[Partner]) -> Iterator[Value]:
    """`IAV GmbH (Software)`."""
    return (Value(one.name, details=one.role or "", sources=noted(entry, one.source)) for one in stated)


def reuse_summary(words: Wording, records: list[ReuseRecord]) -> Iterator[Value]:
    """`13 berichtet`, `2 andernorts im Einsatz`, `3 nur genannt`; of what nobody does nothing."""
    named = sum(not one.reported for one in records)
    for label, count in ((REPORTED, reported(records)), (IN_USE, in_use(records)), (NAMED, named)):
        if count:
            yield Value(words.say(label, count=str(count)), german=False)


def short_reuse(words: Wording, records: list[ReuseRecord]) -> Value | None:
    """`andernorts 2-mal im Einsatz`, else how many reuses are reported."""
    for count, once, several in (
        (in_use(records), ELSEWHERE_ONCE, ELSEWHERE),
        (reported(records), REPORTED_ONCE, REPORTED_TIMES),
    ):
        if count:
            return Value(words.say(once if count == 1 else several, count=str(count)), german=False)
    return None


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


def cost_columns(entry: Callable[[Record], Measure | Solution]) -> tuple[Column[Record], ...]:
    """The first amount and what it covers, and everything that is told of costs in one cell."""

    def amount(one: Record, _words: Wording) -> int | None:
        stated = entry(one).costs
        return stated[0].amount_eur if stated else None

    def scope(one: Record, words: Wording) -> str | None:
        stated = entry(one).costs
        return words.term("cost_scopes", stated[0].covers) if stated else None

    def everything(one: Record, words: Wording) -> str:
        return SEPARATOR.join(value.line for value in costs(words, entry(one), entry(one).costs))

    return Column(COST_AMOUNT, amount), Column(COST_SCOPE, scope), Column(COST_NOTE, everything)


def english_names(entry: Callable[[Record], Measure | Solution]) -> tuple[DeclaredFact[Record], ...]:
    """The columns of the English name and line of a table."""
    return (
        DeclaredFact("title_en", NAME_EN, ShownIn.TABLE, lambda one, _: texts([entry(one).title_en])),
        DeclaredFact(
            "subtitle_en", SUBTITLE_EN, ShownIn.TABLE, lambda one, _: texts([entry(one).subtitle_en])
        ),
    )


def origin_of_facts(entry: Callable[[Record], Measure | Solution]) -> tuple[DeclaredFact[Record], ...]:
    """When the facts of an entry were compared with their sources and recorded, and the sources themselves."""
    return (
        DeclaredFact(
            "last_verified",
            LAST_VERIFIED,
            ON_PAGES | ShownIn.TABLE,
            lambda one, words: verification(words, entry(one)),
            cells=(Column(LAST_VERIFIED, lambda one, _: entry(one).last_verified),),
        ),
        DeclaredFact(
            "recorded",
            RECORDED,
            ON_PAGES | ShownIn.TABLE,
            lambda one, words: days(words, entry(one).recorded),
            cells=(Column(RECORDED, lambda one, _: entry(one).recorded),),
        ),
        DeclaredFact(
            "sources",
            SOURCES,
            ShownIn.TABLE,
            lambda one, _: links(*(source.url for source in entry(one).sources)),
            listed=True,
        ),
    )


def openness_column(entry: Callable[[Record], Measure | Solution]) -> Column[Record]:
    """Whether an entry says itself that it is open source."""
    return Column(
        OPEN_SOURCE,
        lambda one, words: "".join(value.line for value in yes_or_no(words, entry(one).open_source)),
    )


def reuse_columns() -> tuple[Column[Reused], ...]:
    """Who reuses it, and how many they are."""
    return (
        Column(REUSES, lambda one, words: SEPARATOR.join(value.line for value in reuses(words, one.reuses))),
        Column(REUSE_COUNT, lambda one, _: reported(one.reuses)),
        Column(IN_USE_COUNT, lambda one, _: in_use(one.reuses)),
    )
