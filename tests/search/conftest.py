"""A small world to search in: ten measures of invented towns, and the words that one needs for them."""

from __future__ import annotations

from pathlib import Path

import pytest

import search
from search import Concept, Document, Engine, Language

COMPOUND_WORDS = """
    baum bäume bus bewässerung boden bürger beteiligung daten dorf feuchte früh gießen hochwasser
    kamera klein messung müll pegel plattform rathaus regen sensor ruf stadt steuerung straße system tonne
    verkehr warn warnung wasser zählung
"""

LANGUAGE = Language(
    concepts=(
        Concept("oepnv", "Öffentlicher Personennahverkehr", ("ÖPNV", "Nahverkehr")),
        Concept(
            "rufbus",
            "Rufbus",
            ("On-Demand-Verkehr", "Anrufsammeltaxi"),
            ("Bus auf dem Dorf", "Bus auf Bestellung"),
            ("on-demand bus",),
            broader=("oepnv",),
        ),
        Concept(
            "hochwasser", "Hochwasserfrühwarnung", ("Pegelsensor", "Hochwasserwarnung"), ("Überschwemmung",)
        ),
        Concept("bewaesserung", "Bewässerung", ("Bodenfeuchte",), ("gießen", "Bäume gießen")),
        Concept("beteiligung", "Bürgerbeteiligung", ("Beteiligungsplattform",), ("mitreden", "mitmachen")),
        Concept("dashboard", "Dashboard", ("Datenvisualisierung",), ("Daten zeigen",)),
        Concept("digitaler-zwilling", "Digitaler Zwilling", ("3D-Modell",), (), ("digital twin",)),
        Concept("mobiles-rathaus", "Mobiles Bürgerbüro", ("Rathaus auf Rädern",), ("Amt im Dorf",)),
        Concept("art-des-ortes", "Art des Ortes"),
        Concept("ort-klein", "Kleinstadt", ("kleine Gemeinde",), broader=("art-des-ortes",)),
    ),
    compound_words=tuple(COMPOUND_WORDS.split()),
    places=("Altstadt am Berg", "Bachhausen", "Waldkirchen", "Sachsen", "Bayern", "Nordrhein-Westfalen"),
    labels={
        "feld": {"mobilitaet": ("Mobilität", "Verkehr"), "klima-umwelt": ("Klima und Umwelt",)},
        "status": {"betrieb": ("in Betrieb",), "planung": ("in Planung",)},
    },
)


def measure(id_: str, title: str, one_liner: str, text: str, **more: object) -> Document:
    """A measure of the town whose name begins its id."""
    towns = {
        "bachhausen": ("Bachhausen", "Sachsen", "Kleinstadt"),
        "waldkirchen": ("Waldkirchen", "Bayern", "Kleinstadt"),
        "altstadt": ("Altstadt am Berg", "Nordrhein-Westfalen", "Großstadt"),
    }
    town = id_.split("-")[0]
    fields: dict[str, object] = {
        "places": towns[town],
        "facets": {"typ": ("measure",), "projekt": (town,)},
        "order": {"name": title},
    }
    for name, value in more.items():
        fields[name] = {**fields["facets"], **value} if name == "facets" else value  # type: ignore[dict-item]
    return Document(id=id_, kind="measure", title=title, one_liner=one_liner, text=text, **fields)  # type: ignore[arg-type]


DOCUMENTS = (
    measure(
        "bachhausen-dorfflitzer",
        "Dorfflitzer",
        "On-Demand-Kleinbus für alle Ortsteile",
        "Der Rufbus fährt ohne festen Fahrplan. Gebucht wird per App oder am Telefon. Die Fahrt kostet 2 Euro.",
        facets={"feld": ("mobilitaet",), "status": ("betrieb",)},
        years=(2021, 2023),
        results=("Rund 2.700 Fahrgäste im ersten Jahr",),
        quality=0.9,
    ),
    measure(
        "bachhausen-pegel",
        "Hochwasserfrühwarnsystem",
        "Pegelsensoren an kleinen Bächen",
        "Nach dem Starkregen von 2013 misst die Stadt die Wasserstände. Die Feuerwehr wird z. B. per SMS gewarnt.",
        facets={"feld": ("klima-umwelt",), "status": ("betrieb",)},
        years=(2020, 2022),
    ),
    measure(
        "bachhausen-mitreden",
        "Mitwirk-Portal",
        "Bürgerbeteiligungsplattform der Stadt",
        "Auf der Plattform stimmen Bürgerinnen und Bürger über Vorschläge ab.",
        facets={"feld": ("beteiligung",), "status": ("planung",)},
    ),
    measure(
        "waldkirchen-baeume",
        "Schlaue Bäume",
        "Bewässerungssteuerung für junge Straßenbäume",
        "Sensoren messen die Bodenfeuchte. Der Bauhof gießt nur noch, wenn es nötig ist.",
        facets={"feld": ("klima-umwelt",), "status": ("betrieb",)},
        years=(2022, 2024),
        quality=0.5,
    ),
    measure(
        "waldkirchen-rathausbus",
        "Rathaus auf Rädern",
        "Mobiles Bürgerbüro für die Ortsteile",
        "Ein Elektrobus bringt die Verwaltung in die Dörfer. Ausweise gibt es direkt am Bus.",
        facets={"feld": ("verwaltung",), "status": ("betrieb",)},
    ),
    measure(
        "waldkirchen-linie",
        "Bürgerbus Linie 7",
        "Linienverkehr zum Bahnhof",
        "Ehrenamtliche fahren den Bus nach Fahrplan. Er ist Teil des ÖPNV.",
        facets={"feld": ("mobilitaet",), "status": ("planung",)},
        years=(2018, 2019),
    ),
    measure(
        "altstadt-zwilling",
        "Digitaler Zwilling",
        "3D-Modell der ganzen Stadt",
        "Das Modell zeigt Bauvorhaben und Überflutungen. Es steht unter freier Lizenz.",
        facets={"feld": ("planung",), "lizenz": ("EUPL-1.2",)},
    ),
    measure(
        "altstadt-cockpit",
        "Stadtcockpit",
        "Dashboard mit offenen Daten",
        "Das Dashboard zeigt Verkehr, Wetter und Luft in Echtzeit.",
        facets={"feld": ("daten",), "status": ("betrieb",)},
    ),
    measure(
        "altstadt-muell",
        "Smart Waste",
        "Füllstandssensoren in Müllcontainern",
        "Die Sensoren melden, wann ein Container voll ist.",
        facets={"feld": ("klima-umwelt",)},
    ),
    measure(
        "altstadt-verkehr",
        "Verkehrszählung mit Kameras",
        "Zählung an Kreuzungen",
        "Kameras zählen Autos und Räder. Gespeichert wird kein Bild.",
        facets={"feld": ("mobilitaet",), "status": ("betrieb",)},
    ),
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index folder of the small world."""
    folder = tmp_path_factory.mktemp("index")
    search.write_index(DOCUMENTS, LANGUAGE, folder)
    return folder


@pytest.fixture(scope="session")
def engine(folder: Path) -> Engine:
    """A search engine over the small world."""
    return search.open_index(folder)
