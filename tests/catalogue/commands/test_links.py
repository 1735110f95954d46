"""The report of links names each place of an address that is dead; a check that ended early goes on where it was."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from catalogue.checking import reachability
from catalogue.checking.known_answers import KnownAnswers
from catalogue.checking.reachability import PageAnswer
from catalogue.checking.web_links import web_links
from tests.catalogue.commands.conftest import Run
from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE

ANSWERS = {
    "https://example.org/rufbus": PageAnswer("dead", 404),
    "https://example.org/app": PageAnswer("moved", 200, "https://example.org/neu"),
    "https://example.org/bilanz": PageAnswer("refused", 403),
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The addresses that were asked; nothing leaves this machine, and the cache is the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found: list[str] = []

    def ask(_: object, address: str) -> PageAnswer:
        found.append(address)
        return ANSWERS.get(address, PageAnswer("ok", 200))

    monkeypatch.setattr(reachability.LinkChecker, "ask", ask)
    return found


def line_of(content: Path, text: str) -> int:
    lines = (content / MEASURE).read_text("utf-8").split("\n")
    return next(n for n, line in enumerate(lines, start=1) if text in line)


def test_each_place_is_named_with_its_line_also_in_the_text(content: Path) -> None:
    found = web_links(Folder(content).read())
    (place, *_) = found["https://example.org/rufbus"]
    assert (place.path, place.line, place.entry) == (
        MEASURE,
        line_of(content, "org/rufbus"),
        "musterstadt-rufbus",
    )
    in_text = next(one for one in found["https://example.org/app"] if one.path == MEASURE)
    assert in_text.line == line_of(content, "org/app")


def test_what_is_dead_or_moved_is_reported_and_ends_with_1(run: Run, content: Path, asked: list[str]) -> None:
    result = run("links", "--content", content)
    assert result.exit_code == 1
    dead, moved, *_ = result.stdout.splitlines()
    assert (
        dead
        == f"{content}/{MEASURE}:{line_of(content, 'org/rufbus')}: https://example.org/rufbus gibt es nicht mehr (404)"
    )
    assert "ist umgezogen: https://example.org/neu" in moved
    rows = json.loads(run("links", "--all", "--format", "json", "--content", content).stdout)
    assert {row["outcome"] for row in rows} == {"dead", "moved", "refused"}
    assert run("links", "--format", "csv", "--content", content).stdout.startswith(
        "path,line,entry,address,outcome"
    )


def test_a_check_goes_on_where_the_last_one_ended(run: Run, content: Path, asked: list[str]) -> None:
    run("links", "--limit", "2", "--content", content)
    assert len(asked) == 2
    run("links", "--content", content)
    everything = web_links(Folder(content).read())
    assert sorted(asked) == sorted(everything)
    run("links", "--content", content)
    assert len(asked) == len(everything)
    run("links", "--days", "0", "--content", content)
    assert len(asked) == 2 * len(everything)


def test_what_could_not_be_reached_is_asked_again_and_a_damaged_cache_is_none(tmp_path: Path) -> None:
    file, today = tmp_path / "links.json", date(2026, 11, 30)
    known = KnownAnswers(file)
    known.set("https://a.example", PageAnswer("unreachable"), today)
    known.set("https://b.example", PageAnswer("ok", 200), today)
    known.save()
    again = KnownAnswers(file)
    assert again.get("https://a.example", today, 30) is None
    assert again.get("https://b.example", today, 30) == PageAnswer("ok", 200)
    assert again.get("https://b.example", date(2027, 1, 1), 30) is None
    known.set("https://b.example", PageAnswer("paused", 429), today)
    known.set("https://c.example", PageAnswer("paused", 429), today)
    assert known.last("https://b.example") == PageAnswer("ok", 200)
    assert known.get("https://c.example", today, 30) is None
    file.write_text('{"https://b.example": {"outcome": "ok"}}', "utf-8")
    assert KnownAnswers(file).last("https://b.example") is None
