"""`catalogue stats`: how complete the content is, for people and for programs."""

from __future__ import annotations

import json

from catalogue.edition import Edition
from tests.catalogue.commands.conftest import Run


def test_it_prints_a_line_for_each_feature(run: Run, real_edition: Edition) -> None:
    lines = run("stats", "--edition", real_edition.folder).output.splitlines()
    assert lines[0].split() == [
        "Maßnahmen",
        "Lösungen",
        "Modellprojekte",
        "Wissen",
        "Kommunen",
        "Nachnutzungen",
    ]
    assert any(line.startswith("Eigene Ansprechstelle") for line in lines)
    assert any(line.startswith("Ergebnisse") for line in lines)


def test_programs_get_the_same_numbers(run: Run, real_edition: Edition) -> None:
    told = json.loads(run("stats", "--json", "--edition", real_edition.folder).output)
    text = run("stats", "--edition", real_edition.folder).output
    assert str(told["completeness"]["licence"]["measure"]) in text
    assert told["entries"]["project"] == 73
