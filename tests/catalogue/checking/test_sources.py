"""All entries tell a page alike."""

from __future__ import annotations

import pytest

from tests.small_content import MEASURE, OTHER_MEASURE

FIRST = {"url": "https://example.org/seite", "title": "Die Seite", "date": "2024-05"}


def cite(folder, place, **told):
    lines = "\n".join(f"    {name}: {value}" for name, value in told.items())
    folder.replace(place, "\nsources:\n", f"\nsources:\n  - {lines.strip()}\n")


def test_a_page_that_two_entries_tell_alike_is_right(folder):
    for place in (OTHER_MEASURE, MEASURE):
        cite(folder, place, **FIRST)
    assert folder.problems() == []


@pytest.mark.parametrize(
    ("field", "told", "before"),
    [
        ("url", "http://www.example.org/seite/", "„https://example.org/seite“ als Adresse"),
        ("title", "Eine Seite", "„Die Seite“ als Titel"),
        ("date", "2024", "„2024-05“ als Datum"),
    ],
)
def test_what_the_second_entry_tells_otherwise_is_said_there(folder, field, told, before):
    cite(folder, OTHER_MEASURE, **FIRST)
    cite(folder, MEASURE, **FIRST | {field: told})
    [problem] = folder.problems()
    assert (problem.code, problem.severity) == ("source-differs", "warning")
    assert problem.path.endswith(MEASURE)
    assert OTHER_MEASURE in problem.message
    assert before in problem.message
    assert told in (folder.root / MEASURE).read_text("utf-8").splitlines()[problem.line - 1]


def test_a_date_that_the_second_entry_lacks_is_told_too(folder):
    cite(folder, OTHER_MEASURE, **FIRST)
    cite(folder, MEASURE, url=FIRST["url"], title=FIRST["title"])
    assert [problem.code for problem in folder.problems()] == ["source-differs"]
