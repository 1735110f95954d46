"""The columns of our table of measures, and what reading it back does with each.

People read the first columns; after them every key that these do not tell whole has a column of its own name, whose
cells are made and read by `table_cells`. So the table holds all that the files tell.
"""

from __future__ import annotations

from catalogue.editing.writer import fields_in_order
from catalogue.model.entries import BODY, Measure

HEADINGS: dict[str, str] = {
    "Kennung": "id",
    "Name": "title",
    "Was es ist": "subtitle",
    "Name auf Englisch": "title_en",
    "Was es ist, auf Englisch": "subtitle_en",
    "Modellprojekt": "project",
    "Stand": "status",
    "Datum des Stands": "status_date",
    "Beginn": "start",
    "Ende": "end",
    "Art der Lösung": "kinds",
    "Quelloffen": "open_source",
    "Lizenz": "licence",
    "Lizenz, Widerspruch": "licence_note",
    "Für wen": "audiences",
    "Wo es wirkt": "spaces",
    "Handlungsfelder": "fields",
    "Seite der Maßnahme": "website",
    "Mit den Quellen verglichen": "last_verified",
    "Erfasst": "recorded",
}
"""Headings of our table of measures for people, and the keys whose values stand below them as they are."""

FOR_PEOPLE: dict[str, str] = {
    "Auch gesucht als": "asked_as",
    "Wo": "municipalities",
    "Kosten in Euro": "costs",
    "Was der Betrag umfasst": "costs",
    "Kosten, alle Angaben": "costs",
    "Finanzierung": "funding",
    "Technik": "technologies",
    "Standards": "standards",
    "Schnittstellen": "interfaces",
    "Quelltext": "repositories",
    "Art der Software": "software_kind",
    "Wie sie betrieben wird": "deployment",
    "Wo man nachfragen kann": "contact",
    "Wer mitwirkt": "partners",
    "Was daraus wurde": "results",
    "Was andere daraus lernen können": "lessons",
    "Quellen": "sources",
}
"""Headings of the same table below which a value stands as people read it, and the keys that tell the whole of it: these are
columns of the table too."""

WORKED_OUT = frozenset(
    (
        *("Stand veraltet", "Wo (laut Modellprojekt)", "Bundesländer"),
        *(
            "Kosten (laut Lösung)",
            "Quelloffen (laut Lösung)",
            "Lizenz (laut Lösung)",
            "Quelltext (laut Lösung)",
        ),
        *("Wer es nutzt oder nutzen will", "Zahl der Nachnutzungen", "davon andernorts im Einsatz"),
    )
)
"""Headings of the same table below which something stands that other entries say, or that is worked out: not read back."""

DERIVED = ("_first_day", "_last_day")
"""Columns of our tables of data that follow from others end so."""


def keys_told_whole() -> list[str]:
    """The keys of a measure that have a column of their own name, since no heading tells them as they are."""
    return [*(key for key in fields_in_order(Measure) if key not in HEADINGS.values()), BODY]
