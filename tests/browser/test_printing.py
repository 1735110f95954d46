"""A printed page shows its content and nothing that only makes sense on a screen."""

from __future__ import annotations

import pytest

PRINTED = (
    "/suche?q=Bus+auf+dem+Dorf",
    "/massnahmen/zwoenitz-erzmobil",
    "/loesungen",
    "/loesungen/smart-village-app",
    "/projekte/zwoenitz",
    "/merkliste?id=zwoenitz-erzmobil&id=cottbus-cloudio",
    "/roadmap",
    "/wissen/normen/oparl",
    "/programm",
)


@pytest.mark.parametrize("address", PRINTED)
def test_navigation_search_boxes_and_buttons_are_left_out(visit, address):
    page = visit.open(address)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for left_out in ("nav", "main button", "main input[type=text]", "main select"):
        assert not any(found.is_visible() for found in page.locator(left_out).all()), left_out
    assert page.locator("main").inner_text().strip() > page.locator("h1").inner_text()


def test_a_printed_measure_keeps_its_facts_and_sources(visit):
    page = visit.open("/massnahmen/zwoenitz-erzmobil")
    page.emulate_media(media="print")
    for kept in ("#fakten", "#quellen", ".prose"):
        assert page.locator(kept).is_visible()
    assert not page.locator(".asked-as").is_visible()


def test_a_printed_list_of_solutions_keeps_the_solutions(visit):
    page = visit.open("/loesungen")
    page.emulate_media(media="print")
    assert page.locator("main article").first.is_visible()


def test_the_answers_of_a_self_check_are_printed_with_the_result(visit):
    page = visit.open("/roadmap/selbsttest?p1-problemraum-loesungsraum=ja")
    page.emulate_media(media="print")
    assert page.locator("#ergebnis").is_visible()
    assert page.locator(".self-check fieldset").first.is_visible()
