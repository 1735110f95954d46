"""Solutions are listed by the rule for curated ones, and each page tells what it takes to take one over."""

from __future__ import annotations

import sqlite3
from io import BytesIO

import docx
import pytest

from tests.catalogue.web.reading_pages import links, text


def listed(page, section):
    found = page.find(f".//section[@aria-labelledby='{section}']")
    return [a for a in links(found) if a.startswith("/loesungen/")] if found is not None else []


def test_curated_solutions_come_first_and_the_others_say_what_is_missing(page):
    found = page("/loesungen")
    assert len(listed(found, "kuratiert")) >= 17
    for card in found.findall(".//section[@aria-labelledby='weitere']//article"):
        assert "Noch nicht:" in text(card)
        assert not text(card).rstrip().endswith("Noch nicht:")
    assert "Noch nicht" not in text(found.find(".//section[@aria-labelledby='kuratiert']"))


def test_the_list_is_narrowed_by_its_address(page):
    found = page("/loesungen?feld=mobilitaet&quelloffen=ja")
    assert "/loesungen/erzmobil" in listed(found, "kuratiert")
    assert len(listed(found, "kuratiert")) < len(listed(page("/loesungen"), "kuratiert"))
    assert len(listed(page("/loesungen?feld=atlantis"), "kuratiert")) >= 17


def test_a_choice_without_a_solution_is_said(page):
    found = page("/loesungen?feld=gesundheit-pflege&art=drohne")
    assert "Keine Lösung passt" in text(found)
    assert "/loesungen" in links(found)


def test_a_solution_tells_what_it_takes_who_has_it_and_where_to_ask(page):
    found = page("/loesungen/dipas")
    told = text(found)
    assert "Geodatendienste der Kommune" in told
    assert "halben Stelle" in told
    assert "/kommunen/bremen" in links(found)
    assert "https://www.dipas.org" in links(found)
    assert "/massnahmen/hamburg-leipzig-muenchen-dipas" in links(found)


def test_a_standard_that_the_catalogue_knows_is_a_link(page):
    assert "/wissen/normen/oparl" in links(page("/loesungen/smart-village-app"))


def test_a_measure_leads_to_its_solution(page):
    assert "/loesungen/erzmobil" in links(page("/massnahmen/zwoenitz-erzmobil"))


def test_every_solution_has_a_valid_page(page, real_edition):
    ids = [row[0] for row in sqlite3.connect(real_edition.database).execute("SELECT id FROM solutions")]
    assert len(ids) >= 41
    for solution_id in ids:
        page(f"/loesungen/{solution_id}")


@pytest.mark.parametrize("address", ["/loesungen/gibt-es-nicht", "/en/loesungen/gibt-es-nicht"])
def test_an_unknown_solution_is_no_page(visitor, address):
    assert visitor.get(address).status_code == 404


def test_solutions_stand_side_by_side_in_the_order_of_the_address(page):
    found = page("/loesungen/vergleich?id=dipas&id=consul-democracy&id=gibt-es-nicht&id=dipas")
    heads = [links(head)[0] for head in found.find(".//table").findall("thead/tr/th")[1:]]
    assert heads == ["/loesungen/dipas", "/loesungen/consul-democracy"]
    assert "/loesungen/vergleich?id=consul-democracy" in links(found)
    assert all(len(row.findall("td")) == 2 for row in found.iterfind(".//table/tbody/tr"))


def test_the_comparison_names_what_it_does_not_know(page):
    found = page("/loesungen/vergleich?id=dipas&id=gibt-es-nicht")
    assert "Diese Einträge gibt es nicht Sie bleiben außer Betracht: gibt-es-nicht" in text(found)
    assert "außer Betracht" not in text(page("/loesungen/vergleich?id=dipas"))


def test_the_comparison_speaks_the_language_of_the_page(page):
    rows = page("/en/loesungen/vergleich?id=dipas&id=consul-democracy").findall(".//tbody/tr")
    told = {text(row.find("th")): text(row.find("td")) for row in rows}
    assert "In operation" in told["Status"]
    assert "yes" in told["Open source"]


def test_five_solutions_are_enough_and_none_is_no_fault(page):
    six = "&".join(
        f"id={one}" for one in ("dipas", "erzmobil", "masterportal", "bakim", "hal-plan", "giess-den-kiez")
    )
    found = page(f"/loesungen/vergleich?{six}")
    assert len(found.find(".//table").findall("thead/tr/th")) == 1 + 5
    assert "Mehr als fünf" in text(found)
    assert page("/loesungen/vergleich").find(".//form[@class='choose']") is not None


@pytest.mark.parametrize("solution", ["dipas", "dksr-oup"])
def test_a_solution_has_a_fact_sheet_as_pdf_and_word_file(visitor, solution):
    as_pdf = visitor.get(f"/loesungen/{solution}/steckbrief.pdf")
    assert as_pdf.data.startswith(b"%PDF-")
    as_word = visitor.get(f"/loesungen/{solution}/steckbrief.docx")
    document = docx.Document(BytesIO(as_word.data))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading 1")]
    assert {"Auf einen Blick", "Was man zur Übernahme braucht", "Quellen"} <= set(headings)
    assert visitor.get("/loesungen/gibt-es-nicht/steckbrief.pdf").status_code == 404
