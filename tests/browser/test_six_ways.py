"""The ways of six people, each from the start page by nothing but what the pages offer, with the number of their steps.

A step is a link followed, a form sent, or a box unfolded; typing into a field belongs to sending its form.
"""

from __future__ import annotations

import io
import zipfile
from urllib.parse import unquote

from playwright.sync_api import Locator, expect

START = "/"


class Way:
    """Somebody on their way through the site, whose steps are counted."""

    def __init__(self, visit, start: str = START) -> None:
        self.visit = visit
        self.page = visit.open(start)
        self.steps = 0

    def sees(self, *texts: str) -> Way:
        """What the page says to people."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)
        return self

    def follow(self, link: Locator) -> Way:
        """Follow a link that is there to be seen."""
        expect(link).to_be_visible()
        self.steps += 1
        link.click()
        self.page.wait_for_load_state()
        return self

    def link(self, name: str, within: str = "main") -> Locator:
        """The first link of a part of the page whose name begins so."""
        return self.page.locator(within).get_by_role("link", name=name).first

    def menu(self, group: str, entry: str) -> Way:
        """Choose from the header: a group to unfold, then a page."""
        self.steps += 1
        self.page.locator(".main-nav summary", has_text=group).click()
        return self.follow(self.page.locator(".main-nav a", has_text=entry).first)

    def ask(self, words: str) -> Way:
        """Type into the search of the page and send it."""
        box = self.page.locator("main #q")
        box.fill(words)
        self.steps += 1
        box.press("Enter")
        self.page.wait_for_load_state()
        return self

    def unfold(self, summary: Locator) -> Way:
        """Open a box."""
        self.steps += 1
        summary.click()
        return self

    def taken(self, link: Locator) -> bytes:
        """The file to which a link of the page leads."""
        expect(link).to_be_visible()
        self.steps += 1
        answer = self.page.request.get(self.visit.site + link.get_attribute("href"))
        assert answer.status == 200
        return answer.body()


def words_of_docx(file: bytes) -> str:
    """The text of a Word file."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.read("word/document.xml").decode("utf-8")


def test_somebody_who_wants_a_village_bus_takes_cost_contact_and_a_paper_to_the_council(visit):
    way = Way(visit).ask("Bus auf dem Dorf")
    way.sees("Alles zu „Rufbus“", "ERZmobil").follow(way.link("Alles zu „Rufbus“"))
    way.sees("Orte, davon", "Was es kostete", "Was eingestellt wurde und warum")
    expect(way.page.locator("[aria-labelledby=kosten]")).to_contain_text("Euro")
    way.follow(way.link("ERZmobil"))
    way.sees("Was es kostet", "Was es braucht", "Wer nutzt es", "Wen fragen", "Dazu gibt es eine Lösung")
    letter = way.page.locator(".enquiry .letter__body")
    mail = way.page.locator(".answer a[href^='mailto:']")
    assert mail.count() or letter.count()
    if mail.count():
        assert "ERZmobil" in unquote(mail.first.get_attribute("href"))
    paper = words_of_docx(way.taken(way.link("Ratsvorlage", ".entry-actions")))
    assert all(
        text in paper for text in ("ERZmobil", "Beschlussvorschlag", "Kosten und finanzielle Auswirkungen")
    )
    assert way.steps == 4


def test_a_building_yard_finds_how_to_water_trees_and_who_gave_it_up(visit):
    way = Way(visit).ask("Bäume gießen im Sommer")
    need = way.link("Alles zu „Smarte Bewässerung“")
    way.follow(need).sees("Wer hat das?", "Was herauskam", "Lösungen zum Übernehmen", "Wen fragen")
    way.follow(way.link("Vergleichen")).sees("Was man zur Übernahme braucht", "Kosten")
    assert way.page.locator(".comparison").first.locator("thead th").count() > 2
    assert way.taken(way.link("Als Tabelle (CSV)")).count(b"\n") > 2
    assert way.steps == 4


def test_a_council_member_asks_for_a_neighbouring_place(visit):
    way = Way(visit).ask("Hochwasser Stollberg")
    way.sees("Stollberg")
    around = way.page.locator("main a[href*='ort=14521590'][href*='nahe=']").first
    way.follow(around)
    expect(way.page.locator(".hit-place").first).to_contain_text("km")
    way.follow(way.page.locator(".hits .result h3 a").first).sees("Können wir das auch?", "Wen fragen")
    assert way.steps == 3


def test_an_english_researcher_finds_the_data_and_cites_the_edition(visit):
    way = Way(visit)
    way.follow(way.page.locator("header a[hreflang=en]"))
    way.sees("model projects").ask("on-demand bus")
    way.follow(way.page.locator(".hits .result h3 a").first)
    way.sees("Can we do that too?", "What it costs", "Cite as:")
    way.menu("Data", "Download")
    way.sees("CSV", "JSON")
    assert way.steps == 5
    expect(way.page.locator("html")).to_have_attribute("lang", "en")


def test_an_assistant_reads_on_state_aid_and_takes_the_self_check(visit):
    way = Way(visit).ask("Beihilfe")
    way.sees("Beihilfe").follow(way.page.locator(".hits .result h3 a", has_text="eihilfe").first)
    way.sees("Beihilfe", "Quellen")
    way.menu("Wissen", "Roadmap").follow(way.link("Selbsttest: Wo steht unser Vorhaben?"))
    way.page.locator(".self-check input[value=ja]").first.check(force=True)
    way.follow(way.page.get_by_role("button", name="Auswerten"))
    way.sees("Ergebnis", "Ihr Vorhaben steht in der Phase:", "Als Nächstes", "Wie ausgewertet wird")
    assert way.steps == 6


def test_a_journalist_learns_what_was_paid_and_what_is_reused(visit):
    way = Way(visit).ask("Wie viel Geld wurde abgerufen")
    way.follow(way.page.locator(".hits .result h3 a").first).sees("Quellen")
    way.menu("Wissen", "Programm in Zahlen").sees("Mittelabruf", "Fördervolumens", "820")
    way.menu("Lösungen", "Übertragungen")
    way.sees("berichtete Nachnutzungen", "davon andernorts im Einsatz", "Was hier zählt")
    table = way.page.locator("#tabelle ~ details").first
    way.unfold(table.locator("summary"))
    expect(table.locator("tbody tr").first.locator("td a[rel~=external]").first).to_be_visible()
    assert way.steps == 7
