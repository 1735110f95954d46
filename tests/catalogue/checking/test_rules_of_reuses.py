"""A reuse is stated once, in one place, by who is not of the project itself; every flaw is told with its remedy."""

from __future__ import annotations

import re
from pathlib import Path

from catalogue.model.entries import Reuse
from catalogue.reading.entry_file import read_entry_file
from tests.catalogue.conftest import Folder
from tests.conftest import CONTENT
from tests.small_content import FILES, MEASURE, MUNICIPALITY, PROJECT, REUSE, SOLUTION

OTHER_PROJECT = "projects/nachbarort.yaml"
OTHER_BUS = "measures/nachbarort/nachbarort-bus.md"


def found(folder: Folder) -> list[tuple[str, str]]:
    """The code of every problem with the name of its file."""
    return [(problem.code, problem.path.rsplit("/", 1)[1]) for problem in folder.problems()]


def add_neighbour(folder: Folder) -> None:
    """A second project, of Nachbarort, with a measure of its own."""
    project = (
        FILES[PROJECT]
        .replace("id: musterstadt", "id: nachbarort")
        .replace("City Muster", "City Nachbar")
        .replace("example.org/musterstadt", "example.org/nachbarstadt")
    )
    folder.write(OTHER_PROJECT, project.replace("[musterstadt]", "[nachbarort]"))
    bus = (
        re.sub(r"  - (?=[A-Z]|letzter)", "  - Nachbarort und ", FILES[MEASURE])
        .replace("musterstadt-rufbus", "nachbarort-bus")
        .replace("title: Rufbus", "title: Bus")
    )
    prose = "Auch hier kommt ein Bus auf Bestellung, nur am Wochenende und ohne Aufpreis."
    folder.write(OTHER_BUS, f"{bus.split('## Ausgangslage')[0]}{prose}\n")


def record(folder: Folder, origin: str, who: str) -> str:
    """Write a second record like the first, of another origin or by someone else; its path."""
    path = f"reuses/{origin}/{origin}-{who}.yaml"
    text = (
        FILES[REUSE]
        .replace("rufbus-baukasten", origin)
        .replace("municipality: nachbarort", f"municipality: {who}")
    )
    folder.write(path, text.replace(f"{origin}-nachbarort", f"{origin}-{who}"))
    return path


def test_a_record_lies_in_the_folder_of_its_origin_and_is_named_after_it(folder):
    folder.replace(REUSE, "origin: rufbus-baukasten", "origin: musterstadt-rufbus")
    assert {code for code, _ in found(folder)} == {"folder-differs", "id-without-origin"}


def test_a_place_that_a_measure_and_its_solution_name_stands_twice(folder):
    record(folder, "musterstadt-rufbus", "nachbarort")
    assert found(folder) == [
        ("reuse-twice", "musterstadt-rufbus-nachbarort.yaml"),
        ("reuse-twice", "rufbus-baukasten-nachbarort.yaml"),
    ]
    assert "rufbus-baukasten-nachbarort.yaml" in folder.problems()[0].message


def test_a_place_that_one_origin_names_in_two_files_stands_twice(folder):
    folder.write(REUSE.replace(".yaml", "-2.yaml"), FILES[REUSE].replace("-nachbarort", "-nachbarort-2"))
    assert {code for code, _ in found(folder)} == {"reuse-twice"}


def test_one_place_may_reuse_two_things(folder):
    record(folder, "musterstadt-pegel", "nachbarort")
    assert folder.problems() == []


def test_a_place_of_the_own_project_does_not_reuse(folder):
    record(folder, "musterstadt-pegel", "musterstadt")
    ((code, file),) = found(folder)
    assert (code, file) == ("reuse-own-project", "musterstadt-pegel-musterstadt.yaml")
    assert "Löschen Sie die Datei" in folder.problems()[0].message


