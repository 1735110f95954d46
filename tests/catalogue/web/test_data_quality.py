"""The page that tells how complete the content is."""

from __future__ import annotations

import pytest

from catalogue.queries import data_quality
from catalogue.queries.connection import connect
from catalogue.web import create_app


@pytest.fixture(scope="module")
def visitor(real_edition):
    return create_app(real_edition, {"TESTING": True}).test_client()


@pytest.mark.parametrize(
    ("address", "named"),
    [("/ueberblick/datenqualitaet", "Lizenz"), ("/en/ueberblick/datenqualitaet", "Licence")],
)
def test_it_shows_the_counts_in_both_languages(visitor, real_edition, address, named):
    page = visitor.get(address).text
    licences = data_quality.completeness(connect(real_edition.database))["licence"]["measure"]
    assert f">{named}</th>" in page
    assert f">{licences.count} <span" in page


@pytest.mark.parametrize("address", ["/ueberblick", "/uebersicht"])
def test_other_pages_lead_to_it(visitor, address):
    assert "/ueberblick/datenqualitaet" in visitor.get(address).text


@pytest.mark.parametrize("kind", ["measure", "solution"])
def test_the_filter_of_the_search_finds_as_many_with_costs_as_it_counts(visitor, real_edition, kind):
    counted = data_quality.completeness(connect(real_edition.database))["cost"][kind]
    found = visitor.get(f"/suche.json?typ={kind}&kosten=ja&pro_seite=1").json
    assert found["total"] == counted.count
