"""What the operations answer. Every field is in every answer; what nobody tells is null or an empty list."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from catalogue.api.described import told
from catalogue.exports.licence import LICENCE
from catalogue.queries.named_places import NamedPlace
from catalogue.queries.places import Place
from catalogue.queries.projects import NamedProject
from catalogue.queries.reuses import ReuseRecord


class Told(BaseModel):
    """Base of all that is answered."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class WholeAnswer(Told):
    """Base of a whole answer: where it comes from and what may be done with it."""

    edition: str = told("Kennung der Ausgabe", "Id of the edition")
    licence: str = told("Lizenz der Inhalte", "Licence of the content", LICENCE["path"])


class Listing(WholeAnswer):
    """Base of a list that is given in pages."""

    total: int = told("Zahl aller Einträge der Liste", "Number of all items of the list", ge=0)
    next: str | None = told("Adresse der nächsten Seite", "Address of the next page", None)


class NamedTerm(Told):
    """A term of a vocabulary."""

    id: str = told("Kennung des Begriffs", "Id of the term")
    label: str = told("Name", "Name")


class FoundEntry(Told):
    """An entry of any kind as the search finds it: its facts in short, the same fields for every kind."""

    kind: str = told("Art des Eintrags", "Kind of entry")
    id: str = told("Kennung", "Id")
    title: str = told("Name", "Name")
    subtitle: str | None = told("Was es ist", "What it is", None)
    title_en: str | None = told("Englischer Name", "English name", None)
    subtitle_en: str | None = told("Was es ist, auf Englisch", "What it is, in English", None)
    address: str = told("Seite des Eintrags", "Page of the entry")
    distant: bool = told(
        "Nur entfernter verwandt mit der Suche?", "Only distantly related to the query?", False
    )
    projects: list[NamedProject] = told(
        "Modellprojekte, aus denen es kommt", "Model projects it comes from", []
    )
    federal_states: list[NamedTerm] = told("Bundesländer", "Federal states", [])
    fields: list[NamedTerm] = told("Handlungsfelder", "Fields of action", [])
    solution_kinds: list[NamedTerm] = told("Arten der Lösung", "Kinds of solution", [])
    audiences: list[NamedTerm] = told("Zielgruppen", "Audiences", [])
    status: NamedTerm | None = told("Stand", "Status", None)
    status_date: str | None = told(
        "Wann der Stand galt, sonst „unbekannt“", "When the status held, else “unbekannt”", None
    )
    status_outdated: bool = told("Hätte es inzwischen enden sollen?", "Should it have ended by now?", False)
    start: str | None = told("Beginn", "Start", None)
    end: str | None = told("Ende", "End", None)
    cost_amount_eur: int | None = told("Wichtigster Betrag in Euro", "Most important amount in euros", None)
    cost_covers: NamedTerm | None = told("Was der Betrag umfasst", "What the amount covers", None)
    open_source: bool | None = told("Quelloffen?", "Open source?", None)
    licence: str | None = told("Lizenz als SPDX-Ausdruck", "Licence as SPDX expression", None)
    repositories: list[str] = told("Adressen des Quelltexts", "Addresses of the source code", [])
    reuses: int = told("Berichtete Nachnutzungen", "Reported reuses", 0)
    in_use_elsewhere: int = told("Davon andernorts im Einsatz", "Of these in use elsewhere", 0)
    solutions: list[str] = told("Kennungen der Lösungen einer Maßnahme", "Ids of a measure's solutions", [])
    measures: list[str] = told("Kennungen der Maßnahmen einer Lösung", "Ids of a solution's measures", [])
    recorded: str = told("Tag der Erfassung", "Day of gathering")
    last_verified: str | None = told("Tag der letzten Prüfung", "Day of the last verification", None)


class PlaceNearby(Told):
    """A place that has entries."""

    name: str = told("Name", "Name")
    kilometres: int = told("Entfernung", "Distance")


class PlaceWithoutEntries(Told):
    """A place that the query names and of which no entry tells."""

    typed: str = told("Wie die Anfrage ihn nennt", "As the query calls it")
    name: str = told("Amtlicher Name", "Official name")
    district: str = told("Kreis; leer bei kreisfreien Städten", "District; empty for cities without one")
    state: str = told("Kürzel des Bundeslands", "Abbreviation of the federal state")
    nearest: list[PlaceNearby] = told("Die nächsten Orte mit Einträgen", "The nearest places with entries")


class SearchAnswer(Listing):
    """What the search finds."""

    best: int = told(
        "Zahl der besten Treffer, die zuerst stehen", "Number of the best hits, which come first"
    )
    distant: int = told("Zahl der entfernter verwandten", "Number of those distantly related")
    did_you_mean: str | None = told("Bessere Schreibung des Suchtexts", "Better spelling of the query", None)
    not_found: list[str] = told("Wörter ohne Treffer", "Words without a hit")
    places_without_entry: list[PlaceWithoutEntries] = told(
        "Genannte Orte ohne Eintrag", "Places named that have no entry"
    )
    page: str = told("Dieselbe Suche als Seite", "The same search as a page")
    items: list[FoundEntry] = told("Die Treffer dieser Seite", "The hits of this page")


class CountedTerm(Told):
    """A value of a facet."""

    id: str = told("Wert für den Parameter", "Value for the parameter")
    label: str = told("Name", "Name")
    count: int = told("Treffer mit diesem Wert", "Hits with this value", ge=0)