def test_a_place_in_the_own_district_joins_a_roll_out(folder):
    folder.replace(MUNICIPALITY, '"14001000"', '"14001"')
    folder.replace(
        "municipalities/nachbarort.yaml", "federal_state: bayern", 'federal_state: sachsen\nags: "14001007"'
    )
    ((code, _),) = found(folder)
    assert code == "reuse-own-district"
    assert "reuse_kind: ausweitung" in folder.problems()[0].message
    folder.replace(REUSE, "reuse_kind: uebernommen", "reuse_kind: ausweitung")
    assert "reuse-own-district" not in {code for code, _ in found(folder)}


def test_who_is_merely_named_in_a_list_has_no_status(folder):
    folder.replace(SOLUTION, "curated: true", "curated: false")
    folder.replace(REUSE, "reuse_kind: uebernommen", "reuse_kind: genannt")
    assert found(folder) == [("named-with-status", "rufbus-baukasten-nachbarort.yaml")]
    folder.replace(REUSE, "status: im-einsatz", "status: unbekannt")
    assert found(folder) == []


def test_a_date_lies_not_after_the_day_of_verification(folder):
    folder.replace(REUSE, "date: 2024-03", "date: 2027")
    assert "reuse-in-future" in {code for code, _ in found(folder)}


def test_a_known_municipality_is_named_by_its_id(folder):
    folder.replace(REUSE, "municipality: nachbarort", "name: Nachbarort")
    ((code, _),) = found(folder)
    assert code == "reuse-name-known"
    assert "municipality: nachbarort" in folder.problems()[0].message


def test_the_measure_of_who_reuses_belongs_to_that_place(folder):
    add_neighbour(folder)
    folder.replace(REUSE, "reuse_kind", "measure: nachbarort-bus\nreuse_kind")
    assert found(folder) == []
    folder.replace(REUSE, "measure: nachbarort-bus", "measure: musterstadt-pegel")
    assert found(folder) == [("reuse-own-measure", "rufbus-baukasten-nachbarort.yaml")]


def test_a_measure_of_another_place_is_not_that_of_who_reuses(folder):
    add_neighbour(folder)
    third = (
        FILES["municipalities/nachbarort.yaml"]
        .replace("nachbarort", "drittort")
        .replace("Nachbarort", "Drittort")
    )
    folder.write("municipalities/drittort.yaml", third.replace("bayern", 'bayern\nags: "09001000"'))
    path = record(folder, "musterstadt-pegel", "drittort")
    folder.replace(path, "reuse_kind", "measure: nachbarort-bus\nreuse_kind")
    assert found(folder) == [("reuse-measure-elsewhere", "musterstadt-pegel-drittort.yaml")]


def test_a_measure_does_not_say_itself_what_of_another_project_it_uses(folder):
    add_neighbour(folder)
    folder.replace(OTHER_BUS, "related: [musterstadt-pegel]", "uses: [musterstadt-pegel]")
    ((code, file),) = found(folder)
    assert (code, file) == ("uses-elsewhere", "nachbarort-bus.md")
    assert "reuses/musterstadt-pegel/" in folder.problems()[0].message


def test_a_solution_names_only_measures_of_the_projects_that_it_comes_from(folder):
    add_neighbour(folder)
    folder.replace(SOLUTION, "[musterstadt-rufbus]", "[musterstadt-rufbus, nachbarort-bus]")
    ((code, file),) = found(folder)
    assert (code, file) == ("measure-elsewhere", "rufbus-baukasten.md")
    assert "„measure: nachbarort-bus“" in folder.problems()[0].message


def test_the_template_of_the_guide_is_a_valid_record(folder):
    guide = (CONTENT / "README.md").read_text("utf-8")
    (template,) = re.findall(r"```yaml\n([^`]*?id: erzmobil-musterstadt.*?)```", guide, flags=re.S)
    file = read_entry_file(Path("reuses/erzmobil/erzmobil-musterstadt.yaml"), Reuse, template.encode())
    assert file.flaws == ()
    assert file.entry is not None
    assert set(Reuse.model_fields) - {"name", "former_ids"} == file.entry.model_fields_set
