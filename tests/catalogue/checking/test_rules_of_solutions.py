"""The check holds the rules of solutions, knowledge, goals and figures, and says where and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import check
from catalogue.reading.content import read_content
from catalogue.reading.problems import Problem
from tests.conftest import CONTENT
from tests.small_content import CRITERION, GOAL, KNOWLEDGE, REPORT, REUSE, SOLUTION, write_small_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder without any problem."""
    return write_small_content(tmp_path / "content")


def change(content: Path, path: str, old: str, new: str) -> None:
    text = (content / path).read_text("utf-8")
    assert old in text
    (content / path).write_text(text.replace(old, new, 1), "utf-8")


def problems(content: Path) -> list[Problem]:
    return check(read_content(content))


SECOND_SOURCE = """  - url: https://example.org/baukasten
    title: Rufbus-Baukasten
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("status: betrieb", "status: planung", "Sie ist im Betrieb"),
        ("problem: In den Ortsteilen fährt abends kein Bus mehr.\n", "", "Beschrieben sind das Problem"),
        (SECOND_SOURCE, "", "Mindestens zwei öffentliche Quellen"),
    ],
)
def test_a_curated_solution_must_fulfil_the_rule(content, old, new, told):
    change(content, SOLUTION, old, new)
    (problem,) = problems(content)
    assert (problem.code, problem.line, problem.severity) == ("not-curated", 5, "error")
    assert told in problem.message
    assert "curated: false" in problem.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: im-einsatz", "status: geplant"),
        ("reuse_kind: uebernommen", "reuse_kind: ausweitung"),
        ("reuse_kind: uebernommen", "reuse_kind: vorbild"),
    ],
)
def test_only_a_reuse_that_runs_elsewhere_makes_a_solution_curated(content, old, new):
    change(content, REUSE, old, new)
    (problem,) = problems(content)
    assert (problem.code, "andernorts im Einsatz" in problem.message) == ("not-curated", True)


def test_a_solution_that_fulfils_the_rule_may_be_called_curated(content):
    change(content, SOLUTION, "curated: true", "curated: false")
    (problem,) = problems(content)
    assert (problem.code, problem.severity) == ("could-be-curated", "warning")


def test_open_source_is_enough_without_a_transfer(content):
    (content / REUSE).unlink()
    change(content, SOLUTION, "standards: [GTFS]", "open_source: true")
    assert problems(content) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (SOLUTION, "at_least: it.eigene", "at_least: it.keine", "unknown-term"),
        (SOLUTION, "kind: infrastruktur", "kind: technik", "unknown-term"),
        (SOLUTION, "measures: [musterstadt-rufbus]", "measures: [musterstadt-bus]", "unknown-id"),
        (KNOWLEDGE, "knowledge_kind: studien", "knowledge_kind: normen", "folder-differs"),
        (KNOWLEDGE, "date: 2023-05", "date: 2023-05\ndate_end: 2022", "end-before-start"),
        (KNOWLEDGE, "solutions: [rufbus-baukasten]", "solutions: [nahverkehr]", "unknown-id"),
        (CRITERION, "stage: pilotphase", "stage: pilot", "unknown-id"),
        (CRITERION, "strands: [technisch]", "strands: [sozial]", "unknown-term"),
        (GOAL, "  - field: mobilitaet\n    kind: mobilitaetsangebot", "  - {}", "rule-empty"),
        (GOAL, "report: antwort", "report: frage", "unknown-id"),
        (REPORT, "half_year: 2021-H1", "half_year: 2021-H3", "pattern"),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_a_remedy(content, path, old, new, code):
    change(content, path, old, new)
    found = [problem for problem in problems(content) if problem.severity == "error"]
    assert [Path(problem.path).relative_to(content).as_posix() for problem in found] == [path]
    assert code in found[0].code or code == "pattern"
    assert found[0].line > 1
    assert len(found[0].message) > 30


def test_a_figure_has_a_name_of_its_own(content):
    figure = (content / REPORT).read_text("utf-8").split("figures:\n")[1].split("drawdowns:")[0]
    change(content, REPORT, "drawdowns:", figure + "drawdowns:")
    (problem,) = problems(content)
    assert problem.code == "id-twice"


def test_an_id_names_one_page_across_all_kinds(content):
    change(content, KNOWLEDGE, "id: nahverkehr-auf-dem-land", "id: rufbus-baukasten")
    (content / KNOWLEDGE).rename(content / "knowledge/studien/rufbus-baukasten.md")
    assert {problem.code for problem in problems(content)} == {"id-twice"}


def test_a_file_in_the_wrong_place_is_not_read(content):
    (content / "knowledge/lose.md").write_text("---\nid: lose\n---\nText", "utf-8")
    (content / "solutions/tief").mkdir()
    (content / "solutions/tief/lose.md").write_text("---\nid: lose\n---\nText", "utf-8")
    assert {problem.code for problem in problems(content)} == {"stray-file"}


def test_the_real_content_holds_what_public_sources_told():
    content = read_content(CONTENT)
    counts = content.counts()
    assert counts["solution"] >= 41
    assert counts["reuse"] >= 170
    assert sum(solution.curated for solution in content.solutions.values()) >= 17
    assert counts["knowledge"] >= 130
    assert (counts["stage"], counts["criterion"], counts["goal"]) == (6, 21, 9)
    kinds = {entry.knowledge_kind for entry in content.knowledge.values()}
    assert kinds == set(content.terms("knowledge-kinds"))
