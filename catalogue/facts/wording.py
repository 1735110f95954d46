"""The words in which facts are told: texts in the language of the reader, names of terms, and what several facts share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from catalogue.facts import formats
from catalogue.model.entries import Label
from catalogue.model.status import is_outdated
from catalogue.model.values import UNKNOWN
from catalogue.queries import vocabularies
from catalogue.queries.vocabularies import Term

NOT_TOLD = Label(de="keine Angabe in den Quellen", en="not told by the sources")
"""What stands where no source tells a fact."""

YES, NO = Label(de="ja", en="yes"), Label(de="nein", en="no")
OUTDATED = Label(de="Stand veraltet: {status}", en="Status outdated: {status}")
STATUS_UNKNOWN = Label(de="Stand unbekannt", en="Status unknown")
UNDATED = Label(de="unbekannt", en="unknown")
STATUS_OF = Label(de="{status}, Stand {day}", en="{status}, as of {day}")
STATUS_UNDATED = Label(de="{status}, Datum unbekannt", en="{status}, date unknown")


@dataclass(frozen=True, slots=True)
class Wording:
    """A language (`de` or `en`), the names of terms in it, and the day on which the facts are read."""

    language: str
    vocabularies: Mapping[str, Mapping[str, Term]]
    """Terms in that language by the table of their vocabulary and their id."""
    today: date

    def say(self, label: Label, **values: str) -> str:
        """A text in the language, with values in the place of their names in braces."""
        return label.in_language(self.language).format(**values)

    def term(self, vocabulary: str, one: str) -> str:
        """The name of a term; an id that is no term stands for itself."""
        known = self.vocabularies[vocabulary].get(one)
        return known.label if known else one

    def terms(self, vocabulary: str, ids: Iterable[str]) -> list[str]:
        """The names of terms."""
        return [self.term(vocabulary, one) for one in ids]

    def described(self, vocabulary: str) -> Mapping[str, Term]:
        """The terms of a vocabulary by id; none if there is no such vocabulary."""
        return self.vocabularies.get(vocabulary, {})

    def day(self, value: str) -> str:
        """A date of any precision."""
        return formats.day(value, self.language)

    def number(self, value: float) -> str:
        """A number."""
        return formats.number(value, self.language)

    def euro(self, value: int) -> str:
        """An amount in euros."""
        return formats.euro(value, self.language)

    def percent(self, value: float) -> str:
        """A share in per cent."""
        return formats.percent(value, self.language)

    def yes_or_no(self, truth: bool) -> str:
        """Yes or no."""
        return self.say(YES if truth else NO)

    def plain_date(self, value: str) -> str:
        """A date as data has it (`2025-06`), or that it is unknown."""
        return self.say(UNDATED) if value == UNKNOWN else value

    def status(self, status: str, status_date: str, end: str | None = None) -> str:
        """How far something is and when that held; of what should have ended by now, that this is outdated."""
        if status == UNKNOWN:
            return self.say(STATUS_UNKNOWN)
        name = self.term("statuses", status)
        if status_date == UNKNOWN:
            told = self.say(STATUS_UNDATED, status=name)
        else:
            told = self.say(STATUS_OF, status=name, day=self.day(status_date))
        return self.say(OUTDATED, status=told) if is_outdated(status, end, self.today) else told


def wording(db: sqlite3.Connection, language: str) -> Wording:
    """The wording in a language with the vocabularies of an edition, as of today."""
    terms = {name: vocabularies.terms(db, name, language) for name in vocabularies.tables(db)}
    return Wording(language, terms, date.today())
