"""`catalogue export`: the measures of an edition, or the whole database, as files."""

from __future__ import annotations

import csv
import io
import json
import sqlite3

import frictionless
import pytest
from click.testing import CliRunner

from catalogue.cli import main
from catalogue.exports import whole_edition
from catalogue.exports.whole_edition import FORMS, Form, Opening, files_of
from catalogue.model.entries import Label


@pytest.fixture(scope="module")
def package(real_edition):
    return files_of(real_edition, "datapackage", [])


def run(*arguments):
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def table(package, name):
    return list(csv.DictReader(io.StringIO(package[f"{name}.csv"].decode())))


def test_all_measures_are_exported_without_ids(real_edition):
    measures = json.loads(files_of(real_edition, "json", [])[""])["measures"]
    assert len(measures) == real_edition.manifest["counts"]["measure"]


def test_json_of_chosen_measures_holds_nothing_else(real_edition):
    chosen = json.loads(files_of(real_edition, "json", ["zwoenitz-erzmobil"])[""])
    assert set(chosen) == {"edition", "licence", "labels", "measures", "measures_in_context"}


def test_a_package_describes_every_table_with_keys_and_links(package):
    described = json.loads(package["datapackage.json"])
    resources = {resource["name"]: resource for resource in described["resources"]}
    assert set(package) == {"datapackage.json", *(resource["path"] for resource in resources.values())}
    measures = resources["measures"]["schema"]
    assert measures["primaryKey"] == ["id"]
    assert {"fields": ["project"], "reference": {"resource": "projects", "fields": ["id"]}} in measures[
        "foreignKeys"
    ]
    assert all(
        field["description"] for resource in resources.values() for field in resource["schema"]["fields"]
    )


def test_a_package_is_valid_for_those_who_read_such_packages(package, tmp_path):
    for name, data in package.items():
        (tmp_path / name).write_bytes(data)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert report.stats["tasks"] == len(package) - 1


def test_a_package_holds_every_table_of_the_edition(package, real_edition):
    db = sqlite3.connect(real_edition.database)
    kept = db.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    ).fetchall()
    own = {name for (name,) in kept if not name.startswith("sqlite_")}
    assert own == {resource["name"] for resource in json.loads(package["datapackage.json"])["resources"]}


def test_the_columns_of_each_file_are_those_described(package):
    for resource in json.loads(package["datapackage.json"])["resources"]:
        head = next(csv.reader(io.StringIO(package[resource["path"]].decode())))
        assert head == [field["name"] for field in resource["schema"]["fields"]]


def test_every_link_of_a_package_leads_to_a_row(package):
    for resource in json.loads(package["datapackage.json"])["resources"]:
        for link in resource["schema"].get("foreignKeys", []):
            known = {row["id"] for row in table(package, link["reference"]["resource"])}
            named = {row[link["fields"][0]] for row in table(package, resource["name"])} - {""}
            assert named <= known


def test_values_are_of_the_described_type(package):
    checks = {"integer": int, "number": float, "boolean": {"1": True, "0": False}.__getitem__}
    for resource in json.loads(package["datapackage.json"])["resources"]:
        typed = {f["name"]: checks[f["type"]] for f in resource["schema"]["fields"] if f["type"] in checks}
        for row in table(package, resource["name"]):
            for name, check in typed.items():
                if row[name]:
                    check(row[name])


def test_the_command_writes_a_file_of_the_named_measures(real_output, tmp_path):
    target = tmp_path / "neu" / "auswahl.json"
    result = run(
        "json", "--edition", real_output, "--output", target, "--id", "bad-belzig-app", "--id", "zwoenitz-app"
    )
    assert result.exit_code == 0, result.output
    assert [m["id"] for m in json.loads(target.read_text("utf-8"))["measures"]] == [
        "bad-belzig-app",
        "zwoenitz-app",
    ]


def test_the_command_writes_a_package_into_a_folder(real_output, tmp_path):
    result = run("datapackage", "--edition", real_output, "--output", tmp_path / "paket")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "paket" / "datapackage.json").exists()
    assert (tmp_path / "paket" / "measures.csv").exists()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_explained_and_written(form, real_output, tmp_path):
    assert FORMS[form].about.de in " ".join(run("--help").output.split())
    result = run(form, "--edition", real_output, "--output", tmp_path / "alles")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "alles").exists()


def test_a_form_that_is_registered_is_a_form_of_the_command(real_output, tmp_path, monkeypatch):
    def names(db, edition, ids):
        return {"": "\n".join(name for (name,) in db.execute("SELECT name FROM projects")).encode()}

    about = Label(de="Namen der Modellprojekte", en="names of the model projects")
    opening = Opening(about, "readLines", "open")
    monkeypatch.setitem(
        whole_edition.FORMS, "names", Form(about, about, "txt", "text/plain", "TXT", opening, names)
    )
    assert "names" in run("--help").output
    assert run("names", "--edition", real_output, "--output", tmp_path / "names.txt").exit_code == 0
    assert "Zwönitz" in (tmp_path / "names.txt").read_text("utf-8")


def test_wrong_use_is_told_in_german(real_output, tmp_path):
    form = run("xls", "--edition", real_output, "--output", tmp_path / "x")
    assert form.exit_code == 2
    assert "Möglich sind: xlsx, csv, sqlite" in form.output
    unknown = run("csv", "--edition", real_output, "--output", tmp_path / "x.csv", "--id", "gibt-es-nicht")
    assert unknown.exit_code == 2
    assert "„gibt-es-nicht“ gibt es in der Ausgabe nicht" in unknown.output
    chosen = run("datapackage", "--edition", real_output, "--output", tmp_path / "x", "--id", "zwoenitz-app")
    assert chosen.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(real_output, tmp_path):
    (tmp_path / "datei").write_text("")
    result = run("csv", "--edition", real_output, "--output", tmp_path / "datei" / "x.csv")
    assert result.exit_code == 1
    assert "lässt sich nicht schreiben" in result.output
