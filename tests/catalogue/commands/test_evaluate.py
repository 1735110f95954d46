"""`catalogue evaluate`: figures over judged queries, of measures alone or of entries of all kinds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalogue.edition import Edition
from tests.catalogue.commands.conftest import Run

JUDGED = """
- {query: LoRaWAN Menden, kind: keyword, relevant: {suedwestfalen-menden-lorawan: 3}}
- {query: Was ist LoRaWAN, kind: kinds, relevant: {lorawan: 3}}
"""


@pytest.fixture
def judgments(tmp_path: Path) -> Path:
    file = tmp_path / "judged.yaml"
    file.write_text(JUDGED, encoding="utf-8")
    return file


@pytest.mark.parametrize(("options", "kind"), [([], "keyword"), (["--kinds"], "kinds")])
def test_queries_are_judged_over_the_kinds_that_were_read(
    run: Run, real_edition: Edition, judgments: Path, options: list[str], kind: str
) -> None:
    result = run("evaluate", judgments, "--json", *options, "--edition", real_edition.folder)
    told = json.loads(result.stdout)
    assert list(told["by_kind"]) == [kind]
    assert told["total"]["queries"] == 1
    assert told["total"]["mrr_at_10"] == 1


def test_people_read_a_table(run: Run, real_edition: Edition, judgments: Path) -> None:
    lines = run("evaluate", judgments, "--kinds", "--edition", real_edition.folder).stdout.splitlines()
    assert lines[1].split()[:2] == ["kinds", "1"]
