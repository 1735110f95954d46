"""Facts that cannot be true are told where they stand. The mark `▸` stands where the problem must be told."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.checking import check
from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE, MUNICIPALITY, PROJECT

TODAY = date(2026, 11, 30)

SHARES = "    share_percent: 65\n"

IMPLAUSIBLE = {
    "a key of another state": (MUNICIPALITY, '"14001000"', '▸"09001000"', "ags-of-other-state"),
    "a district's key of another state": (MUNICIPALITY, '"14001000"', '▸"09001"', "ags-of-other-state"),
    "a key of no state": (MUNICIPALITY, '"14001000"', '▸"17001000"', "ags-of-other-state"),
    "a key of state 00": (MUNICIPALITY, '"14001000"', '▸"00001000"', "ags-of-other-state"),
    "shares of more than the whole": (
        MEASURE,
        SHARES,
        f"{SHARES}  - funder: kommune\n    share_percent: ▸45\n",
        "shares-exceed",
    ),
    "three shares of more than the whole": (
        MEASURE,
        SHARES,
        f"{SHARES}  - funder: kommune\n    share_percent: 30\n  - funder: land-sachsen\n    share_percent: ▸10\n",
        "shares-exceed",
    ),
    "shares of one purpose": (
        MEASURE,
        SHARES,
        f"    purpose: Bus\n{SHARES}  - funder: kommune\n    purpose: bus\n    share_percent: ▸45\n",
        "shares-exceed",
    ),
    "a year before our time": (MEASURE, "start: 2022", "start: ▸1202", "wrong-date"),
    "a year after our time": (MEASURE, "end: 2024-06", "end: ▸2204-06", "wrong-date"),
    "the year 1989": (MEASURE, "date: 2022-01-29", "date: ▸1989-12-31", "wrong-date"),
    "the year 2061": (MEASURE, "end: 2024-06", "end: ▸2061", "wrong-date"),
    "a status before our time": (MEASURE, "status_date: 2023-01", "status_date: ▸0223-01", "wrong-date"),
    "a census before our time": (
        MUNICIPALITY,
        "population_year: 2024",
        "population_year: ▸1924",
        "out-of-range",
    ),
    "a census after our time": (
        MUNICIPALITY,
        "population_year: 2024",
        "population_year: ▸2204",
        "out-of-range",
    ),
    "a look in the future": (
        MEASURE,
        "recorded: 2026-11-23",
        "recorded: ▸2027-11-23",
        "day-in-future",
    ),
    "a look the day after tomorrow": (
        PROJECT,
        "recorded: 2026-11-23",
        "recorded: ▸2026-12-02",
        "day-in-future",
    ),
    "a look in a month to come": (
        PROJECT,
        "recorded: 2026-11-23",
        "recorded: ▸2027-01",
        "day-in-future",
    ),
    "a look in a year to come": (
        PROJECT,
        "recorded: 2026-11-23",
        "recorded: ▸2027",
        "day-in-future",
    ),
    "a source from the future": (MEASURE, "date: 2022-01-29", "date: ▸2027-01-29", "source-in-future"),
    "a source from next year": (MEASURE, "date: 2022-01-29", "date: ▸2027", "source-in-future"),
    "in operation before it begins": (
        MEASURE,
        "start: 2022\nend: 2024-06",
        "start: ▸2029-01",
        "start-in-future",
    ),
    "given up before it begins": (
        MEASURE,
        "status: betrieb\nstatus_date: 2023-01\nstart: 2022\nend: 2024-06",
        "status: eingestellt\ndiscontinued_reason: Zu teuer\nstatus_date: 2023-01\nstart: ▸2027",
        "start-in-future",
    ),
}

PLAUSIBLE = {
    "a key of the state": (MUNICIPALITY, '"14001000"', '"14"'),
    "a key without a state": (MUNICIPALITY, '"14001000"', '"14522"'),
    "shares of the whole": (MEASURE, SHARES, f"{SHARES}  - funder: kommune\n    share_percent: 35\n"),
    "rounded shares": (MEASURE, SHARES, f"{SHARES}  - funder: kommune\n    share_percent: 35.4\n"),
    "shares of two purposes": (
        MEASURE,
        SHARES,
        f"    purpose: Bus\n{SHARES}  - funder: kommune\n    purpose: Betrieb\n    share_percent: 90\n",
    ),
    "the year 1990": (MEASURE, "date: 2022-01-29", "date: 1990"),
    "an end to come": (MEASURE, "end: 2024-06", "end: 2060"),
    "a beginning to come of what is planned": (
        MEASURE,
        "status: betrieb\nstatus_date: 2023-01\nstart: 2022\nend: 2024-06",
        "status: planung\nstatus_date: 2023-01\nstart: 2029-01",
    ),
    "a beginning this year": (MEASURE, "start: 2022\nend: 2024-06", "start: 2026"),
    "a look today": (MEASURE, "recorded: 2026-11-23", "recorded: 2026-11-30"),
    "a look that is tomorrow elsewhere": (MEASURE, "recorded: 2026-11-23", "recorded: 2026-12-01"),
    "a look this month": (MEASURE, "recorded: 2026-11-23", "recorded: 2026-11"),
    "a source of this year": (MEASURE, "date: 2022-01-29", "date: 2026"),
}


@pytest.mark.parametrize(("path", "old", "new", "code"), IMPLAUSIBLE.values(), ids=[*IMPLAUSIBLE])
def test_what_cannot_be_true_is_told_where_it_stands(
    folder: Folder, path: str, old: str, new: str, code: str
) -> None:
    place = folder.spoil(path, old, new)
    found = [(p.path, p.line, p.column, p.code, p.severity) for p in check(folder.read(), TODAY)]
    assert found == [(*place, code, "error")]


@pytest.mark.parametrize(("path", "old", "new"), PLAUSIBLE.values(), ids=[*PLAUSIBLE])
def test_what_can_be_true_is_no_problem(folder: Folder, path: str, old: str, new: str) -> None:
    folder.replace(path, old, new)
    assert check(folder.read(), TODAY) == []


def test_a_clock_that_is_behind_does_not_spoil_the_content(folder: Folder) -> None:
    assert check(folder.read(), date(1970, 1, 1)) == []


SAME_SOURCE = [
    "http://example.org/rufbus",
    "https://www.example.org/rufbus",
    "https://example.org/rufbus/",
    "http://www.example.org/rufbus/",
    "https://EXAMPLE.org/rufbus",
]


@pytest.mark.parametrize("address", SAME_SOURCE)
def test_one_source_in_two_spellings_is_told(folder: Folder, address: str) -> None:
    place = folder.spoil(MEASURE, "https://example.org/bilanz", f"▸{address}")
    assert [(p.path, p.line, p.column, p.code) for p in folder.problems()] == [(*place, "source-twice")]


@pytest.mark.parametrize(
    ("address", "better"),
    [
        ("https:/example.org/a", "https://example.org/a"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/a?utm_source=rss", "https://example.org/a"),
        ("https://example.org/a.", "https://example.org/a"),
        ("https://anna:geheim@example.org/a", "https://example.org/a"),
    ],
)
def test_the_right_address_is_offered(folder: Folder, address: str, better: str) -> None:
    place = folder.spoil(MEASURE, "https://example.org/bilanz", f"▸{address}")
    (problem,) = folder.problems()
    assert (problem.path, problem.line, problem.column, problem.code) == (*place, "wrong-url")
    assert problem.message.endswith(f"Meinten Sie „{better}“?")
