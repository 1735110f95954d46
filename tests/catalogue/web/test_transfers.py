"""Transfers are what the entries say, each once, beside the programme's own figures."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

import pytest

from catalogue.reading.content import read_content
from catalogue.web.network import ROW, network
from tests.catalogue.web.reading_pages import links, text
from tests.conftest import CONTENT


@pytest.fixture(scope="module")
def transfers(real_edition):
    db = sqlite3.connect(real_edition.database)
    db.row_factory = sqlite3.Row
    return db.execute("SELECT * FROM transfers").fetchall()


def test_every_transfer_is_stated_by_an_entry_with_sources(transfers):
    content = read_content(CONTENT)
    for row in transfers:
        if row["evidence"] == "uses":
            assert row["from_id"] in content.measures[row["stated_by"]].uses
            continue
        assert row["stated_by"] == row["from_id"]
        entry = content.solutions.get(row["from_id"]) or content.measures[row["from_id"]]
        assert any(
            reuse.status == row["status"] and reuse.municipality == row["to_municipality"]
            for reuse in entry.reused_by
        )
        assert row["sources"].startswith("http")


def test_nothing_that_an_entry_states_is_lost(transfers):
    content = read_content(CONTENT)
    stated = {
        (reuse.municipality or reuse.name)
        for entry in (*content.solutions.values(), *content.measures.values())
        for reuse in entry.reused_by
    }
    told = {row["to_municipality"] or row["to_name"] for row in transfers}
    assert stated <= told


def test_a_transfer_that_a_solution_and_its_measure_state_stands_once(transfers):
    to_st_wendel = [
        row["from_id"]
        for row in transfers
        if "st-wendel" in (row["to_municipality"] or "") and "erzmobil" in row["from_id"]
    ]
    assert to_st_wendel == ["erzmobil"]


def test_the_page_keeps_own_counts_and_the_reported_figures_apart(page, transfers):
    own, reported = page("/transfers").findall(".//ul[@class='figure-list']")
    assert str(len(transfers)) in text(own)
    for number in ("46", "41", "224", "388"):
        assert any(number in text(item) and "Frage" in text(item) for item in reported)


def test_the_table_is_narrowed_by_its_address(page, transfers):
    def rows(address: str) -> int:
        return len(page(address).findall(".//table[@aria-labelledby='tabelle']/tbody/tr"))

    assert rows("/transfers") == len(transfers) == rows("/transfers?art=nichts")
    planned = sum(row["status"] == "geplant" for row in transfers)
    assert rows("/transfers?stand=geplant") == planned > 0
    assert "Keine Übertragung passt" in text(page("/transfers?art=vorbild&stand=im-einsatz"))


def test_the_picture_has_a_line_for_each_transfer_and_links_to_both_ends(page, transfers):
    found = page("/transfers")
    svg = "{http://www.w3.org/2000/svg}"
    assert len(found.findall(f".//{svg}path[@d]")) >= len(transfers)
    addresses = {a.get("href") for a in found.iterfind(f".//{svg}a")}
    assert {"/loesungen/dipas", "/kommunen/bremen"} <= addresses
    assert addresses <= set(links(found))


def test_a_network_gives_every_name_a_row_of_its_own():
    made = network(
        [("a", "/a", "x", "/x", "used"), ("a", "/a", "y", "/y", "other"), ("b", "/b", "x", "/x", "used")]
    )
    assert sorted(node.name for node in made.left) == ["a", "b"]
    assert sorted(node.name for node in made.right) == ["x", "y"]
    for side in (made.left, made.right):
        rows = [node.y for node in side]
        assert all(after - before >= ROW for before, after in pairwise(rows))
        assert rows[0] > 0
        assert rows[-1] < made.height
    assert len(made.lines) == 3
    assert network([]).lines == []
