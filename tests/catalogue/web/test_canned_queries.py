"""Pages lead to the canned queries that answer the same question."""

from __future__ import annotations

import pytest

from catalogue.edition.canned_queries import CANNED_QUERIES
from catalogue.web import create_app
from tests.catalogue.web.reading_pages import links

FILLED = {
    "<topic>": "mobilitaet",
    "<page>": "zwoenitz",
    "<project_id>": "zwoenitz",
    "<measure_id>": "zwoenitz-erzmobil",
    "<solution_id>": "erzmobil",
}
"""A value for each variable that a page with queries may have in its address."""


def address(page: str) -> str:
    """The address of a page, or of one page of a rule."""
    for variable, value in FILLED.items():
        page = page.replace(variable, value)
    assert "<" not in page
    return page


@pytest.mark.parametrize("query", CANNED_QUERIES, ids=lambda query: query.name)
def test_every_page_of_a_query_leads_to_it(query, page):
    for asked_on in query.asked_on:
        addresses = [link.split("?")[0] for link in links(page(address(asked_on)))]
        assert addresses.count(f"/daten/catalogue/{query.name}") == 1


def test_the_query_is_filled_with_what_the_page_is_about(page):
    assert "/daten/catalogue/massnahmen-eines-themas?thema=mobilitaet" in links(page("/themen/mobilitaet"))
    assert "/daten/catalogue/massnahmen-einer-kommune?kommune=zwoenitz" in links(page("/kommunen/zwoenitz"))


def test_english_pages_name_it_in_english_and_lead_to_the_same_address(page):
    found = page("/en/transfers").findall(".//aside//a")
    assert "Who reuses what from whom" in [link.text for link in found]
    assert "/daten/catalogue/wer-von-wem" in [link.get("href") for link in found]


def test_a_page_without_a_query_has_no_list_of_them(page):
    assert page("/hilfe").find(".//aside") is None


def test_below_a_path_the_link_keeps_it(real_edition):
    visitor = create_app(real_edition, {"SITE_ADDRESS": "https://example.org/katalog"}).test_client()
    text = visitor.get("/katalog/en/transfers").get_data(as_text=True)
    assert 'href="/katalog/daten/catalogue/wer-von-wem"' in text
