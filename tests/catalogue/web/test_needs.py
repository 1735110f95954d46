"""A need's page tells what all measures about it tell, and each statement leads to the measure that makes it."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from catalogue.facts.lesson_themes import OTHER, theme_of
from tests.catalogue.web.reading_pages import links, text

NEED = "/bedarf/rufbus"
ERZMOBIL = "/massnahmen/zwoenitz-erzmobil"


def section(page, heading: str):
    """The section under the heading with an id."""
    return page.find(f".//section[@aria-labelledby='{heading}']")


@pytest.mark.parametrize("root", ["", "/en"])
def test_the_list_of_needs_leads_to_every_one_with_its_number_of_places(page, visitor, root):
    needs = [address for address in links(page(f"{root}/bedarf").find(".//main")) if "/bedarf/" in address]
    assert len(needs) > 50
    assert len(set(needs)) == len(needs)
    for address in needs[::7]:
        assert visitor.get(address).status_code == 200


def test_who_has_it_stands_in_a_table_with_running_ones_first(page):
    table = section(page(NEED), "wer").find(".//table")
    statuses = [text(row.find("td[@data-label='Stand']")) for row in table.iterfind("tbody/tr")]
    running = [status.startswith("im Betrieb") for status in statuses]
    assert running == sorted(running, reverse=True)
    assert ERZMOBIL in links(table)


def test_of_one_status_those_whose_date_is_unknown_come_last(page):
    undated = 0
    for need in sorted({one for one in links(page("/bedarf").find(".//main")) if "/bedarf/" in one}):
        rows = section(page(need), "wer").iterfind(".//tbody/tr")
        statuses = [text(row.find("td[@data-label='Stand']")) for row in rows]
        for name in {status.split(", ")[0] for status in statuses}:
            dated = ["Datum unbekannt" not in status for status in statuses if status.split(", ")[0] == name]
            assert dated == sorted(dated, reverse=True)
            undated += len(dated) - sum(dated)
    assert undated


@pytest.mark.parametrize("root", ["", "/en"])
def test_the_paper_and_the_comparison_say_how_many_they_take_and_take_a_stopped_one(page, root):
    rufbus = page(root + NEED)
    paper, comparison, _table = rufbus.findall(".//ul[@class='need-actions']/li/a")
    share = f"(5 {'of' if root else 'von'} {len(section(rufbus, 'wer').findall('.//tbody/tr'))})"
    assert text(paper).endswith(share)
    assert text(comparison).endswith(share)
    ids = parse_qs(urlsplit(comparison.get("href")).query)["id"]
    assert ids == parse_qs(urlsplit(paper.get("href")).query)["id"]
    assert "cottbus-cloudio" in ids
    assert len(ids) == 5


@pytest.mark.parametrize("heading", ["varianten", "kosten", "ergebnisse", "huerden", "loesungen", "fragen"])
def test_every_part_leads_to_the_entries_that_it_comes_from(page, heading):
    found = links(section(page(NEED), heading))
    assert [address for address in found if address.startswith(("/massnahmen/", "/loesungen/"))]


@pytest.mark.parametrize("root", ["", "/en"])
def test_places_are_counted_by_how_far_they_are_and_the_same_everywhere(page, root):
    found = page(root + NEED)
    everyone, *others = [int(text(one)) for one in found.findall(".//ul[@class='key-figures']/li/strong")]
    figures = text(found.find(".//ul[@class='key-figures']"))
    assert ("in operation" if root else "im Betrieb") in figures
    standing = text(found.find(".//title")).split(": ", 1)[1].split(")")[0] + ")"
    counts = [int(number) for number in re.findall(r"\d+", standing)]
    assert counts[0] == everyone == sum(counts[1:])
    assert counts[1:] == others[: len(counts) - 1]
    for address in ("/bedarf", "/suche?q=Rufbus", ERZMOBIL, "/themen/mobilitaet"):
        assert standing in text(page(root + address).find(".//main"))


def test_what_is_planned_is_not_told_as_running(page):
    rows = section(page(NEED), "wer").iterfind(".//tbody/tr")
    row = next(row for row in rows if "/massnahmen/muehlhausen-on-demand" in links(row))
    assert text(row.find("td[@data-label='Zeitraum']")) == "geplant ab 2026"
    assert "geplant ab 2026" in text(page("/massnahmen/muehlhausen-on-demand"))
    assert "planned from 2026" in text(page("/en/massnahmen/muehlhausen-on-demand"))
    assert "geplant ab 2026" in text(page("/merkliste?id=muehlhausen-on-demand&id=zwoenitz-erzmobil"))


def test_the_places_of_the_table_lead_to_their_pages(page, visitor):
    for cell in section(page(NEED), "wer").iterfind(".//tbody/tr/th"):
        assert links(cell)
        for address in links(cell):
            assert address.startswith(("/kommunen/", "/projekte/"))
            assert visitor.get(address, follow_redirects=True).status_code == 200


def test_what_was_stopped_is_told_with_its_reason(page):
    stopped = section(page(NEED), "eingestellt")
    assert "/massnahmen/cottbus-cloudio" in links(stopped)
    assert "dauerhaften Betrieb" in text(stopped)


def test_a_need_without_anything_stopped_does_not_speak_of_it(page):
    assert section(page("/bedarf/raumbuchung"), "eingestellt") is None


def test_the_figures_are_a_table_for_spreadsheets(page, visitor):
    rows = [*csv.DictReader(io.StringIO(visitor.get(f"{NEED}.csv").data.decode("utf-8-sig")), delimiter=";")]
    shown = {address for address in links(page(NEED).find(".//main")) if address.startswith("/massnahmen/")}
    assert {f"/massnahmen/{row['Kennung']}" for row in rows} == {one.split("#")[0] for one in shown}
    assert "Kosten in Euro" in rows[0]


def test_what_is_no_need_is_not_found(page):
    page("/bedarf/gibt-es-nicht", status=404)
    page("/bedarf/laendlicher-raum", status=404)


@pytest.mark.parametrize(
    ("address", "need"),
    [
        ("/suche?q=Bus+auf+dem+Dorf", "rufbus"),
        ("/suche?q=M%C3%A4ngelmelder", "mangelmelder"),
        (ERZMOBIL, "rufbus"),
        ("/themen/mobilitaet", "rufbus"),
    ],
)
def test_searches_measures_and_topics_lead_to_their_needs(page, address, need):
    assert f"/bedarf/{need}" in links(page(address).find(".//main"))


@pytest.mark.parametrize("query", ["xqzvbn", "Stollberg", "feld:Mobilität"])
def test_a_search_that_names_no_need_offers_none(page, query):
    found = links(page(f"/suche?q={query}").find(".//main"))
    assert [address for address in found if address.startswith("/bedarf/")] == []


@pytest.mark.parametrize(
    ("lesson", "theme"),
    [
        ("Für die Konzession mussten rechtliche Hürden überwunden werden.", "recht"),
        ("Die Ausschreibung brauchte länger als gedacht, Anbieter gab es wenige.", "vergabe"),
        ("Die Batterie der Sensoren hält nur ein Jahr.", "technik"),
        ("Klein anfangen.", OTHER.id),
        ("Ein kostenloses Angebot funktioniert und genügt.", OTHER.id),
        ("Auch Ärztinnen haben es genutzt; es setzt Transparenz voraus.", OTHER.id),
        ("Ohne Förderung trägt niemand die Folgekosten.", "geld"),
    ],
)
def test_a_lesson_belongs_to_the_theme_of_its_words(lesson, theme):
    assert theme_of(lesson).id == theme
