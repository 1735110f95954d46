"""From the page of every kind of entry one gets to its row in the data."""

from __future__ import annotations

import pytest

from tests.catalogue.web.reading_pages import links


@pytest.mark.parametrize("root", ["", "/en"])
@pytest.mark.parametrize(
    ("page_of", "row"),
    [
        ("/massnahmen/zwoenitz-erzmobil", "measures/zwoenitz-erzmobil"),
        ("/projekte/zwoenitz", "projects/zwoenitz"),
        ("/loesungen/masterportal", "solutions/masterportal"),
        ("/kommunen/zwoenitz", "municipalities/zwoenitz"),
    ],
)
def test_the_page_of_an_entry_leads_to_its_row(page, root, page_of, row):
    assert f"/daten/catalogue/{row}" in links(page(root + page_of))


@pytest.mark.parametrize("path", ["/loesungen", "/roadmap", "/kommunen", "/wissen"])
def test_other_pages_lead_to_none(page, path):
    assert not any(
        link.startswith(("/daten/catalogue/solutions/", "/daten/catalogue/measures/"))
        for link in links(page(path))
    )
