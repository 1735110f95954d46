"""What is known of a place stands in the entry of the place alone; a project with several names their states."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Folder
from tests.small_content import MUNICIPALITY, PROJECT

SECOND = MUNICIPALITY.replace("musterstadt", "nachbarstadt")


def found(folder: Folder) -> list[tuple[str, str]]:
    return [(problem.path.rsplit("/", 1)[1], problem.code) for problem in folder.problems()]


@pytest.mark.parametrize("line", ["population: 12000", "population_year: 2024", "federal_states: [sachsen]"])
def test_a_project_of_one_municipality_does_not_repeat_its_facts(folder: Folder, line: str) -> None:
    folder.replace(PROJECT, "cohort:", f"{line}\ncohort:")
    assert found(folder) == [("musterstadt.yaml", "stated-at-municipality")]
    [problem] = folder.problems()
    assert "municipalities/musterstadt.yaml" in problem.message


def test_the_only_municipality_must_tell_its_state(folder: Folder) -> None:
    folder.replace(MUNICIPALITY, "federal_state: sachsen\n", "")
    assert found(folder) == [("musterstadt.yaml", "state-missing")]


def second(folder: Folder, states: str) -> None:
    text = (folder.root / MUNICIPALITY).read_text("utf-8")
    folder.write(
        SECOND,
        text.replace("musterstadt", "nachbarstadt")
        .replace("Muster", "Nachbar")
        .replace("sachsen", "bayern")
        .replace('"14', '"09'),
    )
    folder.replace(
        PROJECT, "municipalities: [musterstadt]", f"municipalities: [musterstadt, nachbarstadt]\n{states}"
    )


@pytest.mark.parametrize(
    "states", ["federal_states: [sachsen]", "", "federal_states: [sachsen, hessen, bayern]"]
)
def test_a_project_of_several_names_just_their_states(folder: Folder, states: str) -> None:
    second(folder, states)
    assert [problem.code for problem in folder.problems() if problem.code != "unknown-term"] == [
        "states-differ"
    ]


def test_the_facts_are_taken_over(folder: Folder) -> None:
    content = folder.read()
    project, place = content.projects["musterstadt"], content.municipalities["musterstadt"]
    assert project.population == place.population is not None
    assert project.population_year == place.population_year
    assert project.federal_states == [place.federal_state]
    assert project in [entry for entry, _ in content.published()]


REGISTER = """\
key,name,addition,state,population,latitude,longitude
14001000,{name},Stadt,SN,12000,51.0,13.0
"""


def test_the_register_says_how_many_live_in_a_place(folder: Folder) -> None:
    folder.write("register/municipalities.csv", REGISTER.format(name="Musterstadt").replace("12000", "12345"))
    folder.write("register/districts.csv", "key,name,population\n14001,Aue,90000\n")
    content = folder.read()
    place, project = content.municipalities["musterstadt"], content.projects["musterstadt"]
    assert (place.population, place.population_year) == (12345, 2022)
    assert (project.population, project.population_year) == (12345, 2022)
    published = [entry for entry, _ in content.published()]
    assert place in published
    assert project in published


@pytest.mark.parametrize(
    ("registered", "code"),
    [
        ("Musterstadt", None),
        ("Musterstadt (Landkreis Hof)", None),
        ("Mustersta", None),
        ("Musterstadt an der Aue", "name-of-other-key"),
        ("Neudorf", "name-of-other-key"),
    ],
)
def test_a_place_is_called_as_the_register_calls_its_key(
    folder: Folder, registered: str, code: str | None
) -> None:
    folder.write("register/municipalities.csv", REGISTER.format(name=registered))
    folder.write("register/districts.csv", "key,name,population\n14001,Aue,90000\n")
    told = [c for file, c in found(folder) if file == "musterstadt.yaml" and c.startswith(("name", "ags"))]
    assert told == ([code] if code else [])


def test_a_key_that_the_register_lacks_is_told(folder: Folder) -> None:
    folder.write("register/municipalities.csv", REGISTER.format(name="Musterstadt"))
    folder.write("register/districts.csv", "key,name,population\n14001,Aue,90000\n")
    folder.replace(MUNICIPALITY, "14001000", "14001009")
    assert ("musterstadt.yaml", "ags-unknown") in found(folder)


@pytest.mark.parametrize(
    ("line", "right", "code"),
    [
        ("municipality_kind: kleinstadt", "municipality_kind: landgemeinde", "differs-from-register"),
        ("population_year: 2024", "population_year: 2024", None),
        (
            "population: 12000\npopulation_year: 2024",
            "population: 12345\npopulation_year: 2022",
            "differs-from-register",
        ),
    ],
)
def test_a_place_says_what_the_register_says_of_it(
    folder: Folder, line: str, right: str, code: str | None
) -> None:
    folder.write("register/municipalities.csv", REGISTER.format(name="Musterstadt"))
    folder.write("register/districts.csv", "key,name,population\n14001,Aue,90000\n")
    folder.replace(MUNICIPALITY, line, right)
    told = [c for file, c in found(folder) if file == "musterstadt.yaml" and c.startswith("differs")]
    assert told == ([code] if code else [])
