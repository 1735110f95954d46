"""A typing error is corrected; another thing's name is not, since taking it over would record a false fact."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.reading.validation_messages import misspelling_of
from tests.catalogue.conftest import Folder
from tests.small_content import REUSE

CONTENT = Path(__file__).parents[3] / "content"
PLACES = sorted(path.stem for path in CONTENT.glob("municipalities/*.yaml"))
MEASURES = sorted(path.stem for path in CONTENT.glob("measures/*/*.md"))

OTHER_PLACES = [
    "landkreis-harz",
    "landkreis-celle",
    "landkreis-gotha",
    "landkreis-goslar",
    "landkreis-peine",
    "landkreis-cham",
    "landkreis-kronach",
    "landkreis-coburg",
    "landkreis-fulda",
    "landkreis-kassel",
    "kreis-borken",
    "kreis-kleve",
    "kreis-unna",
    "bad-homburg",
    "bad-kreuznach",
    "bad-kissingen",
    "bad-segeberg",
    "bad-driburg",
    "bad-urach",
    "hanau",
    "mainz",
    "trier",
    "neuss",
    "neuwied",
    "marburg",
    "merseburg",
    "muelheim",
    "herne",
    "heilbronn",
    "hilden",
    "bonn",
    "augsburg",
    "aschaffenburg",
    "amberg",
    "erfurt",
    "erlangen",
    "emden",
    "eisenach",
    "esslingen",
    "freiberg",
    "friedberg",
    "fuerth",
    "fuessen",
    "goettingen",
    "greifswald",
    "gronau",
    "guestrow",
    "kamen",
    "koblenz",
    "krefeld",
    "landshut",
    "leverkusen",
    "limburg",
    "lingen",
    "lueneburg",
    "luenen",
    "meissen",
    "meppen",
    "nuernberg",
    "oldenburg",
    "offenburg",
    "passau",
    "plettenberg",
    "ratingen",
    "siegburg",
    "siegen",
    "singen",
    "stendal",
    "stuttgart",
    "velbert",
    "weiden",
    "weimar",
    "wesel",
    "witten",
    "zwickau",
]

SLIPS: dict[str, Callable[[str, int], str]] = {
    "two letters swapped": lambda word, n: word[:n] + word[n + 1] + word[n] + word[n + 2 :],
    "a letter left out": lambda word, n: word[:n] + word[n + 1 :],
    "a letter doubled": lambda word, n: word[:n] + word[n] + word[n:],
    "a wrong letter": lambda word, n: word[:n] + "x" + word[n + 1 :],
}


def slipped(word: str, slip: Callable[[str, int], str], chance: random.Random) -> str:
    inner = [n for n in range(1, len(word) - 1) if "-" not in word[n - 1 : n + 2]]
    return slip(word, chance.choice(inner))


@pytest.mark.parametrize("slip", SLIPS.values(), ids=[*SLIPS])
def test_most_typing_errors_in_a_place_are_corrected_and_none_wrongly(
    slip: Callable[[str, int], str],
) -> None:
    chance = random.Random(1)
    found = [(place, misspelling_of(slipped(place, slip, chance), PLACES)) for place in PLACES]
    assert [pair for pair in found if pair[1] not in (None, pair[0])] == []
    assert sum(right == told for right, told in found) / len(found) >= 0.85


def test_most_typing_errors_in_a_measure_are_corrected_and_none_wrongly() -> None:
    chance = random.Random(1)
    found = [
        (one, misspelling_of(slipped(one, SLIPS["a wrong letter"], chance), MEASURES)) for one in MEASURES
    ]
    assert [pair for pair in found if pair[1] not in (None, pair[0])] == []
    assert sum(right == told for right, told in found) / len(found) >= 0.85


@pytest.mark.parametrize("place", [place for place in OTHER_PLACES if place not in PLACES])
def test_another_place_is_not_taken_for_one_of_the_catalogue(place: str) -> None:
    assert misspelling_of(place, PLACES) is None


def test_places_of_the_catalogue_are_not_taken_for_each_other() -> None:
    confused = {one for one in PLACES if misspelling_of(one, [other for other in PLACES if other != one])}
    assert len(confused) / len(PLACES) < 0.02


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("bad-belzg", "bad-belzig"),
        ("Bad-Belzig", "bad-belzig"),
        ("badbelzig", "bad-belzig"),
        ("st-wendle", "st-wendel"),
        ("wuerzbrug", "wuerzburg"),
        ("zwönitz", None),
        ("", None),
        ("-", None),
    ],
)
def test_a_slip_counts_within_the_part_of_a_name(word: str, known: str | None) -> None:
    assert misspelling_of(word, PLACES) == known


def test_an_unknown_place_is_told_how_to_add_it(folder: Folder) -> None:
    folder.replace(REUSE, "municipality: nachbarort", "municipality: landkreis-harz")
    (problem,) = folder.problems()
    assert "Meinten" not in problem.message
    assert "Legen Sie den Eintrag in municipalities/ an" in problem.message


MUNICIPALITIES = """\
key,name,addition,state,population,latitude,longitude
06434001,Bad Homburg v. d. Höhe,Stadt,HE,54227,50.2268,8.6182
05770012,Hille,,NW,15318,52.3333,8.75
14001000,Musterstadt,Stadt,SN,12000,50.1,12.8
09001001,Neustadt (Muster),,BY,900,49.1,11.8
06534016,Neustadt (Hessen),Stadt,HE,9500,50.85,9.11
"""
DISTRICTS = "key,name,population\n15085,Harz,207617\n14001,Muster,90000\n"

REGISTERED = {
    "landkreis-harz": ["Kreis Harz (ST, ags 15085)"],
    "kreis-harz": ["Kreis Harz (ST, ags 15085)"],
    "bad-homburg": ["Bad Homburg v. d. Höhe (HE, ags 06434001)"],
    "bad-homburg-v-d-hoehe": ["Bad Homburg v. d. Höhe (HE, ags 06434001)"],
    "bad-hombrug": ["Bad Homburg v. d. Höhe (HE, ags 06434001)"],
    "neustadt": ["Neustadt (Hessen) (HE, ags 06534016), Neustadt (Muster) (BY, ags 09001001)"],
}


@pytest.mark.parametrize(("entry_id", "places"), REGISTERED.items(), ids=[*REGISTERED])
def test_a_place_without_an_entry_is_told_with_its_key(
    folder: Folder, entry_id: str, places: list[str]
) -> None:
    folder.write("register/municipalities.csv", MUNICIPALITIES + "15085001,Ort,,ST,1,51.8,10.9\n")
    folder.write("register/districts.csv", DISTRICTS)
    folder.replace(REUSE, "municipality: nachbarort", f"municipality: {entry_id}")
    (problem,) = folder.problems()
    assert "Meinten" not in problem.message
    assert all(place in problem.message for place in places), problem.message


def test_a_place_of_the_register_is_not_taken_for_a_misspelt_entry(folder: Folder) -> None:
    folder.write("register/municipalities.csv", MUNICIPALITIES)
    folder.write("register/districts.csv", DISTRICTS)
    folder.write(
        "municipalities/halle.yaml",
        (folder.root / "municipalities/nachbarort.yaml")
        .read_text("utf-8")
        .replace("achbarort", "alle")
        .replace("Nalle", "Halle")
        .replace("nalle", "halle"),
    )
    folder.replace(REUSE, "municipality: nachbarort", "municipality: hille")
    told = [problem.message for problem in folder.problems() if problem.code == "unknown-id"]
    assert "Hille (NW, ags 05770012)" in told[0]
    assert "Meinten" not in told[0]
