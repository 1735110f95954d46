"""The facets of the search, each declared once: its name in addresses and queries, its label, where its values come from.

The filters of the search page, the prefixes of queries (`feld:mobilitaet`), chips, suggestions and the facets of the search
index derive from here. A facet over a field of an entry needs nothing but its line here; what no field holds is worked
out in `edition.search_documents`.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.model.entries import Entry, Label

PLACES = "kommune"
"""The facet of the index over the municipalities where an entry runs or is used; pages narrow by it, none counts it."""

YES = "ja"
"""The one value of a facet that is either stated or not."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A property by which hits are narrowed and counted."""

    name: str
    """German, in addresses (`feld=mobilitaet`) and before a colon in queries."""
    label: Label
    field: str = ""
    """The field of the entries that holds the values; empty if they are worked out."""
    vocabulary: str = ""
    """The vocabulary whose terms are the values; without one the only value is `ja`."""
    ordered: bool = False
    """Whether the values have an order of their own, and do not stand by their number of hits."""
    topic: bool = False
    """Whether the words of its terms say what an entry is about."""
    place: bool = False
    """Whether the words of its terms say where it is."""

    def values(self, entry: Entry) -> tuple[str, ...]:
        """The values that the entry itself states; none if its kind has no such field."""
        stated = getattr(entry, self.field) if self.field in type(entry).model_fields else None
        if not stated:
            return ()
        if not self.vocabulary:
            return (YES,)
        return (stated,) if isinstance(stated, str) else tuple(stated)


FACETS: tuple[Facet, ...] = (
    Facet("feld", Label(de="Handlungsfeld", en="Field of action"), "fields", "fields", topic=True),
    Facet("art", Label(de="Art der Lösung", en="Kind of solution"), "kinds", "solution-kinds", topic=True),
    Facet("zielgruppe", Label(de="Zielgruppe", en="Audience"), "audiences", "audiences", topic=True),
    Facet("raum", Label(de="Wo es wirkt", en="Where it works"), "spaces", "spaces", topic=True),
    Facet("land", Label(de="Bundesland", en="Federal state"), "federal_states", "federal-states", place=True),
    Facet(
        "gemeindeart",
        Label(de="Art der Kommune", en="Kind of municipality"),
        "project_kind",
        "project-kinds",
        ordered=True,
        place=True,
    ),
    Facet(
        "groesse", Label(de="Größe der Kommune", en="Size of municipality"), vocabulary="sizes", ordered=True
    ),
    Facet("staffel", Label(de="Staffel", en="Cohort"), "cohort", "cohorts", ordered=True),
    Facet("status", Label(de="Stand", en="Status"), "status", "statuses", ordered=True, topic=True),
    Facet(
        "wissen",
        Label(de="Art des Wissens", en="Kind of knowledge"),
        "knowledge_kind",
        "knowledge-kinds",
        topic=True,
    ),
    Facet("quelloffen", Label(de="Quelloffen", en="Open source"), "open_source"),
    Facet("ergebnisse", Label(de="Mit Ergebnissen", en="With results"), "results"),
    Facet("kosten", Label(de="Mit Kosten", en="With costs"), "costs"),
    Facet("nachgenutzt", Label(de="Andernorts im Einsatz", en="In use elsewhere")),
    Facet("kuratiert", Label(de="Kuratierte Lösung", en="Curated solution"), "curated"),
)
"""All facets, in the order in which the search page shows them."""

FACETS_BY_NAME = {facet.name: facet for facet in FACETS}
"""The same by name."""
