"""Whom one may ask about an entry: the one rule by which each leads to somebody.

What comes first counts: the contact that the entry states, the page of a solution, the contact of the model project,
the website of the project, the page of the measure. Contacts are those of offices; nobody's own address is looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from catalogue.facts import shared
from catalogue.facts.fact import DeclaredFact, Record, ShownIn, Value
from catalogue.facts.questions import Question
from catalogue.facts.sharing import told_by_project
from catalogue.facts.wording import Wording
from catalogue.model.entries import Contact, Label, Measure, Solution

PAGE_OF_SOLUTION = Label(de="Kontakt über die Seite der Lösung", en="Contact on the page of the solution")
PROJECT_WEBSITE = Label(de="Website des Modellprojekts", en="Website of the model project")
PAGE_OF_MEASURE = Label(de="Seite der Maßnahme", en="Page of the measure")
OWN_OFFICE = Label(de="Eigene Ansprechstelle", en="Contact of its own")
OFFICE_OF_PROJECT = Label(de="Ansprechstelle des Modellprojekts", en="Contact of the model project")


class Reachable(Protocol):
    """A model project with what leads to it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def website(self) -> str | None:
        """Its website."""

    @property
    def contact(self) -> Contact | None:
        """The office that answers for it."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who may be asked: an office, or merely a page that leads on."""

    told: Value
    """What the facts tell of it."""
    short: Value
    """What kind of contact it is."""
    origin: Value | None = None
    """Whose contact it is, if not the entry's own."""
    email: str | None = None
    page: str | None = None


def addressee(words: Wording, entry: Measure | Solution, projects: Sequence[Reachable]) -> Addressee | None:
    """Whom to ask about an entry of these projects; nobody if no source names an office or a page."""
    return next(_addressees(words, entry, projects), None)


def _addressees(
    words: Wording, entry: Measure | Solution, projects: Sequence[Reachable]
) -> Iterator[Addressee]:
    if entry.contact:
        told = shared.contact(entry, entry.contact)
        own = Value(words.say(OWN_OFFICE), german=False)
        yield Addressee(told, own, email=entry.contact.email, page=entry.contact.url)
    if isinstance(entry, Solution) and entry.website:
        yield _page(words, PAGE_OF_SOLUTION, entry.website)
    for project in projects:
        if project.contact:
            told = shared.contact(None, project.contact)
            short = Value(words.say(OFFICE_OF_PROJECT), german=False)
            origin = told_by_project(words, project.id)
            yield Addressee(told, short, origin, project.contact.email, project.contact.url)
    for project in projects:
        if project.website:
            yield _page(words, PROJECT_WEBSITE, project.website)
    if entry.website:
        yield _page(words, PAGE_OF_MEASURE, entry.website)


def contact_fact(
    shown_in: ShownIn,
    entry: Callable[[Record], Measure | Solution],
    projects: Callable[[Record], Sequence[Reachable]],
) -> DeclaredFact[Record]:
    """The fact of whom one may ask about the entry of a record."""

    def found(one: Record, words: Wording) -> Addressee | None:
        return addressee(words, entry(one), projects(one))

    def values(one: Record, words: Wording) -> list[Value]:
        to = found(one, words)
        return [to.told] if to else []

    def origin(one: Record, words: Wording) -> Value | None:
        to = found(one, words)
        return to.origin if to else None

    def short(one: Record, words: Wording) -> Value | None:
        to = found(one, words)
        return to.short if to else None

    return DeclaredFact(
        "contact",
        shared.CONTACT,
        shown_in,
        values,
        decides=True,
        origin=origin,
        answers=Question.CONTACT,
        short=short,
    )


def _page(words: Wording, name: Label, address: str) -> Addressee:
    """A page that leads on."""
    text = words.say(name)
    return Addressee(shared.address_named(text, address), Value(text, german=False), page=address)
