"""A file that is not read is an error that says what the file should be called or where it should lie."""

from __future__ import annotations

import pytest

from catalogue.reading.problems import Problem
from tests.catalogue.conftest import Folder

RENAMED = {
    "municipalities/neuort.yml": "neuort.yaml",
    "municipalities/neuort.YAML": "neuort.yaml",
    "municipalities/neuort.yaml.txt": "neuort.yaml",
    "municipalities/neuort.md": "neuort.yaml",
    "municipalities/neuort.json": "neuort.yaml",
    "projects/neuort.yml": "neuort.yaml",
    "measures/musterstadt/musterstadt-rad.MD": "musterstadt-rad.md",
    "measures/musterstadt/musterstadt-rad.Md": "musterstadt-rad.md",
    "measures/musterstadt/musterstadt-rad.md.txt": "musterstadt-rad.md",
    "measures/musterstadt/musterstadt-rad.markdown": "musterstadt-rad.md",
    "measures/musterstadt/musterstadt-rad.yaml": "musterstadt-rad.md",
    "solutions/rad.yml": "rad.md",
    "solutions/rad.MD": "rad.md",
    "knowledge/studien/rad.mkd": "rad.md",
    "programme/criteria/rad.yml": "rad.yaml",
    "vocabulary/raeder.yml": "raeder.yaml",
}

MOVED = {
    "measures/musterstadt-rad.md": "Verschieben Sie sie nach measures/musterstadt/musterstadt-rad.md",
    "measures/musterstadt/mobil/musterstadt-rad.md": "nach measures/musterstadt/musterstadt-rad.md",
    "measures/rad.md": "measures/<projekt>/<kennung>.md",
    "knowledge/rad.md": "knowledge/<art>/<kennung>.md",
    "solutions/mobil/rad.md": "solutions/<kennung>.md",
    "projects/sachsen/neuort.yaml": "projects/<kennung>.yaml",
    "programme/criteria/pilot/rad.yaml": "programme/criteria/<kennung>.yaml",
    "vocabulary/alt/fields.yaml": "vocabulary/<kennung>.yaml",
    "measure/musterstadt/musterstadt-rad.md": "Meinten Sie den Ordner „measures“?",
    "Projects/neuort.yaml": "Meinten Sie den Ordner „projects“?",
    "solution/rad.md": "Meinten Sie den Ordner „solutions“?",
}

DELETED = {
    "projects/musterstadt.yaml.bak": "Sicherungskopie",
    "projects/musterstadt.yaml~": "Sicherungskopie",
    "measures/musterstadt/musterstadt-rufbus.md.orig": "Sicherungskopie",
    "notiz.txt": "Was kein Eintrag ist",
    "entwurf.md": "Was kein Eintrag ist",
    "measures/musterstadt/foto.jpg": "Was kein Eintrag ist",
    "tabelle.xlsx": "Was kein Eintrag ist",
}


def only_problem(folder: Folder, path: str) -> Problem:
    folder.write(path, "x")
    (problem,) = folder.problems()
    assert problem.path == str(folder.root / path)
    assert (problem.line, problem.column, problem.code, problem.severity) == (1, 1, "stray-file", "error")
    return problem


@pytest.mark.parametrize(("path", "name"), RENAMED.items())
def test_a_wrong_ending_is_told_with_the_right_name(folder: Folder, path: str, name: str) -> None:
    assert f"Benennen Sie sie in „{name}“ um." in only_problem(folder, path).message


@pytest.mark.parametrize(("path", "told"), MOVED.items())
def test_a_wrong_folder_is_told_with_the_right_place(folder: Folder, path: str, told: str) -> None:
    assert told in only_problem(folder, path).message


@pytest.mark.parametrize(("path", "told"), DELETED.items())
def test_what_is_no_entry_is_told_to_go(folder: Folder, path: str, told: str) -> None:
    assert told in only_problem(folder, path).message


def test_a_measure_goes_to_the_project_whose_name_it_bears_longest(folder: Folder) -> None:
    folder.write("projects/musterstadt-nord.yaml", "")
    folder.write("measures/musterstadt-nord-rad.md", "x")
    told = [problem.message for problem in folder.problems() if problem.code == "stray-file"]
    assert "measures/musterstadt-nord/musterstadt-nord-rad.md" in told[0]
