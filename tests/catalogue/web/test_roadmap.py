"""The roadmap leads through stages and criteria, and its self-check keeps the answers in the address."""

from __future__ import annotations

import sqlite3

from catalogue.queries.connection import connect
from tests.catalogue.web.reading_pages import links, text


def test_the_roadmap_has_five_stages_and_what_runs_through_all(page):
    stages = page("/roadmap").findall(".//li[@class='stage']")
    throughout = page("/roadmap").findall(".//li[@class='stage stage--throughout']")
    assert (len(stages), len(throughout)) == (5, 1)
    assert "skalierung.smart-city-dialog.de" in text(page("/roadmap"))


def test_a_strand_narrows_the_criteria(page):
    def criteria(address: str) -> int:
        return len([a for a in links(page(address)) if a.startswith(("/roadmap/p", "/roadmap/d-"))])

    assert criteria("/roadmap") == 21
    assert 0 < criteria("/roadmap?strang=finanziell") < 21
    assert criteria("/roadmap?strang=atlantis") == 21


def test_every_criterion_has_a_valid_page(page, visitor, real_edition):
    db = sqlite3.connect(real_edition.database)
    for (criterion,) in db.execute("SELECT id FROM criteria"):
        page(f"/roadmap/{criterion}")
    assert visitor.get("/roadmap/gibt-es-nicht").status_code == 404


def test_a_criterion_leads_to_what_shows_how_it_is_done(page):
    addresses = links(page("/roadmap/p2-offene-schnittstellen"))
    assert {"/loesungen/civitas-core", "/wissen/normen/din-spec-91357"} <= set(addresses)


def test_every_criterion_names_a_place_or_a_solution_that_shows_how(real_edition):
    db = connect(real_edition.database)
    alone = db.execute(
        """
        SELECT id FROM criteria
         WHERE id NOT IN (SELECT criterion FROM criteria_measures UNION SELECT criterion FROM criteria_solutions)
        """
    ).fetchall()
    assert [row["id"] for row in alone] == []


def test_the_self_check_asks_every_question_and_tells_nothing_unasked(page):
    asked = page("/roadmap/selbsttest")
    assert len(asked.findall(".//form[@class='self-check']//fieldset")) == 21
    assert asked.find(".//section[@aria-labelledby='ergebnis']") is None


def test_the_answers_in_the_address_decide_the_stage(page):
    first = page("/roadmap/selbsttest?p1-marktanalyse=nein")
    assert "Ihr Vorhaben steht in der Phase: Ideenfindung" in text(first)
    later = page("/roadmap/selbsttest?p1-problemraum-loesungsraum=ja&p1-interkommunale-zusammenarbeit=ja")
    told = text(later.find(".//section[@aria-labelledby='ergebnis']"))
    assert "Ideenfindung" not in told or "Prototypentwicklung" in told
    chosen = later.findall(".//input[@checked='']")
    assert [c.get("id") for c in chosen if c.get("value") == "ja"] == [
        "p1-problemraum-loesungsraum-ja",
        "p1-interkommunale-zusammenarbeit-ja",
    ]


def test_all_answered_with_yes_is_the_end_of_the_way(page, real_edition):
    ids = [row[0] for row in sqlite3.connect(real_edition.database).execute("SELECT id FROM criteria")]
    done = page("/roadmap/selbsttest?" + "&".join(f"{one}=ja" for one in ids))
    assert "Alle Phasen sind geschafft." in text(done)


def test_nonsense_in_the_address_is_no_answer(page):
    assert "Ihr Vorhaben steht in der Phase: Ideenfindung" in text(
        page("/roadmap/selbsttest?p1-marktanalyse=%00<script>&x=ja")
    )
