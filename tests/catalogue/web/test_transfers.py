"""Transfers are the records of the content, each once, beside the programme's own figures."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
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


def test_every_record_of_the_content_is_one_row(transfers):
    content = read_content(CONTENT)
    assert {row["id"] for row in transfers} == set(content.reuses)
    for row in transfers:
        entry = content.reuses[row["id"]]
        assert (row["from_id"], row["kind"], row["status"]) == (entry.origin, entry.reuse_kind, entry.status)
        assert row["from_kind"] == ("solution" if entry.origin in content.solutions else "measure")
        assert json.loads(row["sources"]) == [source.url for source in entry.sources]


def test_st_wendel_runs_the_erzmobil_and_this_stands_once(transfers):
    to_st_wendel = [
        (row["from_id"], row["status"])
        for row in transfers
        if "st-wendel" in (row["to_municipality"] or "") and "erzmobil" in row["from_id"]
    ]
    assert to_st_wendel == [("erzmobil", "im-einsatz")]


def test_the_page_keeps_own_counts_and_the_reported_figures_apart(page, transfers):
    own, reported = page("/transfers").findall(".//ul[@class='figure-list']")
    assert str(sum(row["reported"] for row in transfers)) in text(own)
    for number in ("46", "41", "224", "388"):
        assert any(number in text(item) and "Frage" in text(item) for item in reported)


def test_each_kind_of_reuse_is_explained_and_counted(page, transfers):
    explained = page("/transfers").find(".//dl")
    counted = Counter(row["kind_label"] for row in transfers)
    for label, number in counted.items():
        assert f"{label}: {number}" in text(explained)


def test_the_table_is_narrowed_by_its_address(page, transfers):
    def rows(address: str) -> int:
        return len(page(address).findall(".//section[@aria-labelledby='tabelle']//tbody/tr"))

    reported = sum(row["reported"] for row in transfers)
    assert rows("/transfers") == reported == rows("/transfers?art=nichts")
    planned = sum(row["status"] == "geplant" for row in transfers)
    assert rows("/transfers?stand=geplant") == planned > 0
    assert "Keine berichtete Nachnutzung passt" in text(page("/transfers?art=vorbild&stand=im-einsatz"))


def test_the_picture_has_a_line_for_each_transfer_and_links_to_both_ends(page, transfers):
    found = page("/transfers")
    svg = "{http://www.w3.org/2000/svg}"
    assert len(found.findall(f".//{svg}path[@d]")) >= sum(row["reported"] for row in transfers)
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


def test_the_map_has_a_point_for_every_place_that_uses_something_and_arcs_to_them(page, transfers):
    found = page("/transfers")
    drawn = found.find(".//section[@aria-labelledby='karte']")
    table = {link.rpartition("/")[2] for link in links(drawn.find(".//table"))}
    used_in = {
        row["to_municipality"] for row in transfers if row["in_use_elsewhere"] and row["to_municipality"]
    }
    assert len(used_in & table) > 0.9 * len(used_in)
    assert {"st-wendel-landkreis", "zwoenitz"} & table
    svg = "{http://www.w3.org/2000/svg}"
    assert len(drawn.findall(f".//{svg}path[@class='map__arc']")) > 5
