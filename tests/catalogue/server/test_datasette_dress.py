"""Datasette's pages wear what the other pages wear, lead to them, and show values as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.catalogue.server.asking import Asking, asking

PAGES = (
    "/daten/",
    "/daten/catalogue",
    "/daten/catalogue?_show_hidden=1",
    "/daten/catalogue/measures_overview",
    "/daten/catalogue/measures",
    "/daten/catalogue/measures/zwoenitz-erzmobil",
    "/daten/catalogue/lizenzen",
    "/daten/catalogue?sql=select+1",
    "/daten/catalogue?sql=selec",
    "/daten/catalogue/gibt-es-nicht",
    "/daten/-/metadata",
)
ENGLISH = (
    "rows",
    "Custom SQL",
    "Run SQL",
    "Suggested",
    "Apply",
    "Powered",
    "This data as",
    "Next page",
    "hidden",
)


@pytest.fixture(scope="module")
def ask(real_output) -> Iterator[Asking]:
    with asking(real_output) as questions:
        yield questions


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_header_and_footer_of_the_site(ask, path):
    text = ask(path).text
    assert '<html lang="de">' in text
    assert text.count('class="site-header"') == text.count('class="site-footer"') == text.count("<h1") == 1
    assert re.search(r'href="/static/kern\.\w+\.css"', text)
    assert re.search(r'rel="preload" href="/static/FiraSans-Regular\.\w+\.woff2"', text)
    assert "app.css" not in text


@pytest.mark.parametrize("path", PAGES[:-1])
def test_pages_speak_german(ask, path):
    shown = re.sub(r"<(pre|textarea|code)\b.*?</\1>|<[^>]*>", " ", ask(path).text, flags=re.DOTALL)
    assert not [word for word in ENGLISH if re.search(rf"\b{word}\b", shown)]


def test_views_come_first_and_links_and_technical_tables_only_when_asked_for(ask):
    text = ask("/daten/catalogue").text
    order = [
        text.index(f'/daten/catalogue/{name}"')
        for name in ("measures_overview", "measures", "results", "fields")
    ]
    assert order == sorted(order)
    assert '/daten/catalogue/measures_fields"' not in text
    assert '/daten/catalogue/measures_fields"' in ask("/daten/catalogue?_show_hidden=1").text
    assert "select * from audiences" not in text


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/daten/catalogue/measures/zwoenitz-erzmobil", "/massnahmen/zwoenitz-erzmobil"),
        ("/daten/catalogue/projects/zwoenitz", "/projekte/zwoenitz"),
        ("/daten/catalogue/measures?id=zwoenitz-erzmobil", "/massnahmen/zwoenitz-erzmobil"),
        ("/daten/catalogue/measures_overview?id=zwoenitz-erzmobil", "/massnahmen/zwoenitz-erzmobil"),
        ("/daten/catalogue/results?measure=zwoenitz-erzmobil", "/massnahmen/zwoenitz-erzmobil"),
        ("/daten/catalogue/results/zwoenitz-erzmobil,1", "/massnahmen/zwoenitz-erzmobil"),
        ("/daten/catalogue/projects_overview?id=zwoenitz", "/projekte/zwoenitz"),
        (
            "/daten/catalogue/reuse_numbers?entry=zwoenitz-erzmobil&entry_kind=measure",
            "/massnahmen/zwoenitz-erzmobil",
        ),
        ("/daten/catalogue/completeness?id=zwoenitz-erzmobil", "/massnahmen/zwoenitz-erzmobil"),
    ],
)
def test_a_row_leads_to_its_page(ask, path, page):
    assert f'href="{page}"' in ask(path).text


def test_keys_of_other_rows_have_names(ask):
    text = ask("/daten/catalogue/measures?id=zwoenitz-erzmobil").text
    assert '<a href="/daten/catalogue/statuses/betrieb">im Betrieb</a>' in text
    assert '<a href="/daten/catalogue/projects/zwoenitz">Smart City Zwönitz</a>' in text


def test_values_are_shown_as_people_read_them(ask):
    text = ask("/daten/catalogue/projects_overview?id=zwoenitz").text
    assert '<ul class="values"><li>Sachsen</li></ul>' in text
    assert re.search(r'<span class="number">\d{1,3}(\.\d{3})+&nbsp;€</span>', text)


def test_lists_are_counted_by_their_values(ask):
    answer = ask("/daten/catalogue/measures_overview.json?_size=0").json()
    counts = {value["value"]: value for value in answer["facet_results"]["fields"]["results"]}
    field = counts["Mobilität und Verkehr"]
    assert field["count"] > 100
    chosen = ask(field["toggle_url"].removeprefix("http://catalogue.example") + "&_nofacet=1")
    assert chosen.json()["filtered_table_rows_count"] == field["count"]


def test_a_list_that_is_counted_anyway_and_asked_for_is_counted_once(ask):
    text = ask("/daten/catalogue/measures_overview?_facet_array=fields&_size=1").text
    assert text.count('id="facet-fields"') == 1


def test_a_mistake_is_told_in_german_on_the_page_and_as_it_is_to_programs(ask):
    assert "Eine Abfrage beginnt mit SELECT" in ask("/daten/catalogue?sql=selec").text
    assert ask("/daten/catalogue.json?sql=selec").json()["error"] == "Statement must be a SELECT"


def test_nobody_sees_what_datasette_notes_for_itself(ask):
    for path in ("/daten/_internal", "/daten/_internal/databases", "/daten/_internal.json?sql=select+1"):
        assert ask(path).status_code in (403, 404)
