"""The dossier of a curated solution: what its entry tells of taking it over, on one page, and what no source tells."""

from __future__ import annotations

import sqlite3

from tests.catalogue.web.reading_pages import links, text


def sections(page):
    return {text(part.find("h2")): part for part in page.iterfind(".//section[@class='dossier__part']")}


def test_a_dossier_has_all_that_a_take_over_asks_for(page):
    assert list(sections(page("/loesungen/erzmobil/uebernahme"))) == [
        "Kosten der Einführung",
        "Kosten des Betriebs",
        "Personal und Aufwand",
        "Technik, Daten und Partner",
        "Recht",
        "Vergabe und Betreibermodell",
        "Datenschutz",
        "Lizenz",
        "Wer es nutzt oder nutzen will",
        "Die ersten Schritte",
    ]


def test_it_tells_what_the_entry_tells_and_that_nothing_is_told_where_nothing_is(page):
    parts = sections(page("/loesungen/erzmobil/uebernahme"))
    assert "Personenbeförderungsschein" in text(parts["Personal und Aufwand"])
    assert "Genehmigung nach Personenbeförderungsrecht" in text(parts["Recht"])
    assert "Landkreis St. Wendel" in text(parts["Wer es nutzt oder nutzen will"])
    assert "Keine Angabe in den Quellen" in text(parts["Kosten des Betriebs"])
    steps = [text(step) for step in parts["Die ersten Schritte"].findall(".//ol/li")]
    assert steps[0] == "Bedarf abfragen und Workshops in den Ortsteilen"


def test_it_leads_to_the_knowledge_on_law_and_to_the_check(page):
    shown = page("/loesungen/erzmobil/uebernahme")
    parts = sections(shown)
    assert "/wissen/fragen/vergabe-wann-ausschreiben" in links(parts["Vergabe und Betreibermodell"])
    assert "/wissen/fragen/datenschutz-hilfen" in links(parts["Datenschutz"])
    assert "/loesungen/erzmobil/pruefung" in links(shown)


def test_each_curated_solution_has_one_and_leads_to_it_and_no_other_does(page, visitor, real_edition):
    for solution, curated in sqlite3.connect(real_edition.database).execute(
        "SELECT id, curated FROM solutions"
    ):
        address = f"/loesungen/{solution}/uebernahme"
        assert (address in links(page(f"/loesungen/{solution}"))) is bool(curated)
        if curated:
            assert len(sections(page(address))) == 10
        else:
            assert visitor.get(address).status_code == 404
