"""The command line speaks German: click's own words too, in every command and for every kind of wrong call."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from click import Choice, IntRange, Option

from catalogue.cli import COMMANDS, main
from catalogue.click_in_german import GERMAN, MODULES
from tests.catalogue.commands.conftest import Run

ENGLISH = re.compile(
    r"\b(?:usage|options?:|commands:|show|exit|error|missing|invalid|no such|does not|is not|try|default|required|integer|unexpected)\b",
    re.IGNORECASE,
)


def texts_of_click() -> set[str]:
    """What the modules of click mark for translation."""
    return {
        argument.value
        for module in MODULES
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        for argument in node.args[:2]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


FOR_PROGRAMMERS = re.compile(
    r"Boolean option|Arguments take exactly|Could not determine|No options defined|Name '|Unknown color|%\(prog\)s"
)
"""What only a wrong declaration can bring up, and what has no words."""


def test_every_text_of_click_that_a_user_can_meet_has_a_german_one():
    assert {text for text in texts_of_click() - set(GERMAN) if not FOR_PROGRAMMERS.match(text)} == set()


@pytest.mark.parametrize("text", sorted(GERMAN))
def test_a_german_text_asks_for_nothing_that_the_english_one_has_not(text):
    def names(one: str) -> set[str]:
        return set(re.findall(r"\{(\w+)", one))

    assert names(GERMAN[text]) <= names(text)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_and_wrong_calls_of_every_command_are_german(run: Run, command: str) -> None:
    found = main.get_command(None, command)
    calls = [["--help"], ["--gibt-es-nicht"], ["zu", "viele", "Angaben", "stehen", "hier", "--help=3"]]
    for option in (one for one in found.params if isinstance(one, Option)):
        name = option.opts[0]
        if option.is_flag:
            calls.append([f"{name}=3"])
            continue
        calls.append([name])
        if isinstance(option.type, Choice | IntRange):
            calls.append([name, "gibt-es-nicht"])
    for call in calls:
        told = run(command, *call).output
        own = re.sub(r"--[\w-]+|'[\w-]+'|catalogue \w+|^  catalogue .*", "", told, flags=re.MULTILINE)
        assert not ENGLISH.search(own), (call, told)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ([], "Befehle:"),
        (["nix"], "Fehler: Den Befehl „nix“ gibt es nicht."),
        (["check", "--fux"], "Fehler: Die Option „--fux“ gibt es nicht. Meinten Sie '--fix'?"),
        (["search"], "Fehler: Es fehlt das Argument 'QUERY...'."),
        (["retire", "x"], "Fehler: Es fehlt die Option '--reason'."),
        (["rename", "a", "b", "c"], "Fehler: Ein Argument ist zu viel: c"),
        (["rename", "a", "b", "c", "d"], "Fehler: Diese Argumente sind zu viel: c d"),
        (["links", "--limit", "0"], "Fehler: Falscher Wert für '--limit': 0 liegt nicht im Bereich x>=1."),
        (["links", "--days", "x"], "Fehler: Falscher Wert für '--days': „x“ ist keine passende Zahl."),
        (["import", "x.csv"], "Fehler: Falscher Wert für 'FILE': Datei „x.csv“ gibt es nicht."),
        (["check", "--format", "x"], "„x“ gibt es hier nicht. Möglich sind 'text', "),
        (["check", "--content", "gibt-es-nicht"], "Fehler: Den Ordner „gibt-es-nicht“ gibt es nicht."),
    ],
)
def test_what_went_wrong_is_said_in_german(run: Run, call: list[str], told: str) -> None:
    assert told in run(*call).output
