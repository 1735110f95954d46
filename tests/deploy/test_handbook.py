"""What the operator's handbook says can be done as it says, and what it names is there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from catalogue.cli import main
from tests.deploy.conftest import DEPLOY, ROOT

DOCUMENTS = (*DEPLOY.glob("*.md"), ROOT / "SECURITY.md")

CALL = re.compile(
    r"^\s*(?:runuser -u \S+ -- )?(?:\S*/)?catalogue ([a-z].*)$|`(?:runuser -u \S+ -- )?catalogue ([a-z][^`]*)`",
    re.MULTILINE,
)
"""A command in a block or in a sentence."""

HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def calls(document: Path) -> list[list[str]]:
    """The commands of the catalogue that a document names, as words."""
    found = CALL.findall(document.read_text("utf-8"))
    return [shlex.split((block or sentence).split("&&")[0]) for block, sentence in found]


def anchor(heading: str) -> str:
    """The address of a heading within its page."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_takes_the_options_that_are_named(document: Path) -> None:
    for name, *words in calls(document):
        command = main.get_command(click.Context(main), name)
        assert command, name
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, name


def test_the_handbook_names_the_commands_of_publishing() -> None:
    named = {name for name, *_ in calls(DEPLOY / "README.md")}
    assert named >= {"build", "publish", "list", "rollback", "verify", "prune"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_and_headings(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)]+)\)", document.read_text("utf-8")):
        path, _, part = target.partition("#")
        leads_to = document.parent / path if path else document
        assert leads_to.exists(), target
        if part:
            assert part in map(anchor, HEADING.findall(leads_to.read_text("utf-8"))), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_are_named_are_there(document: Path) -> None:
    for named in re.findall(r"\b((?:deploy|tests)/[\w./*-]+)", document.read_text("utf-8")):
        assert list(ROOT.glob(named.rstrip("."))), named


def test_compose_is_one_and_mounts_what_is_there() -> None:
    file = DEPLOY / "container/compose.yaml"
    valid = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(file)],
        capture_output=True,
        text=True,
    )
    assert valid.returncode == 0, valid.stdout
    services = yaml.safe_load(file.read_text("utf-8"))["services"]
    assert all(service["read_only"] for service in services.values())
    mounted = {volume.split(":")[0] for service in services.values() for volume in service["volumes"]}
    put_there = {"./tls", "../../build/ausgaben"}
    assert mounted > put_there
    assert all((file.parent / path).is_file() for path in mounted - put_there)
