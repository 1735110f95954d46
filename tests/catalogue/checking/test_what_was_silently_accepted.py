"""Each kind of mistake that changes what an entry says, as editors make it: it is told at its place, with what to do.

The mark `▸` stands where the problem must be told. What follows from the mistake besides may be told too.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from catalogue.checking import check
from tests.catalogue.conftest import Folder
from tests.small_content import KNOWLEDGE, MEASURE, MUNICIPALITY, PROJECT, REUSE, SOLUTION

TODAY = date(2026, 11, 30)


class Mistake(NamedTuple):
    """What stands in a file instead of what, the code that tells it, and a piece of the remedy."""

    path: str
    old: str
    new: str
    code: str
    told: str


TITLE, SUBTITLE = "title: Rufbus\n", "subtitle: Kleinbus auf Bestellung\n"
RESULT = "  - Rund 40 Fahrgäste am Tag\n"
STATUS = "status: betrieb\n"
SOURCE = "https://example.org/bilanz"
START = "start: 2022\n"
BUS = "Ein **Kleinbus** kommt auf [Bestellung](https://example.org/app).\n"


def measure(old: str, new: str, code: str, told: str) -> Mistake:
    return Mistake(MEASURE, old, new, code, told)


def technologies(value: str, code: str, told: str) -> Mistake:
    return measure(STATUS, f"technologies: {value}\n{STATUS}", code, told)


def address(value: str, told: str, code: str = "wrong-url") -> Mistake:
    return measure(SOURCE, f"▸{value}", code, told)


def prose(text: str, code: str, told: str) -> Mistake:
    return measure(BUS, f"{BUS}\n{text}\n", code, told)


QUOTE_IT = "gerade Anführungszeichen"

CUT = {
    "a number sign in a title": measure(TITLE, "title: Platz ▸#1 im Ort\n", "hash-cuts", QUOTE_IT),
    "a number sign in a result": measure(RESULT, "  - Platz ▸#1 im Land\n", "hash-cuts", QUOTE_IT),
    "a number sign in a note": measure(
        "    share_percent: 65\n", "    note: laut ▸#Haushalt\n", "hash-cuts", QUOTE_IT
    ),
    "a number sign in an address": measure(SOURCE, "https://example.org/a ▸#b", "hash-cuts", QUOTE_IT),
    "a number sign in brackets": technologies("[Kasse, ▸#2 Kasse]", "hash-cuts", QUOTE_IT),
    "a title that begins with a number sign": measure(TITLE, "title: ▸#Rufbus\n", "hash-cuts", QUOTE_IT),
    "a result that begins with a number sign": measure(RESULT, "  - ▸#Rufbus fährt\n", "hash-cuts", QUOTE_IT),
    "a number sign behind the mark of a long text": measure(
        RESULT, "  - >- ▸#Rufbus\n    fährt\n", "hash-cuts", QUOTE_IT
    ),
    "a name in another entry": Mistake(
        MUNICIPALITY, "name: Musterstadt\n", "name: Musterstadt ▸#Nord\n", "hash-cuts", QUOTE_IT
    ),
    "brackets in a list in brackets": technologies("[Kasse, ▸App (iOS, Android)]", "comma-splits", QUOTE_IT),
    "quotation marks in brackets": technologies("[▸„Stadt, Land“, Kasse]", "comma-splits", QUOTE_IT),
    "single quotation marks in brackets": technologies("[▸‚Stadt, Land‘]", "comma-splits", QUOTE_IT),
    "French quotation marks in brackets": technologies("[▸»Stadt, Land«]", "comma-splits", QUOTE_IT),
    "straight quotation marks inside a value": technologies('[▸App "Stadt, Land"]', "comma-splits", QUOTE_IT),
    "a decimal comma in brackets": technologies("[▸Mast 1,5 m]", "comma-splits", QUOTE_IT),
    "a whole value in typographic quotation marks": measure(
        TITLE, "title: ▸„Rufbus“\n", "typographic-quotes", "Löschen Sie sie"
    ),
    "a value whose quotation marks are of two kinds": measure(
        TITLE, 'title: ▸„Rufbus"\n', "typographic-quotes", "Löschen Sie sie"
    ),
    "a list that is one text": technologies("▸Kasse, App", "wrong-type", "je Zeile „- Wert“"),
    "a colon in a point of a list": measure(
        RESULT, "  - ▸Ergebnis: 40 Fahrgäste am Tag\n", "wrong-type", "setzen Sie ihn in Anführungszeichen"
    ),
    "a colon in a phrase": measure(
        "  - Anrufsammeltaxi\n", "  - ▸Frage: Anrufsammeltaxi\n", "wrong-type", "Anführungszeichen"
    ),
    "a colon in a technology": technologies("\n  - ▸Bus: klein", "wrong-type", "Anführungszeichen"),
}

NOT_READ = {
    "<<<<<<<": measure(
        STATUS, f"▸<<<<<<< HEAD\n{STATUS}=======\n>>>>>>> neu\n", "merge-conflict", "Fassungen"
    ),
    "=======": measure(
        BUS, f"{BUS}\n<<<<<<< HEAD\nA\n▸=======\nB\n>>>>>>> neu\n", "merge-conflict", "Fassungen"
    ),
    ">>>>>>> of a cherry-pick": Mistake(
        PROJECT, "lead: Stadt", "▸>>>>>>> 1a2b3c4 (Neu)\nlead: Stadt", "merge-conflict", "Fassungen"
    ),
    "a conflict with blanks before it": measure(
        STATUS, f"  ▸<<<<<<< HEAD\n{STATUS}", "merge-conflict", "Fassungen"
    ),
    "a quote of three": prose("▸>>> Bus", "quote-depth", "höchstens eines"),
    "a quote of five": prose("▸> > > > > Bus", "quote-depth", "höchstens eines"),
    "a quote in a point": prose("- Bus\n\n▸    >>> Bahn", "quote-depth", "höchstens eines"),
}

FACTS = {
    "a look in the future": measure(
        "recorded: 2026-11-23",
        "recorded: 2026-11-23\nverified: Stand\nlast_verified: ▸2027-01-04",
        "day-in-future",
        "Berichtigen",
    ),
    "a source from the future": measure(
        "date: 2022-01-29", "date: ▸2027-01-29", "source-in-future", "löschen Sie die Zeile"
    ),
    "knowledge published in the future": Mistake(
        KNOWLEDGE, "date: 2023-05", "date: ▸2038-05", "day-in-future", "Berichtigen"
    ),
    "a year of two digits swapped": measure(START, "start: ▸1202\n", "wrong-date", "Prüfen Sie das Jahr"),
    "a year before the catalogue": measure(START, "start: ▸1989\n", "wrong-date", "Prüfen Sie das Jahr"),
    "a year beyond the catalogue": measure("end: 2024-06", "end: ▸2061", "wrong-date", "Prüfen Sie das Jahr"),
    "a day that is none": measure(START, "start: ▸2022-02-30\n", "wrong-date", "gibt es nicht"),
    "a census in the future": Mistake(
        MUNICIPALITY, "population_year: 2024", "population_year: ▸2031", "day-in-future", "Berichtigen"
    ),
    "a key of another state": Mistake(
        MUNICIPALITY, '"14001000"', '▸"09001000"', "ags-of-other-state", "Prüfen Sie beide"
    ),
    "a key of no state": Mistake(
        MUNICIPALITY, '"14001000"', '▸"99001000"', "ags-of-other-state", "01 bis 16"
    ),
    "a key without its zero": Mistake(
        MUNICIPALITY, '"14001000"', "▸9001000", "wrong-form", "Am Anfang fehlt die Null"
    ),
    "a district's key without its zero": Mistake(
        MUNICIPALITY, '"14001000"', "▸9161", "wrong-form", "Am Anfang fehlt die Null"
    ),
    "shares of more than the whole": measure(
        "    share_percent: 65\n",
        "    share_percent: 65\n  - funder: kommune\n    share_percent: ▸45\n",
        "shares-exceed",
        "„purpose“",
    ),
    "amounts that are not the shares": measure(
        "    share_percent: 65\n",
        "    share_percent: 65\n  - funder: kommune\n    amount_eur: 65000\n    share_percent: ▸35\n",
        "shares-differ",
        "Prüfen Sie",
    ),
    "a span that ends before it begins": Mistake(
        SOLUTION, "up_to_eur: 30000", "up_to_eur: ▸3000", "span-reversed", "Prüfen Sie beide"
    ),
    "the same place twice in a project": Mistake(
        PROJECT,
        "municipalities: [musterstadt]",
        "municipalities: [musterstadt, ▸musterstadt]",
        "value-twice",
        "Löschen Sie die Wiederholung",
    ),
    "a reuse by the place itself": Mistake(
        REUSE, "municipality: nachbarort", "municipality: ▸musterstadt", "reuse-own-project", "Löschen Sie"
    ),
    "a reuse by the place itself, by its name": Mistake(
        REUSE,
        "municipality: nachbarort",
        "name: ▸Stadt Musterstadt",
        "reuse-name-known",
        "municipality: musterstadt",
    ),
}

ADDRESSES = {
    "one slash": address("https:/example.org/a", "Meinten Sie „https://example.org/a“?"),
    "no slash": address("https:example.org/a", "Meinten Sie „https://example.org/a“?"),
    "no colon": address("https//example.org/a", "Meinten Sie „https://example.org/a“?"),
    "three slashes": address("https:///example.org/a", "Meinten Sie „https://example.org/a“?"),
    "backslashes": address("https:\\\\example.org\\a", "Meinten Sie „https://example.org/a“?"),
    "a misspelt scheme": address("htps://example.org/a", "Meinten Sie „https://example.org/a“?"),
    "no scheme": address("www.example.org/a", "Meinten Sie „https://www.example.org/a“?"),
    "no scheme and no www": address("example.org/a", "Meinten Sie „https://example.org/a“?"),
    "the scheme twice": address("https://https://example.org/a", "Meinten Sie „https://example.org/a“?"),
    "the scheme twice in two spellings": address("http://https//example.org/a", "https://example.org/a"),
    "another scheme": address("ftp://example.org/a", "keine Webadresse"),
    "a script": address("javascript:alert(1)", "keine Webadresse"),
    "user and password": address("https://anna:geheim@example.org/a", "„https://example.org/a“"),
    "a user": address("https://anna@example.org/a", "„https://example.org/a“"),
    "a local host": address("http://localhost:8000/a", "öffentliche Adresse"),
    "a name of the intranet": address("https://intranet/a", "öffentliche Adresse"),
    "a host of the intranet": address("https://wiki.stadt.intern/a", "öffentliche Adresse"),
    "a private network": address("http://192.168.178.20/a", "öffentliche Adresse"),
    "another private network": address("http://10.0.0.7/a", "öffentliche Adresse"),
    "a private network of the sixth version": address("'http://[fd00::1]/a'", "öffentliche Adresse"),
    "the own computer": address("http://127.0.0.1/a", "öffentliche Adresse"),
    "the own computer as a number": address("http://2130706433/a", "öffentliche Adresse"),
    "a trailing bracket": address("https://example.org/a)", "„https://example.org/a“"),
    "a trailing stop": address("https://example.org/a.", "„https://example.org/a“"),
    "a trailing comma": address("https://example.org/a,", "„https://example.org/a“"),
    "angle brackets": address("<https://example.org/a>", "„https://example.org/a“"),
    "a Markdown link": address("'[Bus](https://example.org/a)'", "„https://example.org/a“"),
    "two glued together": address("https://example.org/ahttps://example.org/b", "zwei Webadressen"),
    "two with a comma": address("https://example.org/a, https://example.org/b", "zwei Webadressen"),
    "two with a semicolon": address("https://example.org/a;https://example.org/b", "zwei Webadressen"),
    "a blank in the path": address("https://example.org/a b", "„https://example.org/a%20b“"),
    "a blank in the host": address("https://example .org/a", "„https://example.org/a“"),
    "a blank after the scheme": address("https:// example.org/a", "„https://example.org/a“"),
    "a campaign": address("https://example.org/a?utm_source=x&utm_medium=y", "„https://example.org/a“"),
    "a mark of Facebook": address("https://example.org/a?id=1&fbclid=x", "„https://example.org/a?id=1“"),
    "a mark of Google": address("https://example.org/a?gclid=x#oben", "„https://example.org/a#oben“"),
    "a detour of Google": address(
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa&usg=x", "„https://example.org/a“"
    ),
    "a detour of Outlook": address(
        "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05",
        "„https://example.org/a“",
    ),
    "a detour of Facebook": address(
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=AT0", "„https://example.org/a“"
    ),
    "an address of a session": address(
        "https://example.org/a;jsessionid=0A1B?id=1", "„https://example.org/a?id=1“"
    ),
    "a source twice, once without s": address("http://example.org/rufbus", "Zeile", "source-twice"),
    "a source twice, once with www": address("https://www.example.org/rufbus", "Zeile", "source-twice"),
    "a source twice, once with a slash": address("https://example.org/rufbus/", "Zeile", "source-twice"),
    "a source twice, once with the words of a search": address(
        "https://example.org/rufbus#:~:text=Bus", "Zeile", "source-twice"
    ),
    "the words of a search": address("https://example.org/a#:~:text=Bus", "„https://example.org/a“"),
    "an e-mail address as a source": address("info@example.org", "keine Webadresse"),
}

MISTAKES = CUT | NOT_READ | FACTS | ADDRESSES


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=[*MISTAKES])
def test_a_mistake_is_told_at_its_place_with_what_to_do(folder: Folder, mistake: Mistake) -> None:
    if "▸" in mistake.new:
        place = folder.spoil(mistake.path, mistake.old, mistake.new)
    else:
        folder.replace(mistake.path, mistake.old, mistake.new)
        place = None
    found = check(folder.read(), TODAY)
    here = [p for p in found if place is None or (p.path, p.line, p.column) == place]
    told = [p.message for p in here if p.code == mistake.code]
    assert told, [str(p).removeprefix(str(folder.root)) for p in found] + [place]
    assert any(mistake.told in message for message in told), told


def test_the_table_covers_each_kind_several_times() -> None:
    assert len(MISTAKES) >= 90
