"""The reuse check asks what a solution requires and tells what a place meets, with reasons."""

from __future__ import annotations

import re
import sqlite3
from io import BytesIO

import docx

from tests.catalogue.web.reading_pages import links, text

CHECK = "/loesungen/dipas/pruefung"


def listed(page, verdict):
    found = page.find(f".//ul[@class='verdicts verdicts--{verdict}']")
    return [text(item) for item in found] if found is not None else []


def test_a_solution_leads_to_its_check(page):
    assert CHECK in links(page("/loesungen/dipas"))


def test_only_what_the_solution_requires_is_asked(page):
    asked = [select.get("name") for select in page(CHECK).iterfind(".//form[@class='reuse-check']//select")]
    assert asked == ["groesse", "personal", "geodaten", "it", "bedarf-4", "budget", "jahresbudget"]
    kinds = [text(legend) for legend in page(CHECK).iterfind(".//form[@class='reuse-check']//legend")]
    assert kinds == ["Personal", "Daten", "Infrastruktur", "Geld"]
    assert page(CHECK).find(".//section[@aria-labelledby='ergebnis']") is None


def test_answers_are_met_open_or_unknown_with_the_reason(page):
    found = page(f"{CHECK}?geodaten=ja&it=niemand&groesse=ab-100000")
    met, still_open, unknown = (listed(found, v) for v in ("erfuellt", "offen", "unbekannt"))
    assert any("Geodatendienste" in one and "Ihre Antwort: ja" in one for one in met)
    assert any("Erprobt in Orten Ihrer Größe" in one for one in met)
    assert any("Server" in one and "niemand" in one for one in still_open)
    assert any("Touchtables" in one and "Noch nicht beantwortet" in one for one in unknown)
    assert len(met) + len(still_open) + len(unknown) == 4 + 3


def test_a_requirement_without_a_rule_is_asked_for_itself(page):
    assert any("Touchtables" in one for one in listed(page(f"{CHECK}?bedarf-4=ja"), "erfuellt"))
    assert any("Touchtables" in one for one in listed(page(f"{CHECK}?bedarf-4=nein"), "offen"))


def test_every_requirement_of_every_solution_is_asked(page, real_edition):
    db = sqlite3.connect(real_edition.database)
    needs: dict[str, list[str]] = {}
    for solution, need in db.execute("SELECT solution, text FROM solutions_requirements"):
        needs.setdefault(solution, []).append(need)
    for solution, told in needs.items():
        asked = text(page(f"/loesungen/{solution}/pruefung").find(".//form[@class='reuse-check']"))
        assert not [need for need in told if " ".join(need.split()) not in asked], solution


def test_the_result_says_what_to_do_next_and_of_what_no_source_tells(page):
    found = text(page(f"{CHECK}?it=niemand").find(".//section[@aria-labelledby='ergebnis']"))
    assert "Klären Sie, wer betreibt" in found
    assert "Fragen Sie die genannte Stelle nach dem, was nicht bekannt ist." in found
    assert "Keine Quelle nennt Voraussetzungen zu: Recht, Vergabe und Verträge" in found
    assert "Bringen Sie die Vorlage in Ihren Rat ein" not in found
    met = f"{CHECK}?it=eigene&geodaten=ja&personal=stelle&bedarf-4=ja"
    assert "Bringen Sie die Vorlage in Ihren Rat ein" in text(page(met))


def test_the_result_goes_into_the_paper(page, visitor):
    address = f"{CHECK}?it=niemand&bedarf-4=ja"
    (link,) = [one for one in links(page(address)) if "pruefung.docx" in one]
    told = docx.Document(BytesIO(visitor.get(link).data))
    lines = [p.text for p in told.paragraphs]
    at = lines.index("Prüfung: Passt das zu uns?")
    assert lines[at + 1] == "Noch offen"
    assert "niemand" in lines[at + 2]
    assert any("Touchtables" in line and "haben wir" in line for line in lines[at:])
    assert visitor.get("/loesungen/gibt-es-nicht/pruefung.pdf").status_code == 404


def test_running_costs_are_compared_with_what_there_is_each_year(page):
    found = page("/loesungen/smart-village-app/pruefung?jahresbudget=unter-2000")
    assert any(one.startswith("Kosten des Betriebs im Jahr") for one in listed(found, "unbekannt"))


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
