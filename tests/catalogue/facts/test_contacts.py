"""Each measure and each solution leads to somebody, by one rule; the letter to them opens in a mail program as written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from catalogue.facts.answers import Answer
from catalogue.facts.contacts import Addressee, addressee
from catalogue.facts.enquiry import Enquiry, enquiry
from catalogue.facts.fact import Value
from catalogue.facts.questions import Question
from catalogue.facts.wording import Wording
from catalogue.model.entries import Contact, Measure, Solution

WORDS = Wording("de", {}, date(2026, 11, 30))
OFFICE = Contact(name="Stabsstelle", email="smartcity@example.org")
PAGE = Contact(name="Projektbüro", url="https://example.org/kontakt")


@dataclass(frozen=True)
class Project:
    """A model project with what leads to it."""

    website: str | None = None
    contact: Contact | None = None
    id: str = "musterstadt"


def measure(**told):
    return Measure.model_construct(**{"contact": None, "website": None, "sources": []} | told)


def solution(**told):
    return Solution.model_construct(**{"contact": None, "website": None, "sources": []} | told)


WEBSITE = "https://example.org/smart"


@pytest.mark.parametrize(
    ("entry", "project", "told"),
    [
        (measure(contact=PAGE), Project(WEBSITE, OFFICE), "Projektbüro (example.org/kontakt)"),
        (
            measure(website="https://a.example"),
            Project(WEBSITE, OFFICE),
            "Stabsstelle (smartcity@example.org)",
        ),
        (
            measure(website="https://a.example"),
            Project(WEBSITE),
            "Website des Modellprojekts (example.org/smart)",
        ),
        (measure(website="https://a.example"), Project(), "Seite der Maßnahme (a.example)"),
        (solution(contact=PAGE, website=WEBSITE), Project(None, OFFICE), "Projektbüro (example.org/kontakt)"),
        (
            solution(website="https://a.example"),
            Project(WEBSITE, OFFICE),
            "Kontakt über die Seite der Lösung (a.example)",
        ),
        (solution(), Project(WEBSITE, OFFICE), "Stabsstelle (smartcity@example.org)"),
        (solution(), Project(WEBSITE), "Website des Modellprojekts (example.org/smart)"),
    ],
)
def test_what_comes_first_counts(entry, project, told):
    found = addressee(WORDS, entry, [project])
    assert found.told.line == told


def test_the_contact_of_a_project_is_told_as_such_and_leads_to_the_project():
    found = addressee(WORDS, measure(), [Project(contact=OFFICE)])
    assert found.origin == Value("laut Modellprojekt", german=False, address="/projekte/musterstadt")
    assert addressee(WORDS, measure(contact=OFFICE), [Project()]).origin is None


def test_any_of_several_projects_with_a_contact_is_asked_before_the_website_of_another():
    found = addressee(WORDS, solution(), [Project(WEBSITE), Project(contact=OFFICE, id="nebenan")])
    assert found.email == OFFICE.email


def test_where_no_source_names_anybody_there_is_nobody():
    assert addressee(WORDS, measure(), [Project()]) is None
    assert addressee(WORDS, solution(), []) is None


def letter(email, title="Rufbus & Bahn: 100 % + mehr?", answers=()):
    to = Addressee(Value("Stabsstelle"), Value("kurz"), email=email, page="https://example.org/kontakt")
    entry = measure(title=title, subtitle="Kleinbus auf Bestellung")
    return enquiry(entry, answers, to, "https://k.example/massnahmen/x?a=1&b=2")


def test_the_mail_address_decodes_to_the_letter():
    written = letter("smart+city@example.org")
    scheme, _, path, query, _ = urlsplit(written.mailto)
    assert (scheme, path) == ("mailto", "smart%2Bcity@example.org")
    assert "+" not in query
    decoded = parse_qs(query, strict_parsing=True)
    assert decoded["subject"] == ["Anfrage zu „Rufbus & Bahn: 100 % + mehr?“"]
    assert decoded["body"][0].replace("\r\n", "\n") == written.body
    assert "\n" not in decoded["body"][0].replace("\r\n", "")
    assert "https://k.example/massnahmen/x?a=1&b=2" in written.body


def test_without_an_address_there_is_no_mail_but_the_letter_and_the_page():
    written = letter(None)
    assert isinstance(written, Enquiry)
    assert (written.mailto, written.page) == ("", "https://example.org/kontakt")
    assert written.body.startswith("Guten Tag,")


def test_the_letter_asks_for_what_no_source_answers():
    asked = letter(None, answers=[Answer(Question.COST, "Was es kostet", [], "")]).body
    assert "gekostet" in asked
    assert "gekostet" not in letter(None).body
