"""The rules of YAML that editors of entries meet, each with what is right and what is not: a page of its own.

Texts are German, since entries are. Tests read every example with the reader of entries: what is called right must give
what is meant, what is called wrong must not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of writing, with an example of both."""

    title: str
    text: str
    wrong: str
    what_happens: str
    right: str
    meant: Any
    """What the right form gives."""


RULES = (
    Rule(
        "Schlüssel, Doppelpunkt, Leerzeichen, Wert",
        "Jede Angabe steht in einer Zeile: links der Schlüssel, dann ein Doppelpunkt, dann ein Leerzeichen, dann der Wert. "
        "Der Schlüssel beginnt ganz links.",
        "title:ERZmobil\nsubtitle: Kleinbus auf Bestellung",
        "Ohne Leerzeichen nach dem Doppelpunkt ist es kein Schlüssel; die Prüfung meldet die Zeile.",
        "title: ERZmobil\nsubtitle: Kleinbus auf Bestellung",
        {"title": "ERZmobil", "subtitle": "Kleinbus auf Bestellung"},
    ),
    Rule(
        "Ein Doppelpunkt im Wert",
        "Kommt nach einem Doppelpunkt im Wert noch ein Leerzeichen, so setzen Sie den ganzen Wert in gerade Anführungszeichen "
        "(' oder \").",
        "title: MDR Sachsen: ERZmobil fährt",
        "Der zweite Doppelpunkt sieht wie ein weiterer Schlüssel aus; die Prüfung meldet ihn.",
        "title: 'MDR Sachsen: ERZmobil fährt'",
        {"title": "MDR Sachsen: ERZmobil fährt"},
    ),
    Rule(
        "Das Zeichen #",
        "Ein # nach einem Leerzeichen beginnt eine Anmerkung: Alles danach wird nicht gelesen. Gehört es zum Wert, so setzen Sie "
        "diesen in gerade Anführungszeichen.",
        "title: Platz #1 im Ort",
        "Gelesen würde nur „Platz“; die Prüfung meldet es als Fehler.",
        'title: "Platz #1 im Ort"',
        {"title": "Platz #1 im Ort"},
    ),
    Rule(
        "Anführungszeichen",
        "Nötig sind sie selten: bei „: “ und „ #“ im Wert und wenn er mit einem Satzzeichen beginnt. Es müssen gerade sein. Die "
        "typografischen („ “) dürfen im Text stehen, ersetzen die geraden aber nicht.",
        "title: „Smart: unterwegs“",
        "Typografische Anführungszeichen schützen den Doppelpunkt nicht; die Prüfung meldet es.",
        "title: '„Smart: unterwegs“'",
        {"title": "„Smart: unterwegs“"},
    ),
    Rule(
        "Ein Apostroph im Wert",
        "In Anführungszeichen der einen Art darf die andere stehen.",
        "title: 'Wie geht's: ein Treff'",
        "Der Wert endet schon beim Apostroph; die Prüfung meldet den Rest.",
        'title: "Wie geht\'s: ein Treff"',
        {"title": "Wie geht's: ein Treff"},
    ),
    Rule(
        "Listen in einer Zeile",
        "Mehrere kurze Werte stehen in eckigen Klammern, mit Komma und Leerzeichen dazwischen.",
        "technologies: [Kasse, App (iOS, Android)]",
        "Jedes Komma trennt, auch das in der Klammer: Das wären drei Werte. Die Prüfung meldet es.",
        'technologies: [Kasse, "App (iOS, Android)"]',
        {"technologies": ["Kasse", "App (iOS, Android)"]},
    ),
    Rule(
        "Listen mit einem Wert je Zeile",
        "Längere Werte stehen untereinander: zwei Leerzeichen, ein Bindestrich, ein Leerzeichen, der Wert.",
        "lessons:\n  • Früh mit den Leuten reden\n  • Klein anfangen",
        "Ein Punkt (•) ist kein Bindestrich: Gelesen würde ein einziger langer Wert.",
        "lessons:\n  - Früh mit den Leuten reden\n  - Klein anfangen",
        {"lessons": ["Früh mit den Leuten reden", "Klein anfangen"]},
    ),
    Rule(
        "Listen von mehreren Angaben",
        "Hat ein Punkt mehrere Angaben, so stehen sie untereinander, alle gleich weit eingerückt wie die erste nach dem Bindestrich.",
        "sources:\n  - url: https://www.zwoenitz.de/erzmobil\n  title: ERZmobil startet",
        "„title“ steht weiter links als „url“ und gehört zu nichts; die Prüfung meldet die Zeile.",
        "sources:\n  - url: https://www.zwoenitz.de/erzmobil\n    title: ERZmobil startet",
        {"sources": [{"url": "https://www.zwoenitz.de/erzmobil", "title": "ERZmobil startet"}]},
    ),
    Rule(
        "Einrücken mit Leerzeichen",
        "Eingerückt wird nur mit Leerzeichen, nie mit der Tabulatortaste.",
        "contact:\n\tname: Stabsstelle Smart City",
        "Ein Tabulator vorn in der Zeile ist nicht erlaubt; die Prüfung meldet ihn.",
        "contact:\n  name: Stabsstelle Smart City",
        {"contact": {"name": "Stabsstelle Smart City"}},
    ),
)
"""All rules, the ones needed most first."""

UNQUOTED = (
    (
        "Datum",
        "status_date: 2023-11",
        "Jahr, Monat, Tag, immer mit vier und zwei Ziffern; Monat und Tag dürfen fehlen.",
    ),
    ("Betrag", "amount_eur: 1200000", "Ganze Euro, ohne Punkte und ohne €."),
    ("Ja und nein", "open_source: true", "Es gibt nur true und false."),
    (
        "Gemeindeschlüssel",
        "ags: 08315074",
        "Alle Stellen, auch die Null vorn; Anführungszeichen sind nicht nötig.",
    ),
)
"""What needs no quotation marks here, though other programs that read YAML ask for them: what, how, a note."""

LABELS = {"right": "Richtig", "wrong": "Nicht so", "unquoted": "Was keine Anführungszeichen braucht"}
"""Headings of the examples."""
