"""A solution and the measures that use it are one group among the hits, not strangers."""

from __future__ import annotations

import re

import pytest

from tests.catalogue.web.reading_pages import links, text

SEARCHES = ["Mängelmelder", "DIPAS", "Was ist LoRaPark", "Erzmobil", "Baumsensorik", "Gieß den Kiez"]

IN_MEASURES = re.compile(r"Kommt in \S+ Maßnahmen? des Katalogs vor")


def shown(found) -> list[str]:
    """The addresses of all hits of a page, those in groups too."""
    titles = found.iterfind(".//ol[@class='hits']//*[@class='kern-title']/a")
    return [each.get("href") for each in titles]


@pytest.mark.parametrize("query", SEARCHES)
def test_every_hit_of_the_page_is_shown_once(page, visitor, query):
    hits = visitor.get("/suche.json", query_string={"q": query}).json["hits"]
    found = shown(page(f"/suche?q={query.replace(' ', '+')}"))
    assert len(found) == len(set(found)) == min(len(hits), 20)


@pytest.mark.parametrize("query", SEARCHES)
def test_measures_stand_under_the_solution_that_they_use(page, visitor, query):
    hits = visitor.get("/suche.json", query_string={"q": query}).json["hits"]
    uses = {hit["id"]: hit["solutions"] for hit in hits if hit["kind"] == "measure"}
    for item in page(f"/suche?q={query.replace(' ', '+')}").iterfind(".//ol[@class='hits']/li"):
        for group in item.iterfind("div[@class='within']"):
            assert group.get("aria-label") == "Maßnahmen mit dieser Lösung"
            (solution, *_) = links(item)
            for one in group.iterfind(".//ul[@class='hits']/li"):
                assert solution.rpartition("/")[2] in uses[links(one)[0].rpartition("/")[2]]


@pytest.mark.parametrize("query", SEARCHES)
def test_no_measure_stands_apart_from_its_solution_on_the_same_page(page, visitor, query):
    hits = visitor.get("/suche.json", query_string={"q": query}).json["hits"]
    uses = {hit["id"]: hit["solutions"] for hit in hits if hit["kind"] == "measure"}
    nearly = page(f"/suche?q={query.replace(' ', '+')}").find(".//ol[@class='hits']")
    alone = [links(item)[0].rpartition("/")[2] for item in nearly.findall("./li")]
    assert not any(solution in alone for one in alone for solution in uses.get(one, ()))


def test_some_search_has_a_group_and_its_headings_are_one_deeper(page):
    groups = [
        group
        for query in SEARCHES
        for group in page(f"/suche?q={query.replace(' ', '+')}").iterfind(
            ".//ol[@class='hits']/li/div[@class='within']"
        )
    ]
    assert groups
    assert all(group.find(".//h4") is not None and group.find(".//h3") is None for group in groups)


def test_a_solution_says_in_how_many_measures_it_is_as_its_page_does(page):
    for card in page("/suche?q=erzmobil+consul&typ=solution").findall(".//ol[@class='hits']/li")[:3]:
        own = text(page(links(card)[0]))
        for told in IN_MEASURES.findall(text(card)):
            assert told in own
    consul = text(page("/suche?q=consul+democracy&typ=solution").find(".//ol[@class='hits']/li"))
    assert IN_MEASURES.search(consul)


def test_the_table_and_the_files_list_every_hit_for_itself(page, visitor):
    hits = visitor.get("/suche.json?q=dipas").json["hits"]
    rows = page("/suche?q=dipas&ansicht=tabelle").findall(".//table/tbody/tr")
    assert len(rows) == min(len(hits), 20)
