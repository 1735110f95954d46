"""Knowledge is listed by kind, and each piece leads to its original, its relatives and who uses it."""

from __future__ import annotations

import sqlite3

from tests.catalogue.web.reading_pages import links, text


def test_the_overview_leads_to_every_kind_that_has_entries(page, real_edition):
    kinds = sqlite3.connect(real_edition.database).execute("SELECT DISTINCT knowledge_kind FROM knowledge")
    addresses = links(page("/wissen"))
    assert all(f"/wissen/{kind}" in addresses for (kind,) in kinds)


def test_studies_are_listed_from_the_newest(page):
    dates = [text(row) for row in page("/wissen/studien").findall(".//ul[@class='entries']/li")]
    assert "Februar 2026" in dates[0]


def test_a_format_leads_to_its_events_and_an_event_to_its_format(page):
    congress = "/wissen/formate/mpsc-kongress"
    event = "/wissen/formate/mpsc-kongress-5-koeln"
    assert event in links(page(congress))
    assert congress in links(page(event))


def test_a_standard_names_who_uses_it(page):
    addresses = links(page("/wissen/normen/oparl"))
    assert "/loesungen/smart-village-app" in addresses
    measures = [a for a in links(page("/wissen/normen/din-spec-91357")) if a.startswith("/massnahmen/")]
    assert "/massnahmen/freiburg-datenraum-plattform" in measures


def test_a_community_leads_to_its_members_and_its_solution(page):
    addresses = links(page("/wissen/gemeinschaften/ep-masterportal"))
    assert {"/kommunen/muenchen", "/loesungen/masterportal"} <= set(addresses)


def test_every_piece_has_a_valid_page_and_leads_to_its_original(page, real_edition):
    db = sqlite3.connect(real_edition.database)
    rows = db.execute("SELECT id, knowledge_kind, website FROM knowledge").fetchall()
    assert len(rows) >= 107
    for entry_id, kind, website in rows:
        found = page(f"/wissen/{kind}/{entry_id}")
        assert website is None or website in links(found)


def test_a_wrong_or_missing_kind_leads_to_the_right_address(visitor):
    for address in ("/wissen/oparl", "/wissen/studien/oparl"):
        response = visitor.get(address)
        assert (response.status_code, response.location) == (301, "/wissen/normen/oparl")
    assert visitor.get("/en/wissen/oparl").location == "/en/wissen/normen/oparl"
    for address in ("/wissen/gibt-es-nicht", "/wissen/studien/gibt-es-nicht", "/wissen/%00"):
        assert visitor.get(address).status_code == 404
