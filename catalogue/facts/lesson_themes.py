"""What lessons are about: typical hurdles, told from the words that a lesson uses."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.model.entries import Label


@dataclass(frozen=True, slots=True)
class LessonTheme:
    """A theme and the beginnings or parts of words, in small letters, that tell it."""

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
            "konzession",
            "datenschutz",
            "dsgvo",
            "personenbezogen",
            "haftung",
            "gesetz",
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
            "liefer",
            "beschaff",
            "auftragnehmer",
            "dienstleister",
        ),
    ),
    LessonTheme(
        "geld",
        Label(de="Kosten und Finanzierung", en="Cost and funding"),
        (
            "kosten",
            "teuer",
            "teurer",
            "förder",
            "finanzier",
            "euro",
            "einnahm",
            "günstig",
            "haushalt",
            "sparen",
            "wirtschaftlich",
        ),
    ),
    LessonTheme(
        "betrieb",
        Label(de="Personal und Betrieb", en="Staff and operation"),
        (
            "personal",
            "beschäftigte",
            "ehrenamt",
            "wartung",
            "betreuung",
            "zuständig",
            "aufwand",
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
            "funk",
            "batterie",
            "akku",
            "strom",
            "daten",
            "schnittstelle",
            "software",
            "reichweite",
            "gps",
            "server",
            "technisch",
            "gerät",
            "kamera",
            "messung",
            "netz",
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
            "bekannt",
            "nutzer",
            "genutzt",
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
    best = max(THEMES, key=lambda theme: sum(said.count(word) for word in theme.words))
    return best if any(word in said for word in best.words) else OTHER
