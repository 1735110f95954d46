"""A title names what something is, what it is for, and what it has; the three are told apart."""

from __future__ import annotations

import pytest

from search.language import Concept, Language
from search.namings import Naming, Namings
from search.stored import read_german

LANGUAGE = Language(
    concepts=(
        Concept("rufbus", "Rufbus", ("On-Demand-Kleinbus",), ("Bus auf dem Dorf",), ("shuttle",)),
        Concept("bewaesserung", "Bewässerung", ("Baumbewässerung",), ("gießen",)),
        Concept("stele", "Stele", ("Bildschirm",)),
    )
)


@pytest.fixture(scope="module")
def namings() -> Namings:
    return Namings(read_german(LANGUAGE), {"rufbus": [], "bewaesserung": [], "stele": ["Bildschirm"]})


@pytest.mark.parametrize(
    ("title", "concept", "naming"),
    [
        ("Rufbus ohne Fahrplan", "rufbus", Naming("thing", by_label=True)),
        ("On-Demand-Kleinbus für Ortsteile", "rufbus", Naming("thing", by_label=False)),
        ("Sensoren zur Bewässerung", "bewaesserung", Naming("purpose", by_label=True)),
        ("Jungbäume mit Sensoren für Bewässerung", "bewaesserung", Naming("purpose", by_label=True)),
        ("Stadt-App mit Fahrplan und Rufbus", "rufbus", Naming("beside", by_label=True)),
        ("Kühle Orte mit Baumbewässerung", "bewaesserung", Naming("beside", by_label=False)),
    ],
)
def test_what_stands_before_a_name_tells_how_it_is_meant(namings, title, concept, naming):
    assert namings.named_in(title)[concept] == naming


def test_the_plainest_naming_counts(namings):
    assert namings.named_in("Karte mit Rufbus, Rufbus")["rufbus"].standing == "beside"
    assert namings.named_in("On-Demand-Kleinbus mit Rufbus")["rufbus"].standing == "thing"


@pytest.mark.parametrize("title", ["Bus auf dem Dorf", "shuttle", "Bildschirm im Rathaus"])
def test_everyday_foreign_and_vague_words_name_nothing(namings, title):
    assert namings.named_in(title) == {}


def test_a_phrase_means_a_concept_by_any_of_its_words(namings):
    assert namings.meant_in("Wann kommt der Bus auf dem Dorf?") == {"rufbus"}
