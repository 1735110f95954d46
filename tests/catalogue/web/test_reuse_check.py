"""The reuse check asks what a solution requires and tells what a place meets, with reasons."""

from __future__ import annotations

import re
import sqlite3

from tests.catalogue.web.reading_pages import links, text

CHECK = "/loesungen/dipas/pruefung"


def listed(page, verdict):
    found = page.find(f".//ul[@class='verdicts verdicts--{verdict}']")
    return [text(item) for item in found] if found is not None else []


def test_a_solution_leads_to_its_check(page):
    assert CHECK in links(page("/loesungen/dipas"))


def test_only_what_the_solution_requires_is_asked(page):
    asked = [select.get("name") for select in page(CHECK).iterfind(".//form[@class='reuse-check']//select")]
    assert asked == ["groesse", "personal", "it", "geodaten", "budget"]
    assert page(CHECK).find(".//section[@aria-labelledby='ergebnis']") is None


def test_answers_are_met_open_or_unknown_with_the_reason(page):
    found = page(f"{CHECK}?geodaten=ja&it=niemand&groesse=ab-100000")
    met, still_open, unknown = (listed(found, v) for v in ("erfuellt", "offen", "unbekannt"))
    assert any("Geodatendienste" in one and "Ihre Antwort: ja" in one for one in met)
    assert any("Erprobt in Orten Ihrer Größe" in one for one in met)
    assert any("Server" in one and "niemand" in one for one in still_open)
    assert any("Touchtables" in one and "fragt die Prüfung nicht" in one for one in unknown)
    assert len(met) + len(still_open) + len(unknown) == 4 + 2


def test_a_known_amount_is_compared_but_decides_nothing(page):
    found = page("/loesungen/smart-village-app/pruefung?budget=unter-10000")
    (told,) = [one for one in listed(found, "unbekannt") if one.startswith("Kosten der Übernahme")]
    assert re.search(r"Die Quellen nennen [\d.]+ Euro \(\w+\)\. Das liegt über Ihrem Rahmen\.", told)
    assert "Anbieter" in told


def test_nonsense_in_the_address_is_no_answer(page):
    found = page(f"{CHECK}?geodaten=%00&it=<b>&groesse=riesig&budget=viel&x=ja")
    assert listed(found, "erfuellt") == listed(found, "offen") == []


def test_every_solution_can_be_checked(page, visitor, real_edition):
    for (solution,) in sqlite3.connect(real_edition.database).execute("SELECT id FROM solutions"):
        page(f"/loesungen/{solution}/pruefung?groesse=5000-bis-20000&budget=unter-50000")
    assert visitor.get("/loesungen/gibt-es-nicht/pruefung").status_code == 404
