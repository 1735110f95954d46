"""A partner has a name, and all entries use the same."""

from __future__ import annotations

import pytest

from tests.small_content import MEASURE, OTHER_MEASURE

LIST = """\
id: partners
organisations:
  - {name: TU Musterstadt, kind: hochschule, spellings: [Technische Universität Musterstadt]}
  - {name: Landkreis Musterstadt, kind: kommune, municipality: musterstadt}
no_names:
  - örtliche Vereine
"""


@pytest.fixture
def listed(folder):
    folder.write("vocabulary/partners.yaml", LIST)
    return folder


def flaws(folder):
    return [(p.path, p.code, p.severity, p.message) for p in folder.problems()]


def partner(folder, name, place=OTHER_MEASURE):
    """Name a partner in a measure; gives path, line and column of its name."""
    before, after = ("partners:\n", "") if place == MEASURE else ("recorded:", "recorded:")
    return folder.spoil(place, f"\n{before}", f"\npartners:\n  - name: ▸{name}\n{after}")


def test_a_known_name_and_an_unknown_one_are_right(listed):
    partner(listed, "TU Musterstadt")
    assert flaws(listed) == []


@pytest.mark.parametrize(
    ("name", "code", "severity", "remedy"),
    [
        ("Technische Universität Musterstadt", "partner-spelling", "warning", "„TU Musterstadt“"),
        ("tu  musterstadt e. V.", "partner-spelling", "warning", "„TU Musterstadt“"),
        ("Örtliche Vereine", "partner-without-name", "error", "role"),
        ("Musterstadt", "partner-place", "error", "Stadt Musterstadt"),
    ],
)
def test_another_spelling_a_mere_town_and_what_is_no_name_are_told(listed, name, code, severity, remedy):
    path, line, column = partner(listed, name)
    [problem] = listed.problems()
    assert (problem.path, problem.line, problem.column) == (path, line, column)
    assert (problem.code, problem.severity) == (code, severity)
    assert remedy in problem.message


def test_two_unlisted_names_that_are_almost_spelt_alike_are_told_at_the_second(folder):
    partner(folder, "Wetter-Dienst")
    path, line, _ = partner(folder, "Wetterdienst GmbH", MEASURE)
    [problem] = folder.problems()
    assert (problem.path, problem.line, problem.code) == (path, line, "partner-spelling")
    assert "„Wetter-Dienst“" in problem.message


def test_a_list_that_names_an_organisation_twice_or_an_unknown_kind_is_refused(listed):
    listed.replace(
        "vocabulary/partners.yaml", "no_names:", "  - {name: TU Musterstadt, kind: bude}\nno_names:"
    )
    assert {problem.code for problem in listed.problems()} == {"id-twice", "unknown-term"}
