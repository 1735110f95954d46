"""Each kind of mistake that changes what an entry says, as editors make it: it is told at its place, with what to do.

The mark `▸` stands where the problem must be told. What follows from the mistake besides may be told too.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from catalogue.checking import check
from tests.catalogue.conftest import Folder
from tests.small_content import KNOWLEDGE, MEASURE, MUNICIPALITY, PROJECT, REPORT, REUSE, SOLUTION

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
LICENCE = "licence: EUPL-1.2\n"
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

MARKDOWN = {
    "a list without a blank line": prose("Es gibt:\n▸- Busse\n- Bahnen", "list-start", "Leerzeile"),
    "a numbered list without a blank line": prose(
        "Es gibt:\n▸1. Busse\n2. Bahnen", "list-start", "Leerzeile"
    ),
    "a bullet": prose("▸• Busse", "list-mark", "„- “"),
    "a dash as bullet": prose("▸– Busse\n– Bahnen", "list-mark", "„- “"),
    "a number with a bracket": prose("▸1) Busse", "list-mark", "„1. “"),
    "a point without a blank": prose("▸-Busse\n-Bahnen", "list-mark", "Leerzeichen"),
    "a star without a blank": prose("▸*Busse\n*Bahnen", "list-mark", "Leerzeichen"),
    "a number without a blank": prose("▸1.Busse\n2.Bahnen", "list-mark", "Leerzeichen"),
    "a date that begins a paragraph": prose("▸18. März 2025 startete der Bus.", "date-as-list", "\\."),
    "a box to tick": prose("- ▸[ ] Busse", "checkbox", "Löschen"),
    "rows without the line of dashes": prose("▸| Bus | 1 |\n| Bahn | 2 |", "table-line", "|---|"),
    "a row with too many cells": prose(
        "| Bus | Zahl |\n|---|---|\n▸| klein | 1 | neu |", "table-cells", "Spalten"
    ),
    "four blanks": prose("    ▸Es gibt Busse.", "indented", "Löschen"),
    "a footnote": prose("Es gibt Busse▸[^1].", "footnote", "Klammern"),
    "a link without a scheme": prose(
        "Siehe [Bus](▸www.example.org).", "wrong-link", "https://www.example.org"
    ),
    "a blank between text and address": prose(
        "Siehe ▸[Bus] (https://example.org/a).", "link-blank", "Leerzeichen"
    ),
    "text and address swapped": prose("Siehe ▸(Bus)[https://example.org/a].", "link-swapped", "[Bus]("),
    "a link that is not closed": prose(
        "Siehe [Bus](▸https://example.org/a und mehr.", "link-open", "Klammer"
    ),
    "a bare address": prose(
        "Siehe ▸https://example.org/a im Netz.", "bare-address", "(https://example.org/a)"
    ),
    "a heading too deep": prose("▸##### Busse\n\nText", "heading-depth", "höchstens"),
    "a line under a text": prose("Es gibt Busse.\n▸---", "underline", "Leerzeile"),
    "a heading of the page": prose("▸# Busse\n\nText", "heading", "## "),
    "a heading by a double line": prose("▸Busse\n====\n\nText", "heading", "## "),
    "bold text that is not closed": prose("Es gibt ▸**Busse.", "unclosed-mark", "**"),
    "stars in words": prose("Es gibt Fahrer▸*innen und Nutzer*innen.", "star-in-word", "\\*"),
    "struck text": prose("Es gibt ▸~~Busse~~ Bahnen.", "struck", "Löschen"),
    "a fence of code": prose("▸```\nBus\n```", "code-block", "Löschen"),
    "HTML": prose("Es gibt▸<br>Busse.", "raw-html", "HTML"),
    "an image": prose("▸![Bus](https://example.org/a.jpg)", "image", "Quelle"),
    "bold text in a value": measure(
        SUBTITLE, "subtitle: ▸'**Kleinbus** auf Bestellung'\n", "markup-in-value", "**"
    ),
    "a link in a value": measure(
        RESULT, "  - ▸'Siehe [Bilanz](https://example.org/a)'\n", "markup-in-value", "sources"
    ),
    "HTML in a value": measure(
        SUBTITLE, "subtitle: ▸Kleinbus<br>auf Bestellung\n", "markup-in-value", "HTML"
    ),
    "an entity in a value": measure(SUBTITLE, "subtitle: ▸Bus &amp; Bahn\n", "markup-in-value", "„&“"),
}

CHARACTERS = {
    "a zero-width space": measure(TITLE, "title: Ruf▸\u200bbus\n", "control-character", "U+200B"),
    "a zero-width joiner": measure(TITLE, "title: Ruf▸\u200dbus\n", "control-character", "U+200D"),
    "a soft hyphen": measure(TITLE, "title: Ruf▸\u00adbus\n", "control-character", "U+00AD"),
    "a bullet of Word": prose("Es gibt ▸\uf0b7 Busse", "private-character", "„- “"),
    "a lost character": measure(SUBTITLE, "subtitle: Kleinbus f▸\ufffdr alle\n", "lost-character", "neu"),
    "ö read twice": measure(SUBTITLE, "subtitle: Im D▸Ã¶rf\n", "mojibake", "„ö“"),
    "€ read twice": prose("Das kostet 5 ▸â‚¬.", "mojibake", "„€“"),
    "ü as an entity in a value": measure(
        SUBTITLE, "subtitle: ▸Bus f&uuml;r alle\n", "markup-in-value", "„ü“"
    ),
    "ü in the words of e-mail": measure(SUBTITLE, "subtitle: Bus f▸=C3=BCr alle\n", "mojibake", "„ü“"),
    "ü of another computer": measure(SUBTITLE, "subtitle: Bus f▸√ºr alle\n", "mojibake", "„ü“"),
    "a ligature": measure(SUBTITLE, "subtitle: Bus ▸ﬁndet\n", "ligature", "„fi“"),
    "a Cyrillic letter": measure(
        SUBTITLE, "subtitle: Kleinb▸\u0443s auf Bestellung\n", "foreign-letter", "U+0443"
    ),
    "a dieresis of its own": measure(SUBTITLE, "subtitle: Bus f▸¨ur alle\n", "lone-mark", "„ü“"),
    "a blank that is none": Mistake(
        PROJECT, "lead: Stadt", "lead:▸\u00a0Stadt", "yaml-blank", "gewöhnliches"
    ),
    "a blank that is none before a dash": measure(RESULT, f"▸\u00a0{RESULT}", "yaml-blank", "gewöhnliches"),
}

UNFINISHED = {
    "TODO": measure(SUBTITLE, "subtitle: ▸TODO\n", "placeholder", "löschen Sie die Zeile"),
    "TODO and more": measure(
        SUBTITLE, "subtitle: ▸'TODO: Untertitel'\n", "placeholder", "löschen Sie die Zeile"
    ),
    "a dash": measure(SUBTITLE, "subtitle: ▸'-'\n", "placeholder", "löschen Sie die Zeile"),
    "k. A.": measure(SUBTITLE, "subtitle: ▸k. A.\n", "placeholder", "löschen Sie die Zeile"),
    "Lorem ipsum": measure(
        SUBTITLE, "subtitle: ▸Lorem ipsum dolor\n", "placeholder", "löschen Sie die Zeile"
    ),
    "a template's words": measure(
        SUBTITLE, "subtitle: ▸<Untertitel>\n", "placeholder", "löschen Sie die Zeile"
    ),
    "a template's brackets": measure(
        SUBTITLE, "subtitle: ▸'[Untertitel hier einfügen]'\n", "placeholder", "löschen Sie die Zeile"
    ),
    "an address of a template": measure(
        SOURCE, "▸https://www.beispiel.de/bilanz", "placeholder", "löschen Sie die Zeile"
    ),
    "TODO in the prose": prose("▸TODO Zahl der Busse", "placeholder", "löschen Sie die Stelle"),
    "a dash as the prose of a section": prose(
        "## Stand und Ausblick\n\n▸-", "placeholder", "löschen Sie die Stelle"
    ),
    "folgt as the prose of a section": prose(
        "## Stand und Ausblick\n\n▸folgt", "placeholder", "löschen Sie die Stelle"
    ),
    "k. A. as the prose of a section": prose(
        "## Stand und Ausblick\n\n▸k. A.", "placeholder", "löschen Sie die Stelle"
    ),
    "a blind text": prose("▸Blindtext zum Bus", "placeholder", "löschen Sie die Stelle"),
    "words to be replaced": prose(
        "Es fahren ▸[Zahl einfügen] Busse.", "placeholder", "löschen Sie die Stelle"
    ),
    "a section without text": prose("## Stand und Ausblick\n\n▸### Später", "section-empty", "steht nichts"),
    "a problem without a solution": measure("## Lösung\n\nEin", "Ein", "section-alone", "## Lösung"),
    "a solution without its problem": measure(
        "## Ausgangslage\n\nIn", "In", "section-alone", "## Ausgangslage"
    ),
    "sections in the wrong order": measure(
        "## Ausgangslage\n\nIn den Ortsteilen fährt abends kein Bus mehr.\n\n## Lösung\n",
        "## Lösung\n\nIn den Ortsteilen fährt abends kein Bus mehr.\n\n▸## Ausgangslage\n",
        "section-order",
        "zuerst",
    ),
    "a section twice": prose("▸## Lösung\n\nNoch ein Bus.", "section-twice", "Zeile"),
    "a section of another name": measure("## Ausgangslage", "▸## Problem", "section-unknown", "Ausgangslage"),
    "a misspelt section": measure("## Ausgangslage", "▸## Ausganslage", "section-unknown", "Ausgangslage"),
}

READY = {
    "a German date": measure(START, "start: ▸1.3.2024\n", "wrong-date", "Meinten Sie „2024-03-01“?"),
    "a German date with blanks": measure(
        START, "start: ▸1. 3. 2024\n", "wrong-date", "Meinten Sie „2024-03-01“?"
    ),
    "a month in words": measure(START, "start: ▸März 2024\n", "wrong-date", "Meinten Sie „2024-03“?"),
    "a day in words": measure(START, "start: ▸1. März 2024\n", "wrong-date", "Meinten Sie „2024-03-01“?"),
    "a short month in words": measure(START, "start: ▸Sept. 2024\n", "wrong-date", "Meinten Sie „2024-09“?"),
    "a German date of two digits": measure(START, "start: ▸1.3.24\n", "wrong-date", "2024-03-01"),
    "a time of day": measure(
        START, "start: ▸2024-03-01T00:00:00\n", "wrong-date", "Meinten Sie „2024-03-01“?"
    ),
    "a quarter": measure(START, "start: ▸Q1/2024\n", "wrong-date", "Meinten Sie „2024“?"),
    "an amount with points and sign": measure(
        "amount_eur: 65000", "amount_eur: ▸1.200.000 €", "wrong-type", "Meinten Sie „1200000“?"
    ),
    "an amount with the sign before it": measure(
        "amount_eur: 65000", "amount_eur: ▸€ 65.000", "wrong-type", "Meinten Sie „65000“?"
    ),
    "an amount with a dash": measure(
        "amount_eur: 65000", "amount_eur: ▸65.000,- €", "wrong-type", "Meinten Sie „65000“?"
    ),
    "an amount in millions": measure(
        "amount_eur: 65000", "amount_eur: ▸1,2 Mio. €", "wrong-type", "Meinten Sie „1200000“?"
    ),
    "an amount in thousands": measure(
        "amount_eur: 65000", "amount_eur: ▸65 Tsd. Euro", "wrong-type", "Meinten Sie „65000“?"
    ),
    "a share with a comma": measure(
        "share_percent: 65", "share_percent: ▸65,5 %", "wrong-type", "Meinten Sie „65.5“?"
    ),
    "a share with a point before thousands": measure(
        "share_percent: 65", "share_percent: ▸2.700", "wrong-type", "Meinten Sie „2700“?"
    ),
    "a share that is no number": measure("share_percent: 65", "share_percent: ▸nan", "wrong-type", "Ziffern"),
    "a figure with a point before thousands": Mistake(
        REPORT, "value: 46", "value: ▸2.700", "wrong-type", "Meinten Sie „2700“?"
    ),
    "a figure with points before thousands and millions": Mistake(
        REPORT, "value: 46", "value: ▸820.000.000", "wrong-type", "Meinten Sie „820000000“?"
    ),
    "ja": measure("open_source: true", "open_source: ▸ja", "wrong-type", "Meinten Sie „true“?"),
    "Nein": measure("open_source: true", "open_source: ▸Nein", "wrong-type", "Meinten Sie „false“?"),
    "GPLv3": measure(LICENCE, "licence: ▸GPLv3\n", "wrong-licence", "Meinten Sie „GPL-3.0-only“?"),
    "GNU GPL v3": measure(LICENCE, "licence: ▸GNU GPL v3\n", "wrong-licence", "Meinten Sie „GPL-3.0-only“?"),
    "EUPL 1.2": measure(LICENCE, "licence: ▸EUPL 1.2\n", "wrong-licence", "Meinten Sie „EUPL-1.2“?"),
    "a licence without an id": measure(LICENCE, "licence: ▸Eigene Lizenz\n", "wrong-licence", "LicenseRef-"),
    "no licence": measure(LICENCE, "licence: ▸proprietär\n", "wrong-licence", "„open_source: false“"),
    "a person's address": Mistake(
        SOLUTION,
        "email: rufbus@smartcity.example.org",
        "email: ▸maria.huber@stadt.de",
        "private-email",
        "Stelle",
    ),
    "a person's surname as address": Mistake(
        SOLUTION, "email: rufbus@smartcity.example.org", "email: ▸huber@stadt.de", "private-email", "Stelle"
    ),
    "a person's initial as address": Mistake(
        SOLUTION, "email: rufbus@smartcity.example.org", "email: ▸m.huber@stadt.de", "private-email", "Stelle"
    ),
    "a given name as address": Mistake(
        SOLUTION, "email: rufbus@smartcity.example.org", "email: ▸jan@stadt.de", "private-email", "Stelle"
    ),
    "a surname that holds a word for an office as address": Mistake(
        SOLUTION,
        "email: rufbus@smartcity.example.org",
        "email: ▸m.schulz@stadt.de",
        "private-email",
        "Stelle",
    ),
    "a name that is on no list": Mistake(
        SOLUTION, "name: Projektbüro Rufbus", "name: ▸Aylin Yıldız", "perhaps-private-name", "Stelle"
    ),
    "a person's name": Mistake(
        SOLUTION, "name: Projektbüro Rufbus", "name: ▸Maria Huber", "private-name", "Stelle"
    ),
    "a person's name with a title": Mistake(
        SOLUTION, "name: Projektbüro Rufbus", "name: ▸Dr. Huber", "private-name", "Stelle"
    ),
    "a person's name behind an office": Mistake(
        SOLUTION,
        "name: Projektbüro Rufbus",
        "name: ▸Projektbüro Rufbus, Maria Huber",
        "private-name",
        "Stelle",
    ),
    "a phone number in a name": Mistake(
        SOLUTION,
        "name: Projektbüro Rufbus",
        "name: ▸Projektbüro, Tel. 03771 123456",
        "phone-in-name",
        "Stelle",
    ),
}

MISTAKES = CUT | NOT_READ | FACTS | ADDRESSES | MARKDOWN | CHARACTERS | UNFINISHED | READY


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
    assert len(MISTAKES) >= 120
