"""`catalogue schema`: the JSON Schema of one kind on the terminal, or of all in a folder."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from catalogue.cli import main
from catalogue.model.schema import MODELS
from tests.catalogue.conftest import Folder


def test_one_kind_is_printed(folder: Folder) -> None:
    result = CliRunner().invoke(main, ["schema", "measure", "--content", str(folder.root)])
    assert result.exit_code == 0
    assert "betrieb" in json.loads(result.stdout)["properties"]["status"]["enum"]


def test_all_kinds_are_written_to_a_folder(folder: Folder, tmp_path: Path) -> None:
    output = tmp_path / "schemas"
    result = CliRunner().invoke(main, ["schema", "--content", str(folder.root), "--output", str(output)])
    assert result.exit_code == 0
    assert {file.name for file in output.iterdir()} == {f"{kind}.schema.json" for kind in MODELS}
    for file in output.iterdir():
        assert json.loads(file.read_text("utf-8"))["type"] == "object"


def test_it_works_without_content(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema", "project", "--content", str(tmp_path / "none")])
    assert result.exit_code == 0


def test_an_unknown_kind_is_wrong_use_and_names_the_kinds() -> None:
    result = CliRunner().invoke(main, ["schema", "massnahme"])
    assert result.exit_code == 2
    assert "measure" in result.stderr


def test_no_kind_and_no_folder_is_wrong_use() -> None:
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 2
    assert "--output" in result.stderr
