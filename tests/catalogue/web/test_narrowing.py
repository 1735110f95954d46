"""The list of hits ends where relevance ends, and says what lies behind."""

from __future__ import annotations

import csv
import io
import re
from itertools import pairwise

import pytest

from tests.catalogue.web.reading_pages import links, text

ASKED = "/suche?q=Bus+auf+dem+Dorf"


def counts(found) -> list[int]:
    """How many hits are told, and how many that are more distant."""
    return [
        int(number) for number in re.findall(r"\d+", text(found.find(".//*[@id='stand']")).split("Seite")[0])
    ]


def distant(found):
    return found.find(".//section[@class='distant']")


def last_page(page, address: str):
    found = page(address)
    pages = re.search(r"von (\d+)", text(found.find(".//*[@id='stand']")))
    return page(f"{address}&seite={pages[1]}") if pages else found


def test_totals_tabs_and_facets_speak_of_the_best_hits(page):
    found = page(ASKED)
    best, others = counts(found)
    assert 5 < best < 120 < others
    tab = text(found.find(".//ul[@class='kinds']/li"))
    assert f"({best})" in tab
    wide = page(ASKED + "&umfang=alles")
    assert counts(wide) == [best + others]
    for facet in ("feld-mobilitaet", "status-betrieb"):
        narrow, all_ = (
            int(re.findall(r"\((\d+)\)", text(each.find(f".//label[@for='{facet}']")))[0])
            for each in (found, wide)
        )
        assert narrow < all_


def test_behind_the_last_best_hit_a_line_says_what_is_left_out(page):
    assert distant(page(ASKED)) is None
    found = last_page(page, ASKED)
    best, others = counts(page(ASKED))
    line = distant(found)
    assert f"Entfernter verwandt ({others})" in text(line)
    assert line.get("aria-labelledby") == line.find("h2").get("id")
    (switch,) = links(line)
    assert "umfang=alles" in switch
    behind = page(switch)
    assert counts(behind) == [best + others]
    assert distant(behind).find("ol") is not None
    assert "umfang" not in links(distant(behind))[0]


@pytest.mark.parametrize("sort", ["name", "-geprueft", "-groesse"])
def test_the_best_hits_come_first_in_every_order(visitor, sort):
    hits = visitor.get(f"/suche.json?q=Bus+auf+dem+Dorf&umfang=alles&sortierung={sort}").json["hits"]
    assert [hit["distant"] for hit in hits] == sorted(hit["distant"] for hit in hits)


def test_numbers_go_on_behind_the_line(page):
    found = last_page(page, ASKED)
    behind = page(links(distant(found))[0])
    lists = behind.findall(".//ol[@class='hits']")
    assert len(lists) > 1
    for one, following in pairwise(lists):
        assert int(following.get("start")) == int(one.get("start")) + len(one.findall("li"))


def test_filters_orders_and_pages_keep_the_switch(page):
    found = page(ASKED + "&umfang=alles")
    assert all("umfang=alles" in each for each in links(found.find(".//nav[@class='paging']")))
    assert found.find(".//input[@name='umfang']").get("value") == "alles"
    assert page(ASKED).find(".//input[@name='umfang']") is None


def test_files_hold_what_the_page_lists(visitor, page):
    best, others = counts(page(ASKED))
    narrow, wide = (
        visitor.get(f"/suche.json?q=Bus+auf+dem+Dorf{more}").json for more in ("", "&umfang=alles")
    )
    assert (narrow["total"], narrow["best"], narrow["distant"]) == (best, best, others)
    assert (wide["total"], wide["best"], wide["distant"]) == (best + others, best, others)
    assert [hit["id"] for hit in wide["hits"]][:best] == [hit["id"] for hit in narrow["hits"]]
    table = visitor.get("/suche.csv?q=Bus+auf+dem+Dorf&umfang=alles").data.decode("utf-8-sig")
    told = [row["Nähe zur Suche"] for row in csv.DictReader(io.StringIO(table), delimiter=";")]
    assert told == ["bester Treffer"] * best + ["entfernter verwandt"] * others


@pytest.mark.parametrize("asked", ["", "?feld=mobilitaet", "?q=Ulm", "?q=feld:mobilitaet", "?q=qqqqqqq"])
def test_there_is_no_line_where_nothing_is_nearer_than_the_rest(page, asked):
    found = page("/suche" + asked)
    assert "entfernter" not in text(found.find(".//*[@id='stand']")) or asked == "?q=Ulm"
    assert distant(found) is None


def test_if_a_filter_leaves_only_distant_hits_they_are_shown(page, visitor):
    narrow = {hit["id"] for hit in visitor.get("/suche.json?q=Bus+auf+dem+Dorf").json["hits"]}
    everything = visitor.get("/suche.json?q=Bus+auf+dem+Dorf&umfang=alles").json["hits"]
    of_project = {hit["entry"].get("id") for hit in everything}
    assert narrow < of_project
    kinds = {hit["kind"] for hit in everything} - {hit["kind"] for hit in everything if not hit["distant"]}
    for kind in kinds:
        found = page(f"{ASKED}&typ={kind}")
        assert distant(found).find("ol") is not None
