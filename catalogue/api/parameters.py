"""What the operations may be asked for. Filters derive from the facets of the search, and from the fields of entries that
name a term or an entry, so a new one is a parameter by itself.

The filters of the search are called as in the addresses of the search page, everything else is called in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, create_model

from catalogue.api.bounds import LONGEST, LONGEST_VALUE, MOST_VALUES, cleaned
from catalogue.api.described import told
from catalogue.edition.tables import vocabulary_table
from catalogue.model.entries import DocumentedEntry, Label
from catalogue.model.facets import FACETS, YES, Facet
from catalogue.model.kinds import KINDS
from catalogue.model.shapes import Shape, shapes
from catalogue.model.values import Slug, TermReference
from search.querying import YEARS

KIND = "typ"
KIND_OF_ENTRY = Label(de="Art des Eintrags", en="Kind of entry")
PROJECT = "projekt"
MODEL_PROJECT = Label(de="Modellprojekt", en="Model project")
FILTERS = (KIND, *(facet.name for facet in FACETS), PROJECT)
"""The filters of the search by their names in addresses, those for years left out."""

SORTS = ("relevance", "name", "-geprueft", "-groesse")
WIDE = "alles"

MOST_ITEMS = 100
USUAL_ITEMS = 20
MOST_SUGGESTIONS = 20


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not (value.isascii() and value.isdigit() and len(value) < 10):
        raise ValueError
    return value


Whole = Annotated[int, BeforeValidator(_digits)]
"""A number written with digits alone."""

Typed = Annotated[str, AfterValidator(cleaned)]
"""A text that a person typed."""


class Parameters(BaseModel):
    """Base of all parameters: a name that none of them has is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Paged(Parameters):
    """Parameters of a list."""

    limit: Whole = told(
        "So viele auf einmal", "How many at once", USUAL_ITEMS, ge=1, le=MOST_ITEMS, examples=[50]
    )
    cursor: str = told(
        "Wo die Liste weitergeht; steht in „next“ der vorigen Antwort",
        "Where the list goes on; stands in “next” of the answer before",
        "",
        pattern="^[A-Za-z0-9_-]*$",
        max_length=200,
    )


class Filtered(Parameters):
    """Parameters of what the search finds; those for the facets are added for an edition."""

    jahr: str = told(
        "Nur Einträge aus diesen Jahren",
        "Only entries of these years",
        "",
        pattern="^((19|20)[0-9]{2}(-(19|20)[0-9]{2})?)?$",
        examples=["2022-2024"],
    )

    @property
    def filters(self) -> dict[str, list[str]]:
        """The filters that are set, as the search takes them."""
        chosen = {name: getattr(self, name, []) for name in FILTERS}
        chosen[YEARS] = [self.jahr] if self.jahr else []
        return {name: [*dict.fromkeys(values)] for name, values in chosen.items() if values}


class Queried(Parameters):
    """What is searched for."""

    q: Typed = told(
        "Suchtext, wie auf der Suchseite; ohne ihn alles",
        "Query, as on the search page; everything without it",
        "",
        max_length=LONGEST,
        examples=["Bus auf dem Dorf"],
    )
    umfang: Literal["", "alles"] = told(
        "„alles“ gibt auch, was nur entfernter verwandt ist",
        "“alles” also gives what is only distantly related",
        "",
        examples=["alles"],
    )


class SearchParameters(Paged, Filtered, Queried):
    """Parameters of the search."""

    sortierung: Literal["relevance", "name", "-geprueft", "-groesse"] = told(
        "Reihenfolge: beste Treffer, Name, zuletzt geprüft, größte Kommune zuerst",
        "Order: best hits, name, last verified, largest municipality first",
        "relevance",
    )


class FacetParameters(Filtered, Queried):
    """Parameters of the facets."""


class ListParameters(Paged, Filtered):
    """Parameters of the list of a kind that the search finds, in the order of the names."""


class OneEntry(Parameters):
    """Which entry."""

    id: str = told("Kennung des Eintrags", "Id of the entry", max_length=LONGEST_VALUE)


class SuggestionParameters(Parameters):
    """What has been typed."""

    q: Typed = told(
        "Anfang dessen, was gesucht wird",
        "Beginning of what is looked for",
        max_length=LONGEST,
        examples=["hochw"],
    )
    limit: Whole = told("So viele höchstens", "How many at most", 8, ge=1, le=MOST_SUGGESTIONS, examples=[5])


