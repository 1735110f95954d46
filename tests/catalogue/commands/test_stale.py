"""Entries that somebody should compare with their pages are listed, those first that say something wrong."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from catalogue.checking.staleness import months_between, stale
from tests.catalogue.commands.conftest import Run
from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE, OTHER_MEASURE

TODAY = date(2027, 11, 23)


def test_what_is_younger_is_not_stale(folder: Folder) -> None:
    assert stale(folder.read(), 13, TODAY) == []
    assert stale(folder.read(), 12, date(2027, 11, 22)) == []
    found = stale(folder.read(), 12, TODAY)
    assert {one.months for one in found} == {12}
    assert "musterstadt-rufbus" in {one.id for one in found}


def test_a_verification_makes_an_entry_young_again(folder: Folder) -> None:
    folder.replace(
        MEASURE, "recorded: 2026-11-23", "recorded: 2026-11-23\nlast_verified: 2027-05-01\nverified: alles"
    )
    assert "musterstadt-rufbus" not in {one.id for one in stale(folder.read(), 12, TODAY)}


def test_a_plan_whose_end_is_past_comes_first_however_young(folder: Folder) -> None:
    folder.replace(OTHER_MEASURE, "status: planung", "status: planung\nend: 2026")
    (only,) = stale(folder.read(), 600, TODAY)
    assert (only.id, only.outdated_status) == ("musterstadt-pegel", "planung bis 2026")
    text = (folder.root / OTHER_MEASURE).read_text("utf-8").split("\n")
    assert text[only.line - 1] == "status: planung"
    assert stale(folder.read(), 12, TODAY)[0] == only
    assert stale(folder.read(), 12, TODAY)[1].kind == "solution"


@pytest.mark.parametrize(
    ("day", "months"),
    [("2027-11-22", 0), ("2027-10-23", 1), ("2027-10-24", 0), ("2026-11-30", 11), ("2026-01-23", 22)],
)
def test_months_are_whole_ones(day: str, months: int) -> None:
    assert months_between(date.fromisoformat(day), TODAY) == months


def test_the_list_comes_as_text_table_and_json(run: Run, content: Path) -> None:
    Folder(content).replace(OTHER_MEASURE, "status: planung", "status: planung\nend: 2024")
    text = run("stale", "--months", "600", "--content", content)
    assert text.stdout.startswith(f"{content}/{OTHER_MEASURE}:")
    assert "Stand überholt (planung bis 2024)" in text.stdout
    (row,) = csv.DictReader(
        io.StringIO(run("stale", "--months", "600", "--format", "csv", "--content", content).stdout)
    )
    (told,) = json.loads(run("stale", "--months", "600", "--format", "json", "--content", content).stdout)
    assert (row["id"], row["as_of"]) == (told["id"], told["as_of"]) == ("musterstadt-pegel", "2026-11-23")
