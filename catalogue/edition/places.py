"""The table of places: every municipality and district of the register, with its name told apart and its page.

What the register says of a place stands here alone; an entry about the place is joined by its key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from catalogue.edition.tables import DatabaseColumn, DatabaseTable, Row
from catalogue.model.entries import Municipality, Vocabulary
from catalogue.model.ids import address_of_place
from catalogue.model.size_classes import CITY, DISTRICT, kind_of
from catalogue.reading.register import RegisteredPlace
from search.distance import Position, nearest
from search.german import fold

PLACES = DatabaseTable(
    "places",
    "Alle Gemeinden und Kreise zum Zensus vom 15. Mai 2022, auch die ohne Eintrag. Namen und Einwohner: Statistische Ämter des "
    "Bundes und der Länder, Zensus 2022, dl-de/by-2-0; Lage und Postleitzahlen: GeoNames, CC BY 4.0",
    (
        DatabaseColumn("id", str, "Amtlicher Schlüssel: Gemeinde 8, Kreis 5 Stellen", required=True),
        DatabaseColumn(
            "name",
            str,
            "Name, mit Kreis oder Land, wo es mehrere Orte dieses Namens gibt",
            required=True,
        ),
        DatabaseColumn(
            "designation", str, "Was das Register hinter den Namen schreibt: Stadt, Markt, Hansestadt"
        ),
        DatabaseColumn(
            "municipality_kind",
            str,
            "Art nach der Einwohnerzahl: Großstadt ab 100.000, Mittelstadt ab 20.000, Kleinstadt ab 5.000, sonst Landgemeinde; "
            "oder Landkreis",
            "municipality_kinds",
        ),
        DatabaseColumn(
            "district", str, "Schlüssel des Kreises; leer bei Kreisen und kreisfreien Städten", "places"
        ),
        DatabaseColumn("federal_state", str, "Bundesland", "federal_states"),
        DatabaseColumn("population", int, "Einwohner am 15. Mai 2022", required=True),
        DatabaseColumn(
            "latitude",
            float,
            "Breite in Grad (WGS 84); bei einem Kreis die seiner Einwohner im Mittel",
        ),
        DatabaseColumn("longitude", float, "Länge in Grad, ebenso"),
        DatabaseColumn(
            "is_approximate",
            bool,
            "1: die Lage der Gemeinde ist nicht bekannt, gesagt ist die ihres Kreises",
            required=True,
        ),
        DatabaseColumn("city", str, "Nächste Großstadt; bei einer Großstadt die nächste größere", "places"),
        DatabaseColumn("city_km", int, "Entfernung dorthin in Kilometern"),
        DatabaseColumn("municipality", str, "Kennung des Eintrags, wenn es einen gibt", "municipalities"),
        DatabaseColumn("page", str, "Letzter Teil der Adresse der Seite", required=True),
        DatabaseColumn(
            "postcodes",
            str,
            "Postleitzahlen, die sicher zur Gemeinde gehören, mit Leerzeichen dazwischen; es können weitere sein",
        ),
        DatabaseColumn(
            "sought",
            str,
            "Name, Kreis und Postleitzahlen in der Schreibweise, in der die Suche nach Orten vergleicht",
            required=True,
        ),
    ),
    ("id",),
)

DESIGNATIONS = {
    "M": "Markt",
    "St": "Stadt",
    "GKSt": "Große Kreisstadt",
    "gemfr. Bezirk": "gemeindefreier Bezirk",
}
"""What the register shortens."""

_DISTRICT_IN_BRACKETS = re.compile(r"\s*\((Landkreis|Kreis|LK) .*")
_BRACKETS = re.compile(r"\s*\(.*")
_SAYS_WHAT_IT_IS = re.compile(r"kreis|region|verband", re.IGNORECASE)
_CALLED_KREIS = ("NW", "SH")
"""Where a district is a Kreis, and not a Landkreis."""


def place_rows(
    municipalities: Sequence[RegisteredPlace],
    districts: Sequence[RegisteredPlace],
    entries: Iterable[Municipality],
    vocabularies: Iterable[Vocabulary],
) -> list[Row]:
    """The rows of the table: districts, then municipalities. A term that the vocabulary lacks is left out."""
    told = _Told(tuple(municipalities), tuple(districts), tuple(entries), tuple(vocabularies))
    if not _newest or _newest[0][0] != told:
        _newest[:] = [(told, _rows(*told))]
    return _newest[0][1]


class _Told(NamedTuple):
    """What the rows are made from."""

    municipalities: tuple[RegisteredPlace, ...]
    districts: tuple[RegisteredPlace, ...]
    entries: tuple[Municipality, ...]
    vocabularies: tuple[Vocabulary, ...]


_newest: list[tuple[_Told, list[Row]]] = []
"""The rows that this process made last, and from what: an editor seldom changes a place."""


def _rows(
    municipalities: Sequence[RegisteredPlace],
    districts: Sequence[RegisteredPlace],
    entries: Iterable[Municipality],
    vocabularies: Iterable[Vocabulary],
) -> list[Row]:
    terms = {v.id: {term.id for term in v.terms} for v in vocabularies}
    states = {
        word: term.id
        for v in vocabularies
        if v.id == "federal-states"
        for term in v.terms
        for word in term.words
    }
    by_key = {entry.ags: entry for entry in entries if entry.ags}
    called = {place.key: district_name(place, by_key.get(place.key)) for place in districts}
    centres = {place.key: place.coordinates for place in districts}
    names = told_apart(municipalities, called, by_key) | called
    places = (*districts, *municipalities)
    where = [place.coordinates or centres.get(place.district_key) for place in places]
    kinds = [DISTRICT if place.key in centres else kind_of(place.population) or "" for place in places]
    cities = nearest_cities(places, where, kinds)
    known_kinds = terms.get("municipality-kinds", ())
    rows: list[Row] = []
    for place, coordinates, kind in zip(places, where, kinds, strict=True):
        entry = by_key.get(place.key)
        district = place.district_key if place.key not in centres and place.district_key in centres else None
        codes = " ".join(place.postcodes)
        rows.append(
            (
                place.key,
                names[place.key],
                designation(place.addition),
                kind if kind in known_kinds else None,
                district,
                states.get(place.state),
                place.population,
                *(coordinates or (None, None)),
                int(place.coordinates is None and coordinates is not None),
                *cities.get(place.key, (None, None)),
                entry.id if entry else None,
                entry.id if entry else f"{place.key}-{address_of_place(place.name)}",
                codes or None,
                " ".join(
                    filter(None, (fold(names[place.key]), fold(called[district] if district else ""), codes))
                ),
            )
        )
    return rows


def nearest_cities(
    places: Sequence[RegisteredPlace], where: Sequence[Position | None], kinds: Sequence[str]
) -> dict[str, tuple[str, int]]:
    """By key the nearest city of 100,000 inhabitants or more, told by its key, and the distance in kilometres.

    For such a city itself it is the nearest larger one; the largest has none, nor has a place whose position is unknown.
    """
    known = [(place, at, kind) for place, at, kind in zip(places, where, kinds, strict=True) if at]
    cities = sorted(
        ((place, at) for place, at, kind in known if kind == CITY), key=lambda pair: -pair[0].population
    )
    if not cities:
        return {}
    positions = [at for _, at in cities]
    found = {
        place.key: (cities[number][0].key, round(far))
        for (place, _, _), (number, far) in zip(
            known, nearest([at for _, at, _ in known], positions), strict=True
        )
    }
    del found[cities[0][0].key]
    for rank, (city, at) in enumerate(cities[1:], start=1):
        number, far = nearest([at], positions[:rank])[0]
        found[city.key] = cities[number][0].key, round(far)
    return found


def designation(addition: str) -> str | None:
    """What a place is called besides its name, written out: `M` → `Markt`."""
    told = _BRACKETS.sub("", DESIGNATIONS.get(addition, addition))
    return told or None


def district_name(place: RegisteredPlace, entry: Municipality | None) -> str:
    """The name of a district with what it is: `Landkreis Goslar`, `Kreis Borken`, `Vogtlandkreis`."""
    if entry:
        return entry.name
    if _SAYS_WHAT_IT_IS.search(place.name):
        return place.name
    return f"{'Kreis' if place.state in _CALLED_KREIS else 'Landkreis'} {place.name}"


def told_apart(
    municipalities: Sequence[RegisteredPlace],
    districts: Mapping[str, str],
    entries: Mapping[str, Municipality],
) -> dict[str, str]:
    """By key the names of municipalities, no two alike: that of the entry, with the district where others are called so too."""
    own = {
        place.key: entries[place.key].name
        if place.key in entries
        else _DISTRICT_IN_BRACKETS.sub("", place.name)
        for place in municipalities
    }
    plain = Counter(_BRACKETS.sub("", name) for name in own.values())
    names = {
        place.key: f"{own[place.key]} ({districts.get(place.district_key, place.state)})"
        if plain[own[place.key]] > 1
        else own[place.key]
        for place in municipalities
    }
    again = Counter(names.values())
    for place in municipalities:
        name = names[place.key]
        if again[name] > 1:
            names[place.key] = f"{name}, {designation(place.addition) or place.key}"
    return names
