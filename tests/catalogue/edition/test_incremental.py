"""An edition that reuses what did not change is, byte for byte, one built from scratch."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import search
from catalogue.edition import Edition, build
from tests.conftest import CONTENT
from tests.small_content import FILES, MEASURE, OTHER_MEASURE, PROJECT, STATUSES, THESAURUS

QUERIES = ("", "Rufbus", "Bus auf Bestellung", "Kleinbus", "Hochwaser", "Senioren", "Nachtrag", "Musterstadt")

REAL_QUERIES = (
    "Bus auf dem Dorf",
    "Hochwasser Warnung",
    "Parkplatz finden",
    "Fachkräfte",
    "Baustellenkoordinatorin",
    "Zwilling",
    "Wärmeplannung",
    "offene Daten Sachsen",
    "Nachtragswort",
    "Zwönitz",
)

FROM_SCRATCH = "import sys; from pathlib import Path; from catalogue.edition import build; build(Path(sys.argv[1]), Path(sys.argv[2]))"


def from_scratch(content: Path, output: Path) -> Edition:
    """The edition that a process makes that knows nothing of earlier builds."""
    subprocess.run([sys.executable, "-c", FROM_SCRATCH, str(content), str(output)], check=True)
    return build(content, output).edition


def answers(edition: Edition, queries: tuple[str, ...]) -> list[Any]:
    """What the search says, all of it but the time."""
    engine = search.open_index(edition.index)
    return [
        [engine.search(query, page_size=50, explain=True) for query in queries],
        [engine.suggest(query) for query in queries],
    ]


def differing_files(one: Path, other: Path) -> list[str]:
    """The files of two folders that are in one alone, or not the same byte for byte."""
    found = [
        {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (one, other)
    ]
    return sorted({name for name, _ in found[0].items() ^ found[1].items()})


def assert_same(one: Edition, other: Edition, queries: tuple[str, ...]) -> None:
    """Two editions of the same content are the same to everyone who asks."""
    assert one.id == other.id
    assert differing_files(one.folder, other.folder) == []
    for got, expected in zip(answers(one, queries), answers(other, queries), strict=True):
        for query, left, right in zip(queries, got, expected, strict=True):
            assert left == right, query


def mutate(content: Path, dice: random.Random, number: int) -> None:
    """Change, add or remove an entry or a word that the search knows."""
    extra = content / f"measures/musterstadt/musterstadt-neu-{dice.randrange(4)}.md"
    path = content / dice.choice((MEASURE, OTHER_MEASURE))
    match dice.randrange(6):
        case 0 | 1:
            path.write_text(path.read_text("utf-8") + f"\nNachtrag {number} zum Kleinbus.\n", "utf-8")
        case 2 if extra.exists():
            extra.unlink()
        case 2 | 3:
            text = FILES[OTHER_MEASURE].replace("id: musterstadt-pegel", f"id: {extra.stem}")
            extra.write_text(text.replace("Pegelmessung", f"Rufbus Nummer {number}"), "utf-8")
        case 4:
            file = content / THESAURUS
            file.write_text(FILES[THESAURUS].replace("Bus auf", f"Bus {number} auf"), "utf-8")
        case 5:
            file = content / dice.choice((PROJECT, STATUSES))
            file.write_text(file.read_text("utf-8") + f"# {number}\n", "utf-8")


def test_a_chain_of_changes_ends_where_one_build_from_scratch_does(content, output, tmp_path):
    dice = random.Random(20261123)
    for number in range(24):
        mutate(content, dice, number)
        edition = build(content, output).edition
        if number % 6 == 5:
            assert_same(edition, from_scratch(content, tmp_path / f"scratch-{number}"), QUERIES)


@pytest.fixture
def real_copy(tmp_path: Path) -> Path:
    """A copy of the real content that a test may change."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def test_the_same_holds_for_the_real_content(real_copy, real_output, output, tmp_path):
    shutil.copytree(real_output, output, symlinks=True)
    measures = sorted((real_copy / "measures").glob("*/*.md"))
    for number, path in enumerate(measures[:: len(measures) // 3]):
        path.write_text(path.read_text("utf-8") + f"\nEin Nachtragswort {number}.\n", "utf-8")
        edition = build(real_copy, output).edition
    assert_same(edition, from_scratch(real_copy, tmp_path / "scratch"), REAL_QUERIES)


def test_a_rebuild_takes_over_the_index_of_the_edition_before(content, output, monkeypatch):
    build(content, output)
    path = content / MEASURE
    path.write_text(path.read_text("utf-8") + "\nNachtrag.\n", "utf-8")
    reused: list[Path | None] = []
    original = search.write_index

    def spy(*arguments: Any, **named: Any) -> None:
        reused.append(named["reuse"])
        return original(*arguments, **named)

    monkeypatch.setattr(search, "write_index", spy)
    before = (output / "current").resolve()
    build(content, output)
    assert reused == [before / "index"]


def test_the_manifest_counts_what_the_content_holds(content, output):
    manifest = json.loads((build(content, output).edition.folder / "manifest.json").read_text("utf-8"))
    assert manifest["counts"]["measure"] == len(list((content / "measures").glob("*/*.md")))
    assert manifest["counts"]["project"] == len(list((content / "projects").glob("*.yaml")))
    assert manifest["counts"]["municipality"] == len(list((content / "municipalities").glob("*.yaml")))
