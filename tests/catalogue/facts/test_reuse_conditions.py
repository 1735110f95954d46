"""How costs, repositories, licences and contacts are told, and whom a measure without a contact of its own leads to."""

from __future__ import annotations

import pytest

from catalogue.edition import build
from catalogue.facts import shared
from catalogue.facts.fact import ShownIn, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.wording import wording
from catalogue.model.entries import Contact, Cost, Measure, Repository
from catalogue.queries.connection import connect
from catalogue.queries.measure_records import measure_record
from tests.small_content import MEASURE, PROJECT, write_small_content


@pytest.fixture
def contact_of(tmp_path):
    """Gives what the measure of the small content tells of its contact, after changes of files: path, text before, text."""

    def told(*changes: tuple[str, str, str]) -> list[str]:
        content = write_small_content(tmp_path / "content")
        for path, before, added in changes:
            text = (content / path).read_text("utf-8")
            assert text.count(before) == 1
            (content / path).write_text(text.replace(before, before + added), "utf-8")
        db = connect(build(content, tmp_path / "build").edition.database)
        record = measure_record(db, "musterstadt-rufbus")
        assert record
        facts = facts_in(MEASURE_FACTS, ShownIn.PAGE, record, wording(db, "de"))
        return next(fact.lines for fact in facts if fact.key == "contact")

    return told


WEBSITE = (PROJECT, "phase: umsetzung\n", "website: https://www.example.org/smart/\n")
OF_PROJECT = (PROJECT, "cohort: staffel-1\n", "contact: {name: Stabsstelle, email: smartcity@example.org}\n")
OF_MEASURE = (
    MEASURE,
    "open_source: true\n",
    "contact: {name: Rufbus-Büro, url: https://example.org/rufbus}\n",
)


def test_a_measure_leads_to_its_own_contact_then_to_its_projects_then_to_the_projects_website(contact_of):
    assert contact_of() == []
    assert contact_of(WEBSITE) == ["Website des Modellprojekts (www.example.org/smart)"]
    assert contact_of(WEBSITE, OF_PROJECT) == ["Stabsstelle (smartcity@example.org), laut Modellprojekt"]
    assert contact_of(WEBSITE, OF_PROJECT, OF_MEASURE) == ["Rufbus-Büro (example.org/rufbus)"]


@pytest.mark.parametrize(
    ("cost", "line"),
    [
        ({"covers": "gesamt", "amount_eur": 37471}, "37.471 Euro (insgesamt)"),
        (
            {"covers": "anschaffung", "amount_eur": 2000, "up_to_eur": 4000, "year": 2024, "tax": "brutto"},
            "2.000 bis 4.000 Euro (Anschaffung, 2024, brutto)",
        ),
        ({"covers": "unklar", "note": "Gefördert vom Land"}, "Gefördert vom Land"),
        (
            {"covers": "teil", "amount_eur": 5, "note": "nur Friedrichstadt"},
            "5 Euro (Teilbetrag) – nur Friedrichstadt",
        ),
    ],
)
def test_an_amount_is_told_with_what_it_covers(words, cost, line):
    (value,) = shared.costs(words, measure_without_sources(), [Cost(**cost)])
    assert value.line == line


def test_the_short_cost_says_to_what_its_note_limits_it(words):
    part = {"covers": "teil", "amount_eur": 13000, "year": 2023}
    for note, told in (
        (None, "13.000 Euro (Teilbetrag, 2023)"),
        ("Zwei weitere Fahrzeuge", "13.000 Euro (Teilbetrag, 2023) – Zwei weitere Fahrzeuge"),
        ("Neun Geräte; den Rest trägt das Land", "13.000 Euro (Teilbetrag, 2023) – Neun Geräte"),
        ("Wort " * 40, f"13.000 Euro (Teilbetrag, 2023) – {'Wort ' * 13}…"),
    ):
        short = shared.short_cost(words, [Cost(**part, note=note)])
        assert short is not None
        assert (short.text, short.german) == (told, note is not None)
    assert shared.short_cost(words, [Cost(covers="unklar", note="Gefördert vom Land")]) is None


def measure_without_sources() -> Measure:
    """An entry of which only the number of sources matters here."""
    return Measure.model_construct(sources=[])


def test_a_repository_is_told_with_its_part_its_age_and_the_day_on_which_it_was_read(words):
    told = Repository(
        url="https://github.com/a/b/",
        part="server",
        licence="MIT",
        version="1.2",
        last_release="2026-05-01",
        last_commit="2026-06",
        read="2026-11-30",
    )
    (value,) = shared.repositories(words, [told])
    assert value.address == "https://github.com/a/b/"
    assert value.line == (
        "github.com/a/b (Server, Lizenz MIT, Fassung 1.2 vom 1. Mai 2026, letzte Änderung Juni 2026, "
        "gelesen am 30. November 2026)"
    )


def test_a_contact_without_a_page_leads_to_its_address():
    value = shared.contact(None, Contact(name="Stabsstelle", email="info@example.org"))
    assert (value.address, value.line) == ("mailto:info@example.org", "Stabsstelle (info@example.org)")
