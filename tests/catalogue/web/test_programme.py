"""The programme's figures name where they stand, and goals lead to the measures that their rules find."""

from __future__ import annotations

import re
import sqlite3

from tests.catalogue.web.reading_pages import links, text


def test_every_figure_names_the_question_that_it_stands_in(page):
    found = page("/programm")
    figures = found.findall(".//ul[@class='figure-list']/li")
    assert len(figures) >= 13
    for figure in figures:
        assert re.search(r"Frage \d+|Vorbemerkung", text(figure)), text(figure)
    rows = found.findall(".//table[@aria-labelledby='mittel']/tbody/tr")
    assert len(rows) == 8
    assert all("Frage 1" in text(row) for row in rows)


def test_the_funds_drawn_add_up(page, real_edition):
    total = (
        sqlite3.connect(real_edition.database).execute("SELECT sum(amount_eur) FROM drawdowns").fetchone()[0]
    )
    assert total == 146_032_000
    last = text(page("/programm").findall(".//table[@aria-labelledby='mittel']/tbody/tr")[-1])
    assert "bis 30. November 2024" in last
    assert f"{100 * total / 691_010_000:.1f}".replace(".", ",") + " Prozent" in last


def test_own_counts_stand_apart_from_stated_ones(page, real_edition):
    measures = real_edition.manifest["counts"]["measure"]
    beside = [text(item) for item in page("/programm").iterfind(".//ul[@class='figure-list']/li")]
    assert any("650 Maßnahmen" in told and f"im Katalog: {measures}" in told for told in beside)


def test_nine_goals_lead_to_their_pages_with_the_stated_and_the_own_number(page):
    goals = [a for a in links(page("/ziele")) if a.startswith("/ziele/")]
    assert len(goals) == 9
    transport = page("/ziele/nahverkehr")
    assert "47" in text(transport)
    assert "laut Bundesregierung, Frage 33" in text(transport)
    assert "/massnahmen/zwoenitz-erzmobil" in links(transport)
    assert "Handlungsfeld „Mobilität und Verkehr“ + Wortteil „bus“" in text(transport)


def test_every_goal_has_a_valid_page_and_an_unknown_one_has_none(page, visitor):
    for address in [a for a in links(page("/ziele")) if a.startswith("/ziele/")]:
        page(address)
    assert visitor.get("/ziele/weltfrieden").status_code == 404