class CountedFacet(Told):
    """A facet with its values."""

    name: str = told("Name des Parameters", "Name of the parameter")
    label: str = told("Name", "Name")
    values: list[CountedTerm] = told("Werte mit Treffern", "Values with hits")


class FacetAnswer(WholeAnswer):
    """The facets of a search with the number of hits of each value, as if nothing were chosen of that facet."""

    total: int = told("Zahl der Treffer", "Number of hits", ge=0)
    items: list[CountedFacet] = told("Die Facetten", "The facets")


class CountedKind(Told):
    """A kind of entry."""

    name: str = told("Name der Art", "Name of the kind")
    label: str = told("Name", "Name")
    count: int = told("Zahl der Einträge", "Number of entries", ge=0)
    searched: bool = told("Findet die Suche sie?", "Does the search find them?")
    address: str = told("Adresse der Liste", "Address of the list")


class KindAnswer(WholeAnswer):
    """The kinds of entry."""

    items: list[CountedKind] = told("Die Arten", "The kinds")


class ListedEntry(Told):
    """An entry as its file tells it, with where it is found."""

    kind: str = told("Art des Eintrags", "Kind of entry")
    id: str = told("Kennung", "Id")
    title: str = told("Name", "Name")
    address: str | None = told("Seite des Eintrags, wenn er eine hat", "Page of the entry, if it has one")
    self: str = told(
        "Adresse des Eintrags hier, mit dem, was ihn umgibt",
        "Address of the entry here, with what surrounds it",
    )
    entry: dict[str, Any] = told(
        "Der Eintrag, wie seine Datei ihn erzählt; was sie nicht sagt, fehlt",
        "The entry as its file tells it; what it does not say is absent",
    )


class Surroundings(Told):
    """What no entry tells by itself: which others belong to it."""

    projects: list[NamedProject] = told("Modellprojekte", "Model projects", [])
    places: list[NamedPlace] = told("Wo es läuft", "Where it runs", [])
    places_inherited: bool = told(
        "Sind es die Orte des Modellprojekts, weil der Eintrag keine nennt?",
        "Are these the places of the model project, as the entry names none?",
        False,
    )
    solutions: list[str] = told("Kennungen der Lösungen", "Ids of the solutions", [])
    measures: list[str] = told("Kennungen der Maßnahmen", "Ids of the measures", [])
    transfers: list[ReuseRecord] = told("Nachnutzungen, die dazu zählen", "Reuses that count for it", [])


class EntryListing(Listing):
    """Entries of a kind."""

    items: list[ListedEntry] = told("Die Einträge dieser Seite", "The entries of this page")


class EntryAnswer(WholeAnswer):
    """An entry and what surrounds it."""

    item: ListedEntry = told("Der Eintrag", "The entry")
    surroundings: Surroundings = told("Was dazugehört", "What belongs to it")


class OfferedSuggestion(Told):
    """What the typed text may become."""

    text: str = told("Name", "Name")
    kind: str = told(
        "Art des Eintrags, Name der Facette oder „ort“", "Kind of the entry, name of the facet or “ort”"
    )
    kind_label: str = told("Was es ist", "What it is")
    id: str = told(
        "Kennung des Eintrags oder Begriffs, Name des Orts", "Id of the entry or term, name of the place"
    )
    address: str = told("Seite, zu der es führt", "Page that it leads to")


class SuggestionAnswer(WholeAnswer):
    """Entries, terms and places that start so."""

    items: list[OfferedSuggestion] = told(
        "Die Vorschläge, der beste zuerst", "The suggestions, the best first"
    )


class FoundPlace(Told):
    """A municipality or district of the register, whether the catalogue has an entry about it or not."""

    key: str = told(
        "Amtlicher Schlüssel: Gemeinde 8, Kreis 5 Stellen", "Official key: 8 digits, 5 of a district"
    )
    name: str = told("Name, von gleichnamigen unterschieden", "Name, told apart from namesakes")
    district: str | None = told("Name des Kreises", "Name of the district")
    federal_state: NamedTerm | None = told("Bundesland", "Federal state")
    population: int = told("Einwohner am 15. Mai 2022", "Inhabitants on 15 May 2022")
    address: str = told("Seite des Orts", "Page of the place")
    self: str = told("Adresse des Orts hier", "Address of the place here")


class PlacesAnswer(WholeAnswer):
    """Places that are called so."""

    items: list[FoundPlace] = told("Die Orte, der treffendste zuerst", "The places, the best match first")


class PlaceAnswer(WholeAnswer):
    """All that the register tells of a place."""

    item: Place = told("Der Ort, mit der nächsten Großstadt", "The place, with the nearest city")
    address: str = told("Seite des Orts", "Page of the place")
    entry: str | None = told(
        "Adresse des Eintrags hier, wenn es einen gibt", "Address of the entry here, if there is one"
    )


class TransferListing(Listing):
    """Who reuses what from whom."""

    items: list[ReuseRecord] = told("Die Nachnutzungen dieser Seite", "The reuses of this page")


class DescribedTerm(NamedTerm):
    """A term of a vocabulary with what it means."""

    description: str = told("Was er bedeutet", "What it means")
    website: str | None = told("Seite, die ihn erklärt", "Page that explains it", None)


class TermAnswer(WholeAnswer):
    """The terms of a vocabulary in its order."""

    items: list[DescribedTerm] = told("Die Begriffe", "The terms")
