"""The page of the schema explains every table and column, in both languages, and draws how they hang together."""

from __future__ import annotations

import re

import pytest

from tests.catalogue.web.reading_pages import links, text


@pytest.fixture(scope="module")
def columns(db) -> dict[str, list[str]]:
    """The columns of every table and view."""
    sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
    return {
        name: [row[1] for row in db.execute(f"PRAGMA table_info([{name}])")]
        for (name,) in db.execute(sql).fetchall()
    }


@pytest.mark.parametrize("root", ["", "/en"])
def test_every_table_and_column_is_there_with_its_meaning(page, columns, root):
    found = page(root + "/daten/schema")
    for table, names in columns.items():
        part = found.find(f".//details[@id='{table}']")
        rows = part.findall(".//tbody/tr")
        assert [text(row.find("th")) for row in rows] == names
        assert all(text(row.find("td")) for row in rows), table


def test_what_is_missing_is_counted_and_explained(page, db):
    part = page("/daten/schema").find(".//details[@id='measures']")
    rows = {
        text(row.find("th")): [text(cell) for cell in row.findall("td")]
        for row in part.findall(".//tbody/tr")
    }
    known, everything = db.execute("SELECT count(licence), count(*) FROM measures").fetchone()
    share = int(re.match(r"(\d+) %", rows["licence"][2])[1])
    assert share - 1 <= 100 * (1 - known / everything) <= share
    assert "Keine Quelle sagt es" in rows["licence"][2]
    assert rows["title"][2] == "nie"
    assert rows["status"][3] == "statuses"
    assert "Noch nicht verglichen" in rows["last_verified"][2]


def test_units_and_lists_are_named(page):
    found = page("/daten/schema")
    assert "€" in text(found.find(".//details[@id='projects']"))
    assert "Liste (JSON)" in text(found.find(".//details[@id='measures_overview']"))


def test_the_diagram_leads_to_the_tables_that_it_shows(page):
    found = page("/daten/schema")
    svg = "{http://www.w3.org/2000/svg}"
    drawing = found.find(".//svg[@class='entities']")
    drawing = drawing if drawing is not None else found.find(f".//{svg}svg[@class='entities']")
    shown = {link.get("href") for link in drawing.iter() if link.get("href")}
    assert {"#measures", "#projects", "#municipalities", "#sources", "#partners"} <= shown
    ids = {element.get("id") for element in found.iter() if element.get("id")}
    assert {address.removeprefix("#") for address in shown} <= ids


def test_it_leads_to_the_rows(page):
    assert "/daten/catalogue/measures_overview" in links(page("/daten/schema"))
