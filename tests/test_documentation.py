"""What is written about the project agrees with the project."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from cffconvert import Citation

from catalogue.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

PUBLICCODE_KEYS = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}
"""Keys without which a catalogue of public code refuses the file (standard 0.4)."""


def commands(group: click.Group, prefix: str = "") -> dict[str, click.Command]:
    """Every command by its full name, those of groups included."""
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        found[prefix + name] = command
        if isinstance(command, click.Group):
            found |= commands(command, f"{prefix}{name} ")
    return found


COMMANDS = commands(main)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    command = COMMANDS[name]
    assert (command.help or "").strip()
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert re.search(rf"`catalogue {name}\b", README)


def test_the_readme_names_no_command_or_option_that_is_not_there() -> None:
    for name in re.findall(r"`catalogue ([a-z]+)", README):
        assert name in COMMANDS, name
    options = {o for c in COMMANDS.values() for p in c.params for o in p.opts if o.startswith("--")} | {
        "--help"
    }
    assert set(re.findall(r"`(--[a-z-]+)`", README)) <= options


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)\s", README)) - {"and"} <= targets


def test_every_setting_stands_in_the_readme() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "catalogue").rglob("*.py"))
    assert set(re.findall(r"CATALOGUE_[A-Z_]+", source)) <= set(re.findall(r"`(CATALOGUE_[A-Z_]+)`", README))


def test_links_in_documents_lead_to_files() -> None:
    for document in (*ROOT.glob("*.md"), ROOT / "content" / "README.md"):
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


@pytest.fixture(scope="module")
def publiccode() -> Any:
    """The description of the software for catalogues of public code."""
    return yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))


def test_publiccode_has_the_keys_that_are_asked_for(publiccode: Any) -> None:
    assert publiccode.keys() >= PUBLICCODE_KEYS
    assert publiccode["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert publiccode["maintenance"]["contacts"][0]["name"]
    for language in publiccode["description"].values():
        assert 1 <= len(language["shortDescription"]) <= 150
        assert 150 <= len(language["longDescription"]) <= 10_000
        assert all(len(feature) <= 100 for feature in language["features"])


def test_publiccode_agrees_with_the_package(publiccode: Any) -> None:
    assert publiccode["softwareVersion"] == PROJECT["version"]
    assert publiccode["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"


def test_publiccode_names_the_languages_of_the_interface(publiccode: Any) -> None:
    translated = {path.name for path in (ROOT / "catalogue/web/translations").iterdir() if path.is_dir()}
    assert set(publiccode["localisation"]["availableLanguages"]) == {"de", *translated}


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## .*({re.escape(PROJECT['version'])}|Unreleased)", changelog, re.MULTILINE)


def test_every_file_that_a_change_goes_to_is_there() -> None:
    named = set(re.findall(r"`((?:catalogue|search|tests|content)/[\w./-]+)`", CONTRIBUTING))
    assert len(named) > 10
    assert not [path for path in named if not (ROOT / path).exists()]


def raising(path: Path) -> list[str]:
    """The functions of a module that others may call and that raise without saying what and when."""
    untold = []
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(function, ast.FunctionDef) or function.name.startswith("_"):
            continue
        raises = any(isinstance(inner, ast.Raise) and inner.exc for inner in ast.walk(function))
        if raises and "Raises" not in (ast.get_docstring(function) or ""):
            untold.append(f"{path.relative_to(ROOT)}:{function.lineno} {function.name}")
    return untold


def test_what_a_function_raises_stands_in_its_docstring() -> None:
    """Commands are left out: what they raise is what a person reads."""
    modules = [path for room in ("catalogue", "search") for path in (ROOT / room).rglob("*.py")]
    untold = [line for path in modules if path.parent.name != "commands" for line in raising(path)]
    assert len(modules) > 150
    assert untold == []


def test_the_citation_is_valid_and_tells_the_same_as_the_project() -> None:
    citation = Citation((ROOT / "CITATION.cff").read_text("utf-8"))
    citation.validate()
    told = yaml.safe_load(citation.cffstr)
    publiccode = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert told["version"] == PROJECT["version"] == publiccode["softwareVersion"]
    assert told["date-released"] == publiccode["releaseDate"]
    assert "Smart-City-Katalog" in citation.as_bibtex()
