"""Results and lessons that are plans, goals or praise are told; plans that came true or failed are not."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Folder
from tests.small_content import MEASURE


@pytest.mark.parametrize(
    "text",
    [
        "Die Montage war ab September 2024 vorgesehen",
        "Rund 400 sind in Betrieb, bis zu 600 sind geplant",
        "Geplant sind je zehn Stationen",
        "Die App soll den Verkehr verringern",
        "Veröffentlichung auf Open CoDE ist ein Ziel des Vorhabens",
        "Es werden 20 Minuten Vorlauf erwartet",
        "Die Lösung stieß auf großes Interesse",
        "Der Bus ist ein Leuchtturm der Region",
    ],
)
def test_what_is_no_outcome_is_told(folder: Folder, text: str) -> None:
    place = folder.spoil(MEASURE, "  - Rund 40 Fahrgäste am Tag", f"  - ▸{text}")
    assert [(p.path, p.line, p.column, p.code, p.severity) for p in folder.problems()] == [
        (*place, "no-outcome", "warning")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Alle 76 geplanten Standorte waren bis Mai 2025 ausgestattet",
        "Der geplante Start verschob sich mehrfach",
        "Geplant waren 28 Standorte, gebaut wurden 29",
        "Der Hofgarten war weniger kühl als erwartet",
        "Über 1.500 Downloads; das Ziel waren 500",
        "Helfer sollten die Anfragen begleiten",
    ],
)
def test_a_plan_that_came_true_or_failed_is_an_outcome(folder: Folder, text: str) -> None:
    folder.replace(MEASURE, "  - Rund 40 Fahrgäste am Tag", f"  - {text}")
    assert folder.problems() == []


def test_a_statement_with_a_source_is_looked_at_too(folder: Folder) -> None:
    folder.replace(MEASURE, "  - Rund 40 Fahrgäste am Tag", "  - text: Der Bus soll öfter fahren")
    assert [p.code for p in folder.problems()] == ["no-outcome"]
