"""Columns are hidden as a visitor likes, but for the one that the rows are sorted by: the next page begins with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest

from catalogue.edition import build
from tests.catalogue.server.asking import SITE, Asking, asking
from tests.small_content import write_small_content

FEW = "_size=1&_nosuggest=1&_nofacet=1&_nocount=1"
"""What makes a page short, and lets another follow it."""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    folder = tmp_path_factory.mktemp("columns")
    build(write_small_content(folder / "content"), folder / "build")
    with asking(folder / "build") as questions:
        yield questions


def columns(page: str) -> list[str]:
    """The columns that a page shows, but for the link of each row."""
    return [name for name in re.findall(r'<th [^>]*data-column="(\w+)"', page) if name != "Link"]


def to_hide(page: str) -> dict[str, str]:
    """The links of a page that hide a column, by the column."""
    links = re.findall(r'href="([^"]+)"[^>]*aria-label="Spalte (\w+) ausblenden"', page)
    return {column: unescape(link) for link, column in links}


@pytest.mark.parametrize("sort", ["", "&_sort=title", "&_sort_desc=title"])
def test_what_rows_are_sorted_by_is_shown_and_no_link_hides_it(ask: Asking, sort: str) -> None:
    page = ask(f"/daten/catalogue/measures?{FEW}{sort}").text
    assert "title" not in to_hide(page)
    assert "recorded" in to_hide(page)
    hidden = ask(f"/daten/catalogue/measures?{FEW}{sort}&_nocol=title&_nocol=recorded")
    assert hidden.status_code == 200
    assert columns(hidden.text) == [name for name in columns(page) if name != "recorded"]
    assert 'rel="next"' in hidden.text


@pytest.mark.parametrize(("sort", "shown"), [("", ["title"]), ("&_sort=recorded", []), ("&_sort=id", [])])
def test_it_is_shown_beside_the_columns_that_are_chosen(ask: Asking, sort: str, shown: list[str]) -> None:
    page = ask(f"/daten/catalogue/measures?{FEW}{sort}&_col=recorded")
    assert columns(page.text) == ["id", "recorded", *shown]


def test_programs_get_the_columns_that_they_ask_for(ask: Asking) -> None:
    (row,) = ask(f"/daten/catalogue/measures.json?{FEW}&_col=recorded&_shape=array").json()
    assert list(row) == ["id", "recorded"]
    named = ask(f"/daten/catalogue/measures.json?{FEW}&_col=recorded&_labels=on")
    assert named.status_code == 200
    assert named.json()["next_url"].startswith(SITE)


def test_no_column_that_can_be_hidden_is_in_the_way_of_sorting_by_it(ask: Asking) -> None:
    tables = [table["name"] for table in ask("/daten/catalogue.json").json()["tables"] if not table["hidden"]]
    followed = []
    for table in tables:
        links = to_hide(ask(f"/daten/catalogue/{table}?{FEW}").text)
        followed += [ask(f"{link}&_sort={column}") for column, link in links.items()]
    assert len(followed) > 100
    assert [str(page.url) for page in followed if page.status_code != 200] == []
    assert any('rel="next"' in page.text for page in followed)
