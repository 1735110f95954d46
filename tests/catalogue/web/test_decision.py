"""The pages of measures and solutions: what it is, whether one can do the same, what to take along, whom to ask."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from catalogue.edition import build
from catalogue.web import create_app
from tests.catalogue.web.reading_pages import by_id, links, parsed, text
from tests.small_content import MEASURE, write_small_content

CONTACT = "contact: {name: Rufbus-Büro, email: rufbus@smartcity.example.org}\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Gives pages over the small content, whose measure has a contact with an e-mail address."""
    folder = tmp_path_factory.mktemp("decision")
    content = write_small_content(folder / "content")
    entry = (content / MEASURE).read_text("utf-8")
    (content / MEASURE).write_text(
        entry.replace("open_source: true\n", f"open_source: true\n{CONTACT}"), "utf-8"
    )
    visitor = create_app(build(content, folder / "build").edition, {"TESTING": True}).test_client()

    def page(address):
        response = visitor.get(address)
        assert response.status_code == 200
        return parsed(response.text)

    return page


def headings(page):
    return [
        (element.tag, text(element))
        for element in page.find(".//main").iter()
        if element.tag in ("h1", "h2", "h3")
    ]


QUESTIONS = [("h3", name) for name in ("Was es kostet", "Was es braucht", "Wer nutzt es", "Wen fragen")]


def test_a_measure_says_what_it_is_then_answers_then_tells_its_story_and_its_sources(small):
    found = headings(small("/massnahmen/musterstadt-rufbus"))
    assert found[:7] == [
        ("h1", "Rufbus"),
        ("h2", "Dazu gibt es eine Lösung zum Übernehmen"),
        ("h2", "Können wir das auch?"),
        *QUESTIONS,
    ]
    story = [name for _, name in found[7:]]
    order = (
        "Ausgangslage",
        "Was daraus wurde",
        "Was andere daraus lernen können",
        "Weitere Angaben",
        "Quellen",
    )
    assert [name for name in story if name in order] == list(order)


def test_a_solution_says_so_in_the_same_order_and_where_it_runs_with_results(small):
    shown = small("/loesungen/rufbus-baukasten")
    found = headings(shown)
    assert found[:6] == [("h1", "Rufbus-Baukasten"), ("h2", "Können wir das auch?"), *QUESTIONS]
    running = shown.find(".//section[@aria-labelledby='massnahmen']")
    assert "/massnahmen/musterstadt-rufbus" in links(running)
    assert "Rund 40 Fahrgäste am Tag" in text(running)


def test_what_it_is_comes_before_the_facts_in_the_order_of_reading(small):
    for address, line in (
        ("/massnahmen/musterstadt-rufbus", "Kleinbus auf Bestellung"),
        ("/loesungen/rufbus-baukasten", "Software für Busse auf Bestellung"),
    ):
        shown = text(small(address).find(".//main"))
        assert shown.index(line) < shown.index("Können wir das auch?") < shown.index("Was es kostet")


def answer(page, question):
    return page.find(f".//section[@aria-labelledby='{question}']")


def test_an_answer_begins_with_few_words_or_says_that_no_source_answers(small):
    solution = small("/loesungen/rufbus-baukasten")
    short = answer(solution, "kosten").find("p[@class='answer__short']")
    assert text(short) == "20.000 bis 30.000 Euro (anschaffung, 2024, netto) – Einrichtung laut Anbieter"
    assert "Einrichtung laut Anbieter" in text(answer(solution, "kosten"))
    pegel = small("/massnahmen/musterstadt-pegel")
    assert "Keine Quelle nennt einen Betrag" in text(answer(pegel, "kosten"))
    assert "Keine Quelle berichtet von einer Nachnutzung" in text(answer(pegel, "nutzung"))
    assert "Keine Quelle nennt eine Ansprechstelle" in text(answer(pegel, "kontakt"))


def test_an_answer_names_its_source_and_leads_to_the_entry_that_tells_it(small):
    assert "#quelle-1" in links(answer(small("/loesungen/rufbus-baukasten"), "kosten"))
    needs = answer(small("/massnahmen/musterstadt-rufbus"), "bedarf")
    assert "/loesungen/rufbus-baukasten" in links(needs)
    assert "laut Lösung „Rufbus-Baukasten“" in text(needs)


def test_council_paper_fact_sheet_and_shortlist_stand_first(small):
    for folder, one in (("massnahmen", "musterstadt-rufbus"), ("loesungen", "rufbus-baukasten")):
        actions = small(f"/{folder}/{one}").find(".//ul[@class='entry-actions']")
        assert links(actions) == [
            f"/merkliste.docx?id={one}",
            f"/{folder}/{one}/steckbrief.pdf",
            f"/merkliste?id={one}",
        ]


def test_a_known_address_opens_a_letter_and_an_unknown_one_gives_its_text_to_copy(small):
    asked = answer(small("/massnahmen/musterstadt-rufbus"), "kontakt")
    (mail,) = [address for address in links(asked) if address.startswith("mailto:") and "subject" in address]
    assert urlsplit(mail).path == "rufbus@smartcity.example.org"
    assert text(by_id(asked, "kontakt")) == "Wen fragen"
    letter = asked.find(".//div[@class='letter']")
    assert letter.get("lang") == "de"
    assert "Guten Tag" in text(letter)


def test_a_solution_shows_where_it_runs_on_a_map_and_in_a_table(page):
    shown = page("/loesungen/erzmobil")
    drawn = shown.find(".//*[@aria-labelledby='karte']")
    pointed = [point.get("href") for point in drawn.iter() if point.get("aria-label") and point.get("href")]
    table = shown.find(".//details[@class='kern-accordion map-table']")
    assert sorted(pointed) == sorted(links(table)) == ["/kommunen/landkreis-st-wendel", "/kommunen/zwoenitz"]
    assert "nutzt sie auch" in text(table)


def test_every_real_entry_leads_to_somebody_or_says_that_no_source_does(page, db):
    for one in [row[0] for row in db.execute("SELECT id FROM measures ORDER BY id")][::29]:
        asked = answer(page(f"/massnahmen/{one}"), "kontakt")
        assert "Guten Tag" in text(asked) or "Keine Quelle nennt eine Ansprechstelle" in text(asked)


def test_a_card_among_hits_tells_the_same_few_words_as_the_page(page):
    card = page("/suche?q=Hofer+LandBus").find(".//ol[@class='hits']//article")
    shown = [text(item) for item in card.findall(".//ul[@class='short-facts']/li")]
    assert shown
    measure = page(links(card)[0])
    begins = [text(p) for p in measure.findall(".//section[@class='answer']/p[@class='answer__short']")]
    assert [line.partition(": ")[2] for line in shown] == begins
