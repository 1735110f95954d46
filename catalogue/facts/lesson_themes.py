"""What lessons are about, told from the words that a lesson uses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalogue.model.entries import Label


@dataclass(frozen=True, slots=True)
class LessonTheme:
    """A theme and the beginnings of words that tell it, as regular expressions in small letters.

    One with a boundary at its end is a whole word.
    """

    id: str
    label: Label
    words: tuple[str, ...] = ()


OTHER = LessonTheme("vorgehen", Label(de="Vorgehen und Weiteres", en="Procedure and other"))

THEMES = (
    LessonTheme(
        "recht",
        Label(de="Recht, Genehmigung, Datenschutz", en="Law, permits, data protection"),
        (
            "rechtlich",
            "genehmig",
            "baugenehmig",
            "konzession",
            "datenschutz",
            "dsgvo",
            "personenbezogen",
            "haftung",
            "störerhaftung",
            r"gesetz(e|es)?\b",
            "gesetzlich",
            "verordnung",
            "zulassung",
            "erlaubnis",
            "vorschrift",
            "anonym",
        ),
    ),
    LessonTheme(
        "vergabe",
        Label(de="Vergabe und Anbieter", en="Procurement and providers"),
        (
            "ausschreib",
            "vergabe",
            "anbieter",
            "hersteller",
            "lieferzeit",
            "lieferant",
            "lieferung",
            "lieferproblem",
            "beschaff",
            "auftragnehmer",
            "dienstleister",
        ),
    ),
    LessonTheme(
        "geld",
        Label(de="Kosten und Finanzierung", en="Cost and funding"),
        (
            r"kosten(?!los|frei)",
            "folgekosten",
            "betriebskosten",
            "teuer",
            "teurer",
            "förder",
            "finanzier",
            r"euro\b",
            "einnahm",
            "kostengünstig",
            "haushaltsmittel",
            "wirtschaftlich",
        ),
    ),
    LessonTheme(
        "betrieb",
        Label(de="Personal und Betrieb", en="Staff and operation"),
        (
            r"personal(?!is)",
            "fahrpersonal",
            "beschäftigte",
            "ehrenamt",
            "wartung",
            "betreuung",
            "zuständig",
            "aufwand",
            "entwicklungsaufwand",
            "bauhof",
            "mitarbeit",
            "schulung",
            "verantwort",
            "dauerbetrieb",
        ),
    ),
    LessonTheme(
        "technik",
        Label(de="Technik und Daten", en="Technology and data"),
        (
            "sensor",
            r"funk(?!tion)",
            "mobilfunk",
            "batterie",
            "akku",
            "strom",
            r"daten(?!schutz)",
            "echtzeitdaten",
            "umweltdaten",
            "verkehrsdaten",
            "schnittstelle",
            "software",
            "reichweite",
            "gps",
            "server",
            "technisch",
            r"gerät(e|en|es)?\b",
            "kamera",
            "messung",
            r"netz(e|es)?\b",
            "netzabdeckung",
            "messnetz",
            "ausfall",
        ),
    ),
    LessonTheme(
        "menschen",
        Label(de="Akzeptanz und Nutzung", en="Acceptance and use"),
        (
            "akzeptanz",
            "bürger",
            "einwohner",
            "anwohner",
            "ältere",
            "jugendliche",
            "vertrauen",
            "beteilig",
            "nutzer",
            "gewöhn",
            "öffentlichkeit",
            "verständlich",
        ),
    ),
    OTHER,
)
"""The themes in the order in which they are told."""


def theme_of(text: str) -> LessonTheme:
    """The theme of which a lesson has most words; of equally many the first, and `OTHER` if it has none."""
    said = text.casefold()
    found = {theme: sum(len(re.findall(rf"\b{word}", said)) for word in theme.words) for theme in THEMES}
    best = max(THEMES, key=found.__getitem__)
    return best if found[best] else OTHER
