"""The declaration of the interface: all its operations. Each kind of entry has a list and its entries by itself."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.api import listing, places, searching
from catalogue.api.answers import (
    EntryAnswer,
    EntryListing,
    FacetAnswer,
    KindAnswer,
    PlaceAnswer,
    PlacesAnswer,
    SearchAnswer,
    SuggestionAnswer,
    TermAnswer,
    TransferListing,
)
from catalogue.api.operation import Operation
from catalogue.api.parameters import (
    KIND,
    FacetParameters,
    Known,
    ListParameters,
    OneEntry,
    OnePlace,
    Parameters,
    PlaceParameters,
    SearchParameters,
    SuggestionParameters,
)
from catalogue.api.terms import terms
from catalogue.api.transfers import TRANSFERS, transfers
from catalogue.edition.tables import plural
from catalogue.model.entries import Label
from catalogue.model.kinds import KINDS, Kind

SEARCHING = (
    Operation(
        "search",
        searching.SEARCH,
        Label(de="Suchen", en="Search"),
        Label(
            de="Sucht wie die Suchseite, mit denselben Parametern und in derselben Reihenfolge. Jeder Treffer hat dieselben "
            "Felder, gleich welcher Art er ist.",
            en="Searches as the search page does, with the same parameters and in the same order. Every hit has the same "
            "fields, whatever its kind.",
        ),
        lambda known: known.with_facets(SearchParameters),
        SearchAnswer,
        searching.search,
        example="?q=Bus+auf+dem+Dorf&land=sachsen&limit=5",
    ),
    Operation(
        "facets",
        searching.FACETS_OF_SEARCH,
        Label(de="Facetten", en="Facets"),
        Label(
            de="Wie viele Treffer jeder Wert jedes Filters hat. Was in einem Filter gewählt ist, schränkt dessen eigene "
            "Zahlen nicht ein.",
            en="How many hits each value of each filter has. What is chosen in a filter does not narrow its own numbers.",
        ),
        lambda known: known.with_facets(FacetParameters),
        FacetAnswer,
        searching.facets,
        example="?q=Hochwasser",
    ),
    Operation(
        "suggestions",
        "/suggestions",
        Label(de="Vorschläge", en="Suggestions"),
        Label(
            de="Einträge, Begriffe und Orte, deren Name so beginnt, der beste zuerst.",
            en="Entries, terms and places whose names start so, the best first.",
        ),
        lambda _: SuggestionParameters,
        SuggestionAnswer,
        searching.suggestions,
        example="?q=hochw",
    ),
)

OTHERS = (
    Operation(
        "places",
        places.PLACES,
        Label(de="Orte", en="Places"),
        Label(
            de="Gemeinden und Kreise des Registers nach Namen, auch die ohne Eintrag. Gleichnamige unterscheidet der Kreis.",
            en="Municipalities and districts of the register by name, those without an entry too. Namesakes are told apart "
            "by their districts.",
        ),
        lambda _: PlaceParameters,
        PlacesAnswer,
        places.places,
        example="?q=Stollberg",
    ),
    Operation(
        "place",
        f"{places.PLACES}/{{id}}",
        Label(de="Ein Ort", en="One place"),
        Label(
            de="Was das Register von einer Gemeinde oder einem Kreis weiß, nach dem amtlichen Schlüssel.",
            en="What the register knows of a municipality or district, by the official key.",
        ),
        lambda _: OnePlace,
        PlaceAnswer,
        places.place,
        example="14521710",
    ),
    Operation(
        "transfers",
        TRANSFERS,
        Label(de="Übertragungen", en="Transfers"),
        Label(
            de="Wer was von wem nachnutzt, mit den Seiten, die es sagen.",
            en="Who reuses what from whom, with the pages that say so.",
        ),
        Known.of_transfers,
        TransferListing,
        transfers,
        example="?kind=uebernommen&status=im-einsatz",
    ),
    Operation(
        "kinds",
        "/kinds",
        Label(de="Arten von Einträgen", en="Kinds of entry"),
        Label(
            de="Welche Arten von Einträgen es gibt, wie viele und wo ihre Liste ist.",
            en="Which kinds of entry there are, how many, and where their list is.",
        ),
        lambda _: Parameters,
        KindAnswer,
        listing.kinds,
    ),
    Operation(
        "terms",
        "/vocabularies/{id}",
        Label(de="Begriffe eines Vokabulars", en="Terms of a vocabulary"),
        Label(
            de="Was die Kennungen in den Einträgen heißen und bedeuten.",
            en="What the ids in the entries are called and mean.",
        ),
        Known.of_vocabularies,
        TermAnswer,
        terms,
        example="solution_kinds",
    ),
)


def _of_kind(kind: Kind) -> Iterator[Operation]:
    """The list of a kind and one entry of it."""
    path = listing.path_of(kind)
    yield Operation(
        plural(kind.name),
        path,
        kind.plural,
        Label(
            de="Alle Einträge dieser Art, ganz"
            + (", nach Namen; mit den Filtern der Suche." if kind.searched else ", nach Kennungen."),
            en="All entries of this kind, whole"
            + (", by name; with the filters of the search." if kind.searched else ", by id."),
        ),
        (
            (lambda known: known.with_facets(ListParameters, KIND))
            if kind.searched
            else (lambda known: known.of_fields(kind.model))
        ),
        EntryListing,
        listing.listing(kind),
        entry=kind.model,
        example="?limit=2",
    )
    yield Operation(
        f"{kind.name}_by_id" if plural(kind.name) == kind.name else kind.name,
        f"{path}/{{id}}",
        Label(de=f"{kind.singular.de}: ein Eintrag", en=f"{kind.singular.en}: one entry"),
        Label(
            de="Ein Eintrag, wie seine Datei ihn erzählt, und was ihn umgibt.",
            en="One entry as its file tells it, and what surrounds it.",
        ),
        lambda _: OneEntry,
        EntryAnswer,
        listing.one(kind),
        entry=kind.model,
    )


OPERATIONS: tuple[Operation, ...] = (
    *SEARCHING,
    *OTHERS,
    *(operation for kind in KINDS for operation in _of_kind(kind)),
)
"""All operations, in the order in which the documentation shows them."""
