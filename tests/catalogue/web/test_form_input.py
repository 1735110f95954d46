"""A filter that an address sets to a value that there is not is named on the page instead of passed over in silence."""

from __future__ import annotations

import pytest

from tests.catalogue.web.reading_pages import text


def notice(page):
    told = [text(p) for p in page.iterfind(".//main/p[@role='status']")]
    return told[0] if told else ""


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("/suche?land=xx&land=sachsen", "land=xx"),
        ("/suche?jahr=morgen&sortierung=nichts", "jahr=morgen, sortierung=nichts"),
        ("/suche?von=abc&seite=x", "von=abc, seite=x"),
        ("/kommunen?einwohner=-5", "einwohner=-5"),
        ("/kommunen?einwohner=abc&art=xyz", "einwohner=abc, art=xyz"),
        ("/projekte?staffel=9", "staffel=9"),
        ("/loesungen?quelloffen=vielleicht", "quelloffen=vielleicht"),
        ("/transfers?stand=x", "stand=x"),
        ("/neues?art=x", "art=x"),
        ("/roadmap?strang=x", "strang=x"),
    ],
)
def test_what_was_not_understood_is_said_in_one_sentence(page, address, values):
    told = notice(page(address))
    assert told.startswith("Nicht verstanden")
    assert all(value in told for value in values.split(", "))
    assert told.count("=") == len(values.split(", "))


@pytest.mark.parametrize(
    "address",
    [
        "/suche?land=&q=app&seite=2",
        "/kommunen?einwohner=12.000&art=&land=sachsen",
        "/projekte?sortierung=",
        "/neues?seite=1",
    ],
)
def test_what_was_understood_or_left_empty_is_not_mentioned(page, address):
    assert notice(page(address)) == ""


def test_files_of_a_search_say_it_too(visitor):
    assert visitor.get("/suche.json?q=rufbus&land=xx").json["not_understood"] == ["land=xx"]
    assert visitor.get("/suche.csv?q=rufbus&land=xx").status_code == 400
    assert visitor.get("/suche.csv?q=rufbus&land=sachsen").status_code == 200
