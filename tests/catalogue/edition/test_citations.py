"""Which source says which fact, as rows: what an entry names, and what follows from its only source."""

from __future__ import annotations

import pytest

from catalogue.edition import build
from catalogue.queries.connection import connect
from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE, SOLUTION


@pytest.fixture
def rows(folder: Folder, tmp_path):
    """Gives the rows of an entry as fact, position, address of the page, derived."""

    def read(entry: str) -> list[tuple[str, int, str, int]]:
        found = connect(build(folder.root, tmp_path / "build").edition.database).execute(
            """
            SELECT c.fact, c.position, s.url, c.derived FROM facts_sources c JOIN sources s ON s.id = c.source
             WHERE c.entry = ? ORDER BY 1, 2, 3
            """,
            (entry,),
        )
        return [tuple(row) for row in found]

    return read


def test_a_fact_leads_to_every_source_that_it_names(folder: Folder, rows) -> None:
    folder.replace(SOLUTION, "    title: Rufbus-Baukasten\n", "    title: Rufbus-Baukasten\n    key: zwei\n")
    folder.replace(SOLUTION, "source: [fahrt]", "source: [zwei, fahrt]")
    ride, kit = "https://example.org/fahrt", "https://example.org/baukasten"
    found = rows("rufbus-baukasten")
    assert [row for row in found if row[0] == "requirements"] == [
        ("requirements", 2, kit, 0),
        ("requirements", 2, ride, 0),
    ]
    assert {row[0] for row in found} == {"requirements", "costs", "licence", "contact", "results"}
    assert ("costs", 1, ride, 0) in found
    assert ("licence", 0, ride, 0) in found


def test_of_several_sources_none_is_guessed(rows) -> None:
    assert rows("musterstadt-rufbus") == []


def test_an_only_source_says_each_fact(folder: Folder, rows) -> None:
    folder.replace(MEASURE, "  - url: https://example.org/bilanz\n    title: Ein Jahr Rufbus\n", "")
    found = rows("musterstadt-rufbus")
    assert {(page, derived) for _, _, page, derived in found} == {("https://example.org/rufbus", 1)}
    assert [(fact, position) for fact, position, *_ in found] == [
        ("end", 0),
        ("funding", 1),
        ("lessons", 1),
        ("lessons", 2),
        ("licence", 0),
        ("partners", 1),
        ("results", 1),
        ("start", 0),
        ("status", 0),
    ]