class PlaceParameters(Parameters):
    """Which places."""

    q: Typed = told(
        "Name oder Teil des Namens, auch mit dem des Kreises, oder Postleitzahl",
        "Name or part of it, also with that of the district, or a postcode",
        max_length=LONGEST,
        examples=["Neustadt"],
    )
    limit: Whole = told(
        "So viele höchstens", "How many at most", USUAL_ITEMS, ge=1, le=MOST_ITEMS, examples=[10]
    )


class OnePlace(Parameters):
    """Which place."""

    id: str = told("Amtlicher Schlüssel", "Official key", max_length=LONGEST_VALUE)


@dataclass(frozen=True)
class Known:
    """What an edition knows that a parameter may be set to."""

    terms: Mapping[str, Iterable[str]]
    """Ids of terms by the table of their vocabulary."""
    projects: tuple[str, ...]
    """Ids of the model projects."""

    @cached_property
    def facet_fields(self) -> dict[str, Any]:
        """The fields for the filters of the search."""
        kinds = tuple(kind.name for kind in KINDS if kind.searched)
        return {
            KIND: _choices(kinds, KIND_OF_ENTRY),
            **{facet.name: _choices(self.values(facet), facet.label) for facet in FACETS},
            PROJECT: _choices(self.projects, MODEL_PROJECT),
        }

    def values(self, facet: Facet) -> tuple[str, ...]:
        """What a facet may be set to."""
        return tuple(self.terms[vocabulary_table(facet.vocabulary)]) if facet.vocabulary else (YES,)

    def with_facets(self, base: type[Parameters], *without: str) -> type[Parameters]:
        """Parameters with those for the filters of the search."""
        fields = {name: field for name, field in self.facet_fields.items() if name not in without}
        return create_model(base.__name__, __base__=base, __doc__=base.__doc__, **fields)

    def of_fields(self, model: type[DocumentedEntry]) -> type[Parameters]:
        """Parameters of the list of a kind that the search does not find: its fields that name a term or an entry."""
        fields: dict[str, Any] = {}
        for name, shape in filtering_fields(model).items():
            description = model.model_fields[name].description or name
            label = Label(de=description, en=f"Value of the field “{name}”")
            target = shape.target
            if isinstance(target, TermReference):
                fields[name] = _choices(tuple(self.terms[vocabulary_table(target.vocabulary)]), label)
            else:
                fields[name] = _values(label)
        return create_model("ListParameters", __base__=Paged, __doc__=Paged.__doc__, **fields)

    def of_transfers(self) -> type[Parameters]:
        """Parameters of the list of reuses, by the fields of its records."""
        kinds, statuses = (tuple(self.terms[table]) for table in ("reuse_kinds", "reuse_statuses"))
        return create_model(
            "TransferParameters",
            __base__=Paged,
            __doc__=Paged.__doc__,
            kind=_choices(kinds, Label(de="Art der Nachnutzung", en="Kind of reuse")),
            status=_choices(statuses, Label(de="Stand der Nachnutzung", en="Status of the reuse")),
            origin=_values(Label(de="Was genutzt wird: Kennung", en="What is reused: its id")),
            municipality=_values(Label(de="Wer es nutzt: Kennung der Kommune", en="Who reuses it: id")),
        )

    def of_vocabularies(self) -> type[Parameters]:
        """Which vocabulary."""
        names: Any = Literal[tuple(self.terms)]
        field = told("Tabelle des Vokabulars", "Table of the vocabulary", examples=["fields"])
        return create_model(
            "TermParameters", __base__=Parameters, __doc__="Which vocabulary.", id=(names, field)
        )


def filtering_fields(model: type[DocumentedEntry]) -> dict[str, Shape]:
    """The fields of a kind of entry by which its list is narrowed: those that name a term or an entry."""
    return {name: shape for name, shape in shapes(model).items() if shape.target and shape.value_type is str}


def is_list(annotation: Any) -> bool:
    """Whether a parameter may stand in an address several times."""
    return get_origin(annotation) is list


def _choices(values: tuple[str, ...], label: Label) -> tuple[Any, Any]:
    """A parameter with some of several values."""
    one: Any = Literal[values] if values else str
    return list[one], told(label.de, label.en, [], max_length=MOST_VALUES)


def _values(label: Label) -> tuple[Any, Any]:
    one = Annotated[Slug, told("Kennung", "Id")]
    return list[one], told(label.de, label.en, [], max_length=MOST_VALUES)
