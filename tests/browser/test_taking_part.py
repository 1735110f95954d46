"""Somebody who never edited an entry: from the start page over three typical mistakes to the page and the copied text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.test_six_ways import Way


@pytest.mark.parametrize("visit", [{"width": 360}, {"width": 1280}], ids=["360", "1280"], indirect=True)
def test_a_measure_is_written_mended_where_the_form_says_and_copied(visit):
    way = Way(visit)
    way.follow(way.link("Einträge ergänzen und verbessern"))
    way.follow(way.link("Eintrag im Formular schreiben")).follow(way.link("Maßnahme"))
    page = way.page

    def field(name: str) -> Locator:
        return page.locator(f"[name={name}]")

    def check() -> Locator:
        page.get_by_role("button", name="Prüfen").last.click()
        page.wait_for_load_state()
        return page.locator("#ergebnis")

    field("project").select_option("zwoenitz")
    field("title").fill("Rufbus am Abend")
    field("subtitle").fill("Bus auf Bestellung, wenn keiner mehr fährt")
    field("fields").first.select_option("mobilitaet")
    page.locator("[name=kinds][value=app]").check()
    field("status").select_option("betrieb")
    field("status_date").fill("5.2026")
    field("body").fill("Ein Kleinbus kommt auf Bestellung.")
    field("sources-0-url").fill("www.zwoenitz.de/rufbus")

    told = check()
    links = told.get_by_role("link")
    assert links.count() >= 3
    for place in ("status_date", "sources-0-url", "sources-0-title"):
        expect(told.locator(f"a[href='#{place}']").first).to_be_visible()
        expect(field(place)).to_have_attribute("aria-invalid", "true")
    links.first.click()
    expect(field("title")).to_have_value("Rufbus am Abend")

    field("status_date").fill("2026-05")
    field("sources-0-url").fill("https://www.zwoenitz.de/rufbus")
    field("sources-0-title").fill("Rufbus der Stadt Zwönitz")
    field("recorded").fill("2026-11-23")
    field("body").fill(
        "## Ausgangslage\n\nAbends fuhr kein Bus.\n\n## Lösung\n\nEin Kleinbus kommt auf Bestellung."
    )
    told = check()
    expect(told).to_contain_text("Der Eintrag ist in Ordnung")

    with page.expect_popup() as opened:
        told.get_by_role("button", name="Seite ansehen").click()
    preview = opened.value
    expect(preview.get_by_role("heading", level=1)).to_have_text("Rufbus am Abend")
    expect(preview.locator("main")).to_contain_text("Abends fuhr kein Bus.")

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    told.get_by_role("button", name="Text kopieren").click()
    expect(told.get_by_role("status")).to_have_text("Kopiert")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#dateitext").input_value()
    assert not visit.complaints
