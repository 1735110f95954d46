"""Places that are known though no entry tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from search import Document, Engine, KnownPlace, Language, open_index, write_index

PLACES = (
    KnownPlace("Stollberg/Erzgeb.", "Erzgebirgskreis", "Sachsen", (50.7100, 12.7803)),
    KnownPlace("Zwönitz", "Erzgebirgskreis", "Sachsen", (50.6303, 12.8134), is_served=True),
    KnownPlace("Ulm", "", "Baden-Württemberg", (48.3984, 9.9916), is_served=True),
    KnownPlace("Aue", "Erzgebirgskreis", "Sachsen", (50.5886, 12.7006), is_served=True),  # without a document
    KnownPlace("Lichtenau", "Rastatt", "Baden-Württemberg", (48.7258, 8.0053)),
    KnownPlace("Lichtenau", "Ansbach", "Bayern"),
    KnownPlace("Bad Lichtenau", "Kassel", "Hessen", (51.2, 9.7)),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("index")
    documents = [
        Document("pegel", "measure", "Hochwasserwarnung", places=("Zwönitz", "Sachsen")),
        Document("bus", "measure", "Bus", places=("Ulm",)),
    ]
    write_index(documents, Language(places=("Zwönitz", "Ulm", "Aue"), register=PLACES), folder)
    return open_index(folder)


def places(engine: Engine, query: str) -> list[tuple[str, str]]:
    return [(place.name, place.district) for place in engine.search(query).places_without_entry]


@pytest.mark.parametrize(
    "query", ["Hochwasserwarnung Stollberg", "hochwasserwarnung in stollberg", "STOLLBERG"]
)
def test_a_known_place_without_an_entry_is_told(engine: Engine, query: str) -> None:
    assert places(engine, query) == [("Stollberg/Erzgeb.", "Erzgebirgskreis")]


def test_the_nearest_places_with_entries_are_told_with_their_distance(engine: Engine) -> None:
    (place,) = engine.search("Stollberg").places_without_entry
    assert place.nearest == (("Zwönitz", 9), ("Ulm", 326))


def test_places_of_one_name_are_told_apart_and_some_are_nowhere(engine: Engine) -> None:
    told = engine.search("Lichtenau").places_without_entry
    assert [(place.state, bool(place.nearest)) for place in told] == [
        ("Baden-Württemberg", True),
        ("Bayern", False),
    ]


def test_of_longer_names_all_words_must_stand_there_and_the_longest_counts(engine: Engine) -> None:
    assert places(engine, "Bus Bad Lichtenau") == [("Bad Lichtenau", "Kassel")]


@pytest.mark.parametrize("query", ["Bus Ulm", "Bus", "Schafstall", ""])
def test_all_else_names_none(engine: Engine, query: str) -> None:
    assert places(engine, query) == []


def test_the_register_is_kept_with_the_index(engine: Engine, tmp_path: Path) -> None:
    language = Language(register=PLACES)
    assert Language.from_json(language.to_json()) == language
    assert language.fingerprint() == Language().fingerprint()


def found(engine: Engine, query: str) -> set[str]:
    return {hit.id for hit in engine.search(query).hits}


@pytest.mark.parametrize(
    "district", ["ort:Erzgebirgskreis", "ort:erzgebirgskreis", 'ort:"Landkreis Erzgebirgskreis"']
)
def test_a_district_has_what_runs_in_its_municipalities(engine: Engine, district: str) -> None:
    assert found(engine, district) == {"pegel"}
    assert found(engine, f"-{district}") == {"bus"}


def test_the_name_of_a_city_is_not_that_of_the_district_around_it(tmp_path: Path) -> None:
    register = (
        KnownPlace("Ulm", "", "Baden-Württemberg", is_served=True),
        KnownPlace("Dornstadt", "Ulm", "Baden-Württemberg", is_served=True),
    )
    documents = [Document(name, "measure", name, places=(name,)) for name in ("Ulm", "Dornstadt")]
    write_index(documents, Language(places=("Ulm", "Dornstadt"), register=register), tmp_path)
    engine = open_index(tmp_path)
    assert found(engine, "ort:Ulm") == {"Ulm"}
    assert found(engine, 'ort:"Landkreis Ulm"') == {"Dornstadt"}
