"""`catalogue search`: the same as the engine says, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

import search
from catalogue.edition import Edition, build
from tests.catalogue.commands.conftest import Run

QUERIES = (
    "Bus auf dem Dorf",
    "Hochwaser Warnung",
    "Baustellenkoordinatorin",
    "xyzzy",
    "   ",
    '"',
    "-",
    "a AND (",
)


@pytest.mark.parametrize("query", QUERIES)
def test_it_says_what_the_engine_says(run: Run, real_edition: Edition, query: str) -> None:
    result = run("search", "--json", "--limit", 20, "--edition", real_edition.folder, "--", query)
    assert result.exit_code == 0
    answer = search.open_index(real_edition.index).search(query, page_size=20, distant=False)
    assert json.loads(result.stdout) == json.loads(json.dumps(asdict(answer)))


def test_words_may_stand_apart_without_quotes(run: Run, real_output: Path) -> None:
    apart = run("search", "Bus", "auf", "dem", "Dorf", "--edition", real_output)
    assert apart.stdout == run("search", "Bus auf dem Dorf", "--edition", real_output).stdout


def test_people_read_a_number_and_a_list(run: Run, content: Path, output: Path) -> None:
    build(content, output)
    lines = run("search", "Kleinbus", "--edition", output).stdout.splitlines()
    assert lines[0] in ("Ein Treffer", "2 Treffer")
    assert lines[1] == "  1. Rufbus – Kleinbus auf Bestellung"
    assert lines[2].strip() == "musterstadt-rufbus"


def test_it_explains_which_words_were_found_where(run: Run, content: Path, output: Path) -> None:
    build(content, output)
    assert "„kleinbus“ → " in run("search", "Kleinbus", "--explain", "--edition", output).stdout.lower()


def test_the_number_of_hits_is_limited(run: Run, real_output: Path) -> None:
    result = run("search", "App", "--limit", 3, "--json", "--edition", real_output)
    answer = json.loads(result.stdout)
    assert len(answer["hits"]) == 3 < answer["total"]


def test_what_is_only_distantly_related_is_shown_on_request(run: Run, real_output: Path) -> None:
    narrow, wide = (
        run(
            "search", "Bus auf dem Dorf", "--limit", 1000, *more, "--edition", real_output
        ).stdout.splitlines()
        for more in ([], ["--distant"])
    )
    said = next(line for line in wide if line.startswith("Entfernter verwandt ("))
    left_out = said.split("(")[1].split(")")[0]
    assert narrow[-1] == f"Dazu {left_out} entfernter verwandte (mit --distant)"
    assert narrow[1:-1] == wide[1 : wide.index(said)]


def test_without_an_edition_it_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    result = run("search", "Bus", "--edition", tmp_path)
    assert result.exit_code == 1
    assert "catalogue build" in result.stderr
    assert result.stderr.startswith("Fehler: ")


@pytest.mark.parametrize("arguments", [[], ["Bus", "--limit", "0"], ["Bus", "--unbekannt"]])
def test_wrong_use_ends_with_2(run: Run, arguments: list[str]) -> None:
    assert run("search", *arguments).exit_code == 2
