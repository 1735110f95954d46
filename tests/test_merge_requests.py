"""What GitLab, GitHub and VS Code are told of the project is valid, and names commands and options that exist."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from catalogue.cli import main
from catalogue.model.schema import MODELS
from catalogue.reading.problems import Problem, as_text

ROOT = Path(__file__).parent.parent
PIPELINES = [ROOT / ".gitlab-ci.yml", *sorted((ROOT / ".github/workflows").glob("*.yml"))]


@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.name)
def test_a_pipeline_is_valid_by_the_schema_of_its_forge(path: Path) -> None:
    forge = (
        ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
        if path.name == ".gitlab-ci.yml"
        else ["vendor.github-workflows"]
    )
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *forge, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.name)
def test_a_pipeline_names_commands_options_and_files_that_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    context = click.Context(main)
    for name, rest in re.findall(r"bin/catalogue (\w+)([^|>\n]*)", text):
        command = main.get_command(context, name)
        assert command, name
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, name
    for target in re.findall(r"make ([\w./-]+)", text):
        assert target in (ROOT / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    for script in re.findall(r"\.ci/[\w.]+", text):
        assert (ROOT / script).exists(), script


def test_vs_code_finds_a_problem_in_what_the_check_prints() -> None:
    (pattern,) = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"][0]["problemMatcher"][
        "pattern"
    ]
    for severity in ("error", "warning"):
        problem = Problem(
            "content/a b/ä.md", 5, 10, "unknown-term", "Den Begriff „x: y“ gibt es nicht. [sic]", severity
        )
        match = re.fullmatch(pattern["regexp"], as_text([problem]))
        assert match
        found = {what: match[pattern[what]] for what in ("file", "line", "column", "message", "code")}
        assert found == {
            "file": problem.path,
            "line": "5",
            "column": "10",
            "message": problem.message,
            "code": problem.code,
        }


def test_the_schemas_that_vs_code_is_told_are_those_that_the_command_writes() -> None:
    told = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for schema, files in told.items():
        assert Path(schema).name.removesuffix(".schema.json") in MODELS
        assert [*ROOT.glob(files)], files
